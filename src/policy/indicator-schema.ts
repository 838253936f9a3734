import { z } from 'zod'
import { date, words } from '../json/atoms.js'
import { citation, conflict, text } from './version-schema.js'

const share = z.number().min(0).max(1)
const count = z.int().min(0)
const counted = z.enum(['items', 'kinds', 'categories'])

/** A number with its unit: a share of one, or a count. */
const numbers = <K extends string, N extends string>(kind: K, description: string, names: readonly [N, ...N[]]) => {
  const fields = <T extends z.ZodType>(type: T) => Object.fromEntries(names.map((name) => [name, type])) as Record<N, T>
  const told = z.literal(kind).meta({ description })
  return [
    z.strictObject({ kind: told, unit: z.literal('share'), ...fields(share) }),
    z.strictObject({ kind: told, unit: counted, ...fields(count) }),
  ] as const
}

/** What an indicator asks for. Shares are parts of 1, so that 90 % is 0.9. */
const target = z
  .union([
    ...numbers('at-least', 'The value or more.', ['value']),
    ...numbers('at-most', 'The value or less.', ['value']),
    ...numbers('equal', 'The value itself.', ['value']),
    ...numbers('range', 'From one value to another, both included.', ['from', 'to']),
    ...numbers('approximate', 'About the value: what counts as such runs from one value to another, both included.', ['value', 'from', 'to']),
    z.strictObject({
      kind: z.literal('relative-cut').meta({ description: 'A cut by at least a share of a baseline.' }),
      share,
      baseline: text.meta({ description: 'What the cut is made from.' }),
    }),
    z.strictObject({ kind: z.literal('full-coverage').meta({ description: 'All there are: a share of 1.' }) }),
    z.strictObject({
      kind: z.literal('count-per-period').meta({ description: 'So many times or hours in each period.' }),
      bound: z.enum(['at-least', 'at-most']),
      value: count,
      unit: z.enum(['times', 'hours']),
      period: z.enum(['day', 'month', 'quarter', 'year']),
    }),
    z.strictObject({ kind: z.literal('milestone').meta({ description: 'Done or not, without a number.' }) }),
  ])
  .superRefine((target, context) => {
    const isWithin = target.kind !== 'approximate' || (target.from <= target.value && target.value <= target.to)
    if (isWithin && (!('from' in target) || target.from <= target.to)) return
    context.addIssue({ code: 'custom', path: ['to'], message: 'the values are not in order', params: { zh: '数值的大小顺序有误' } })
  })
  .meta({ title: 'What is asked for' })

const plan = z
  .strictObject({
    date: date.meta({ description: 'The last day by which the target was to be reached.' }),
    part: z.enum(['body', 'annex']).meta({ description: 'The part of the source document that says so.' }),
    row: z.int().min(1).optional().meta({ description: 'Row of the annex.' }),
    words: words.meta({ description: 'The words of the source, such as 年底前.' }),
    isInferred: z.literal(true).optional().meta({ description: 'That the row is about this indicator follows from its department and date alone.' }),
  })
  .meta({ title: 'A target date and where it stands' })

/** A figure or a milestone of a policy that binds no single case; its departments are those of a rule. */
export const indicator = z
  .strictObject({
    titles: text,
    target,
    dates: z.array(plan).min(1).meta({ description: 'The target dates as the parts of the source give them; the earliest binds.' }),
    citations: z.array(citation).min(1),
    conflicts: z.array(conflict).optional(),
  })
  .meta({ title: 'An indicator' })
