import { z } from 'zod'
import { date, NAME, words } from '../json/atoms.js'
import { kindOf, type Limit, UNIT_NAMES, type Unit } from '../time/limit.js'
import { FINDINGS } from './findings.js'

export const text = z
  .strictObject({ zh: words.meta({ description: 'In Chinese.' }), en: words.meta({ description: 'In English.' }) })
  .meta({ id: 'text', title: 'A text in Chinese and English' })

export const name = z
  .string()
  .regex(NAME)
  .meta({ id: 'name', title: 'A name', description: 'Small letters and digits, with hyphens between words, such as water-hookup.' })

const amount = z.int().min(0)

/** One object for each unit; the cast says of all of them together what the library's own type says. */
const limit = z.union(UNIT_NAMES.map((unit) => z.strictObject({ [unit]: amount }))).meta({
  id: 'limit',
  title: 'A limit',
  description: 'One unit and its amount, such as { "workingDays": 4 }. There is no "days": a day is a working day or a calendar day.',
}) as unknown as z.ZodType<Limit, Limit>

/** Each case by itself, the average of a set of cases, or a cut against a baseline. */
const target = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('each').meta({ description: 'Binds each case.' }), limit }),
    z.strictObject({ kind: z.literal('average').meta({ description: 'Binds the average of a set of cases.' }), limit }),
    z.strictObject({
      kind: z.literal('reduction').meta({ description: 'Cuts so much from a baseline.' }),
      by: limit,
      baseline: text.meta({ description: 'What the cut is made from.' }),
    }),
  ])
  .meta({ description: 'What is asked for: of each case, of the average of a set, or as a cut against a baseline.' })

export const citation = z
  .strictObject({
    part: z.enum(['body', 'annex']).meta({ description: 'Of the source document: its body or its annex.' }),
    section: words.optional().meta({ description: 'Section, subsection and item of the body, such as 二(二)6.' }),
    row: z.int().min(1).optional().meta({ description: 'Row of the annex.' }),
    article: words.optional().meta({ description: 'Article and paragraph of a law, such as 42(1).' }),
    quote: words.optional().meta({ description: 'The words of the source.' }),
    summary: text.optional().meta({ description: 'What the source says in short, where its words are not quoted.' }),
  })
  .superRefine(({ quote, summary }, context) => {
    if (quote !== undefined || summary !== undefined) return
    context.addIssue({ code: 'custom', message: 'a citation has a "quote" or a "summary"', params: { zh: '引文应写明“quote”或“summary”' } })
  })
  .meta({ title: 'Where it is written', anyOf: [{ required: ['quote'] }, { required: ['summary'] }] })

export const conflict = z
  .strictObject({
    kind: z.enum(['date', 'scope', 'wording', 'counting', 'missing']),
    note: text.meta({ description: 'What the sources say.' }),
    reading: text.meta({ description: 'How this policy reads it.' }),
    findings: z
      .array(z.enum(FINDINGS))
      .min(1)
      .optional()
      .meta({ description: 'The findings of lint that this conflict of the sources accounts for, such as promised-longer-than-statutory.' }),
  })
  .meta({ title: 'A conflict of the sources', description: 'Where the sources disagree or say too little, and the reading that this policy takes.' })

export const stageFields = z.strictObject({
  titles: text,
  limit: limit.optional().meta({ description: 'How long the stage itself may take.' }),
  clock: name
    .optional()
    .meta({ description: 'The clock that the stage runs on, by its name in the clocks of the policy, where that is not the clock of the policy.' }),
})

const groundFields = z.strictObject({
  statutory: text.optional().meta({ description: 'Of the limit that the law sets.' }),
  delivery: text.optional().meta({ description: 'Of the limit for handing over the decision.' }),
  extension: text.optional().meta({ description: 'On which the limit may be made longer.' }),
  correction: text.optional().meta({ description: 'On which the clock stands still or starts anew while papers are corrected.' }),
  deemedAcceptance: text.optional().meta({ description: 'On which papers that nobody has answered count as accepted.' }),
})

export const causeFields = z.strictObject({
  titles: text,
  ground: text.optional().meta({ description: 'The legal ground on which the time is not counted.' }),
})

/** What a version may say; a policy that extends another gives of it only what it changes. */
export const versionFields = z.strictObject({
  from: date.meta({ description: 'The first date on which a clock may start under this version.' }),
  to: date.optional().meta({ description: 'The last such date; without it, the version stays in force.' }),
  targetDate: date.optional().meta({ description: 'The date by which the target was to be reached.' }),
  target,
  statutory: limit.optional().meta({ description: 'The limit that the law sets, beside what the target promises.' }),
  delivery: limit.optional().meta({ description: 'How long the decision may take to be handed over.' }),
  warning: z
    .union([limit, z.strictObject({ share: z.number().min(0).max(1) })])
    .optional()
    .meta({ description: 'What is left, or what share of the limit, when the light turns yellow.' }),
  measure: z
    .enum(['span', 'sum', 'union'])
    .meta({ description: 'Time from start to stop, the sum of the times of the stages, or the time while any stage is open.' }),
  starts: z.enum(['received', 'accepted']).meta({ description: 'The event that starts the clock.' }),
  stops: z.enum(['completed', 'delivered']).meta({ description: 'The event that stops the clock.' }),
  correction: z
    .enum(['pause', 'restart'])
    .optional()
    .meta({ description: 'Whether the clock stands still while papers that were accepted are corrected, or starts anew once they are.' }),
  extension: z
    .strictObject({
      by: limit.meta({ description: 'The most by which one extension makes the limit longer.' }),
      times: z.int().min(1).meta({ description: 'How often.' }),
      isReasoned: z.boolean().optional().meta({ description: 'Whether a reason must be given.' }),
    })
    .optional()
    .meta({ description: 'How often the limit may be made longer, and by how much each time.' }),
  deemedAcceptance: limit
    .optional()
    .meta({ description: 'Papers that nobody has answered within this limit of their receipt count as accepted at it.' }),
  stages: z.record(name, stageFields).optional().meta({ description: 'The stages by name.' }),
  causes: z
    .record(name, causeFields)
    .optional()
    .meta({ description: 'The causes for which the clock may pause, by name. Where none are declared, any text is a cause.' }),
  grounds: groundFields.optional().meta({ description: 'The legal grounds of what this version says, as explanations cite them.' }),
  caps: z
    .strictObject({ materials: amount.optional(), steps: amount.optional() })
    .optional()
    .meta({ description: 'The most that an applicant may have to hand in and go through.' }),
  citations: z.array(citation).min(1),
  conflicts: z.array(conflict).optional(),
})

/** The unit in which what is left of a limit is told. */
const toldIn = (unit: Unit): Unit => (kindOf(unit).toldIn === 'own-unit' ? unit : 'calendarDays')

const has = (...keys: readonly string[]) => keys.reduceRight<object>((inner, key) => ({ required: [key], properties: { [key]: inner } }), {})
const isOne = (key: string, ...values: readonly string[]) => ({ properties: { [key]: { enum: values } } })
const where = (condition: object, claim: object) => ({ anyOf: [{ not: condition }, claim] })

/** What the target says under some of its keys, and the limit of the law if there is one, is in certain units. */
function inUnits(keys: readonly string[], isAllowed: (unit: Unit) => boolean): object {
  const units = UNIT_NAMES.filter(isAllowed)
  const target = { anyOf: keys.flatMap((key) => units.map((unit) => has('target', key, unit))) }
  return { allOf: [target, { properties: { statutory: { anyOf: units.map((unit) => has(unit)) } } }] }
}

const NO_STAGE_HAS_CLOCK = { properties: { stages: { additionalProperties: { not: { required: ['clock'] } } } } }

/** What `superRefine` below says, for editors: JSON Schema cannot compare two units, but it can tell them one by one. */
const conditions = [
  where(isOne('measure', 'sum', 'union'), { required: ['stages'], properties: { stages: { minProperties: 1 } } }),
  where(
    isOne('measure', 'sum'),
    inUnits(['limit'], (unit) => kindOf(unit).countsTime),
  ),
  where(
    { allOf: [isOne('measure', 'union'), { not: NO_STAGE_HAS_CLOCK }] },
    inUnits(['limit', 'by'], (unit) => !kindOf(unit).countsWork),
  ),
  ...UNIT_NAMES.map((unit) => {
    const warning = { anyOf: [has('share'), has(toldIn(unit))] }
    return where({ anyOf: [has('target', 'limit', unit), has('target', 'by', unit)] }, { properties: { extension: has('by', unit), warning } })
  }),
]

export const version = versionFields
  .superRefine((version, context) => {
    const refuse = (key: string, en: string, zh: string) => context.addIssue({ code: 'custom', path: [key], message: en, params: { zh } })
    if (version.to !== undefined && version.to < version.from) refuse('to', '"to" lies before "from"', '“to”早于“from”')
    if (version.measure !== 'span' && Object.keys(version.stages ?? {}).length === 0) {
      refuse('stages', `the measure "${version.measure}" needs stages`, `计时方式“${version.measure}”需要列出环节`)
    }
    const own = Object.keys(version.target.kind === 'reduction' ? version.target.by : version.target.limit)[0] as Unit
    const told = toldIn(own)
    if (version.warning && !('share' in version.warning) && Object.keys(version.warning)[0] !== told)
      refuse('warning', `a warning is told in ${told}, as what is left`, `预警阈值应以剩余时间的单位（${told}）写明`)
    if (version.extension && Object.keys(version.extension.by)[0] !== own)
      refuse('extension', `an extension is in the unit of the limit, ${own}`, `延期应以时限的单位（${own}）写明`)
    const hasClocks = Object.values(version.stages ?? {}).some(({ clock }) => clock !== undefined)
    const law = version.statutory && (Object.keys(version.statutory)[0] as Unit)
    const refuseUnits = (isTold: boolean, isAllowed: (unit: Unit) => boolean, en: string, zh: string) => {
      if (!isTold || !isAllowed(own)) refuse('measure', en, zh)
      if (law && !isAllowed(law)) refuse('statutory', en, zh)
    }
    if (version.measure === 'union' && hasClocks)
      refuseUnits(
        true,
        (unit) => !kindOf(unit).countsWork,
        'a union in working units runs on one clock; measure a sum',
        '以工作时间单位计量的并集只能用同一时钟；请改用合计',
      )
    if (version.measure === 'sum')
      refuseUnits(
        version.target.kind !== 'reduction',
        (unit) => kindOf(unit).countsTime,
        'a sum of stages is measured in units of time',
        '各环节合计须以时间单位计量',
      )
  })
  .meta({ title: 'What a rule says from a date on', allOf: conditions })
