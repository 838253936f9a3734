import { z } from 'zod'
import { date, words } from '../json/atoms.js'
import { CONVENTION_CHOICES, conventions } from '../time/convention.js'
import { kindOf, type Limit, UNIT_NAMES, type Unit } from '../time/limit.js'
import { isZone } from '../time/zone.js'

const text = z.strictObject({ zh: words, en: words })
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const amount = z.int().min(0)

/** One object for each unit; the cast says of all of them together what the library's own type says. */
const limit = z.union(UNIT_NAMES.map((unit) => z.strictObject({ [unit]: amount }))) as unknown as z.ZodType<Limit, Limit>

const convention = z.union([
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

/** Each case by itself, the average of a set of cases, or a cut against a baseline. */
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('each'), limit }),
  z.strictObject({ kind: z.literal('average'), limit }),
  z.strictObject({ kind: z.literal('reduction'), by: limit, baseline: text }),
])

const citation = z.strictObject({
  part: z.enum(['body', 'annex']),
  /** Section, subsection and item of the body, such as 二(二)6. */
  section: words.optional(),
  /** Row of the annex. */
  row: z.int().min(1).optional(),
  quote: words,
})

/** Where the sources disagree or say too little, and the reading that this policy takes. */
const conflict = z.strictObject({
  kind: z.enum(['date', 'scope', 'wording', 'counting', 'missing']),
  note: text,
  reading: text,
})

const version = z
  .strictObject({
    from: date,
    to: date.optional(),
    targetDate: date,
    target,
    /** The limit that the law sets, where the target promises less. */
    statutory: limit.optional(),
    /** How long the decision may take to be handed over. */
    delivery: limit.optional(),
    /** What is left, or what share of the limit, when the light turns yellow. */
    warning: z.union([limit, z.strictObject({ share: z.number().min(0).max(1) })]).optional(),
    measure: z.enum(['span', 'sum', 'union']),
    starts: z.enum(['received', 'accepted']),
    stops: z.enum(['completed', 'delivered']),
    /** Whether the clock stands still while papers that were accepted are corrected, or starts anew once they are. */
    correction: z.enum(['pause', 'restart']).optional(),
    /** How often the limit may be made longer, by how much each time, and whether a reason must be given. */
    extension: z.strictObject({ by: limit, times: z.int().min(1), isReasoned: z.boolean().optional() }).optional(),
    /** Papers that nobody has answered within this limit of their receipt count as accepted at it. */
    deemedAcceptance: limit.optional(),
    stages: z.record(name, z.strictObject({ titles: text, limit: limit.optional() })).optional(),
    caps: z.strictObject({ materials: amount.optional(), steps: amount.optional() }).optional(),
    citations: z.array(citation).min(1),
    conflicts: z.array(conflict).optional(),
  })
  .superRefine((version, context) => {
    const refuse = (key: string, en: string, zh: string) => context.addIssue({ code: 'custom', path: [key], message: en, params: { zh } })
    if (version.to !== undefined && version.to < version.from) refuse('to', '"to" lies before "from"', '“to”早于“from”')
    if (version.measure !== 'span' && Object.keys(version.stages ?? {}).length === 0) {
      refuse('stages', `the measure "${version.measure}" needs stages`, `计时方式“${version.measure}”需要列出环节`)
    }
    const own = Object.keys(version.target.kind === 'reduction' ? version.target.by : version.target.limit)[0] as Unit
    const told = kindOf(own).toldIn === 'own-unit' ? own : 'calendarDays'
    if (version.warning && !('share' in version.warning) && Object.keys(version.warning)[0] !== told)
      refuse('warning', `a warning is told in ${told}, as what is left`, `预警阈值应以剩余时间的单位（${told}）写明`)
    if (version.extension && Object.keys(version.extension.by)[0] !== own)
      refuse('extension', `an extension is in the unit of the limit, ${own}`, `延期应以时限的单位（${own}）写明`)
    const unit = version.target.kind === 'reduction' ? undefined : Object.keys(version.target.limit)[0]
    const isTime = unit !== undefined && kindOf(unit as Unit).countsTime
    if (version.measure === 'sum' && !isTime) refuse('measure', 'a sum of stages is measured in units of time', '各环节合计须以时间单位计量')
  })

const rule = z.strictObject({
  /** The rule's mark in the list of targets, such as T7. */
  code: words,
  titles: text,
  departments: z.strictObject({ lead: z.array(name).min(1), responsible: z.array(name) }),
  versions: z.array(version).min(1),
})

const source = z.strictObject({
  titles: text,
  issuer: text,
  date,
  status: z.enum(['draft', 'in-force', 'repealed']),
  commentsUntil: date.optional(),
})

/** The one source of what a policy is: its types, its validation and its JSON Schema all come from here. */
export const policySchema = z
  .strictObject({
    /** Where editors find the JSON Schema. */
    $schema: words.optional(),
    id: name,
    titles: text,
    source,
    calendar: name,
    hours: name,
    timeZone: words.refine(isZone, {
      error: 'a time zone has an IANA name, such as "Asia/Shanghai"',
      params: { zh: '时区应为 IANA 名称，例如 "Asia/Shanghai"' },
    }),
    convention,
    departments: z.record(name, text),
    rules: z.record(name, rule),
  })
  .superRefine(({ departments, rules }, context) => {
    for (const [id, { departments: named }] of Object.entries(rules)) {
      for (const role of ['lead', 'responsible'] as const) {
        named[role].forEach((department, i) => {
          if (Object.hasOwn(departments, department)) return
          const message = `"${department}" is not among the departments`
          context.addIssue({ code: 'custom', path: ['rules', id, 'departments', role, i], message, params: { zh: `部门表中没有“${department}”` } })
        })
      }
    }
  })
