import { z } from 'zod'
import { date, words } from '../json/atoms.js'
import { CONVENTION_CHOICES, conventions } from '../time/convention.js'
import { isZone } from '../time/zone.js'
import { indicator } from './indicator-schema.js'
import { causeFields, name, stageFields, text, version, versionFields } from './version-schema.js'

const convention = z
  .union([
    z.enum(Object.keys(conventions) as (keyof typeof conventions)[]),
    z.strictObject({
      startDay: z.enum(CONVENTION_CHOICES.startDay),
      intake: z.enum(CONVENTION_CHOICES.intake),
      due: z.enum(CONVENTION_CHOICES.due),
      roll: z.enum(CONVENTION_CHOICES.roll),
      monthEnd: z.enum(CONVENTION_CHOICES.monthEnd),
      pausedDay: z.enum(CONVENTION_CHOICES.pausedDay),
    }),
  ])
  .meta({ description: 'How periods are counted: a convention by name, or every choice of one.' })

const departments = z.strictObject({
  lead: z.array(name).min(1).meta({ description: 'The departments that answer for the rule.' }),
  responsible: z.array(name).meta({ description: 'The departments that take part.' }),
})

/** Versions that each begin on a date of their own. */
function versionsOf<T extends z.ZodType<{ from: string }>>(version: T): z.ZodArray<T> {
  return z.array(version).superRefine((versions, context) => {
    versions.forEach(({ from }, i) => {
      if (versions.findIndex((other) => other.from === from) === i) return
      const message = `two versions begin on ${from}`
      context.addIssue({ code: 'custom', path: [i, 'from'], message, params: { zh: `两个版本的起始日同为 ${from}` } })
    })
  })
}

const rule = z
  .strictObject({
    code: words.meta({ description: "The rule's mark in the list of targets, such as T7." }),
    titles: text,
    departments: departments.meta({ description: 'By their names in the departments of the policy.' }),
    versions: versionsOf(version).min(1).meta({ description: 'What the rule says, by date.' }),
  })
  .meta({ title: 'A rule' })

const source = z
  .strictObject({
    titles: text,
    issuer: text,
    date: date.meta({ description: 'The date of the document.' }),
    status: z.enum(['draft', 'in-force', 'repealed']),
    commentsUntil: date.optional().meta({ description: 'The last day for comments on a draft.' }),
  })
  .meta({ description: 'The document that the policy comes from.' })

/** Where editors find the JSON Schema. */
const $schema = words.optional().meta({ description: 'Where an editor finds this schema.' })
const id = name.meta({ description: 'The name of the policy, which the basis of every answer tells.' })

/** Whose calendar and hours a clock keeps, by name. */
const clockFields = z.strictObject({ titles: text, calendar: name, hours: name })

const policyFields = z.strictObject({
  $schema,
  id,
  titles: text,
  source,
  calendar: name.meta({ description: 'The calendar by name, such as cn.' }),
  hours: name.meta({ description: 'The opening hours by name, such as hall-9-to-5.' }),
  timeZone: words
    .refine(isZone, {
      error: 'a time zone has an IANA name, such as "Asia/Shanghai"',
      params: { zh: '时区应为 IANA 名称，例如 "Asia/Shanghai"' },
    })
    .meta({ description: 'An IANA time zone, such as Asia/Shanghai.' }),
  convention,
  clocks: z
    .record(name, clockFields)
    .optional()
    .meta({ description: 'The clocks of others that stages run on, such as a bank, by name: whose calendar and hours they are.' }),
  departments: z.record(name, text).meta({ description: 'The departments by name.' }),
  rules: z.record(name, rule).meta({ description: 'The rules by the names that cases give.' }),
  indicators: z
    .record(name, indicator.extend({ departments }))
    .optional()
    .meta({ description: 'The figures and milestones that bind no single case, by name.' }),
  origins: z
    .record(words, name)
    .optional()
    .meta({ description: 'Of a policy that extended another: the ids of the policies that its parts come from, by path. Not for writing by hand.' }),
})

/**
 * The one source of what a policy is: its types, its validation and its JSON Schema, `seeds/schemas/policy.json`, come from here.
 *
 * @example
 * policySchema.safeParse(JSON.parse(JSON.stringify(xiaoshan2019))).success //=> true
 * policySchema.safeParse({ id: 'mine', holidays: [] }).success //=> false
 */
export const policySchema = policyFields
  .superRefine(({ clocks = {}, rules }, context) => {
    for (const [id, { versions }] of Object.entries(rules)) {
      versions.forEach(({ stages = {} }, i) => {
        for (const [stage, { clock }] of Object.entries(stages)) {
          if (clock === undefined || Object.hasOwn(clocks, clock)) continue
          const message = `"${clock}" is not among the clocks`
          const path = ['rules', id, 'versions', i, 'stages', stage, 'clock']
          context.addIssue({ code: 'custom', path, message, params: { zh: `时钟表中没有“${clock}”` } })
        }
      })
    }
  })
  .superRefine(({ departments, rules, indicators = {} }, context) => {
    for (const [key, all] of [
      ['rules', rules],
      ['indicators', indicators],
    ] as const) {
      for (const [id, { departments: named }] of Object.entries<Pick<(typeof rules)[string], 'departments'>>(all)) {
        for (const role of ['lead', 'responsible'] as const) {
          named[role].forEach((department, i) => {
            if (Object.hasOwn(departments, department)) return
            const message = `"${department}" is not among the departments`
            context.addIssue({ code: 'custom', path: [key, id, 'departments', role, i], message, params: { zh: `部门表中没有“${department}”` } })
          })
        }
      }
    }
  })
  .meta({
    $id: 'urn:service-time:policy',
    title: 'A policy for service-time',
    description: 'Typed, cited, dated rules: which limit binds which matter.',
  })

const ruleChanges = rule.partial().extend({
  departments: departments.partial().optional(),
  versions: versionsOf(
    versionFields
      .partial()
      .required({ from: true })
      .extend({
        stages: z.record(name, stageFields.partial()).optional(),
        causes: z.record(name, causeFields.partial()).optional(),
      }),
  ).optional(),
})

/**
 * What a policy says that extends another; `seeds/schemas/refinement.json` comes from here.
 *
 * @example
 * const { titles, source } = xiaoshan2019
 * refinementSchema.safeParse({ id: 'mine', extends: 'xiaoshan-2019', titles, source, rules: {} }).success //=> true
 * refinementSchema.safeParse({ id: 'mine', titles, source, rules: {} }).success //=> false
 */
export const refinementSchema = policyFields
  .omit({ origins: true })
  .partial()
  .extend({
    id,
    extends: name.meta({ description: 'The id of the policy that this one changes.' }),
    titles: text,
    source,
    clocks: z.record(name, clockFields.partial()).optional().meta({ description: 'The clocks that change or come in addition, by name.' }),
    rules: z.record(name, ruleChanges).optional().meta({ description: 'The rules that change or come in addition, by name.' }),
  })
  .meta({
    $id: 'urn:service-time:refinement',
    title: 'A policy for service-time that extends another',
    description: 'Says only what it changes: rule by rule, and within a version field by field.',
  })
