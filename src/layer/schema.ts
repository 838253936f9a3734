import { z } from 'zod'
import { daysOfRun } from '../calendar/notice.js'
import { date, words } from '../json/atoms.js'

/** The calendar's own reading decides, so that the two cannot differ. */
function isRun(text: string): boolean {
  try {
    return daysOfRun(text, '').length > 0
  } catch {
    return false
  }
}

const run = z
  .string()
  .refine(isRun, {
    error: 'a run of days is a date, or two dates such as "2019-05-01/2019-05-04" of which the first is not after the second',
    params: { zh: '应为日期，或前后两个日期如 "2019-05-01/2019-05-04"，且前者不晚于后者' },
  })
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$' })

const arrangement = z.strictObject({
  occasion: words.meta({ description: 'What the days are for, such as 台风 or Typhoon.' }),
  off: z.array(run).meta({ description: 'Days off, as dates or runs of dates with both ends included.' }),
  work: z.array(run).meta({ description: 'Days that are worked, though they would be off.' }),
})

const notice = z.strictObject({
  id: words,
  number: words.nullable().meta({ description: 'The number of the notice; null where it has none or it is not known.' }),
  issued: date.meta({ description: 'The date of issue: of two arrangements of one occasion and year, that issued later holds.' }),
  covers: z.int().min(1).max(9998).meta({ description: 'The year that the notice arranges.' }),
  url: words.exactOptional(),
  arrangements: z.array(arrangement),
})

/**
 * The one source of what a layer is: its validation and its JSON Schema, `seeds/schemas/layer.json`, come from here.
 *
 * @example
 * layerSchema.safeParse({ id: 'typhoon', notices: [] }).success //=> true
 * layerSchema.safeParse({ id: 'typhoon', days: [] }).success //=> false
 */
export const layerSchema = z
  .strictObject({
    /** Where editors find the JSON Schema. */
    $schema: words.exactOptional(),
    id: words,
    notices: z.array(notice),
  })
  .superRefine(({ notices }, context) => {
    const ids = new Set<string>()
    notices.forEach(({ id }, i) => {
      if (ids.has(id)) {
        context.addIssue({
          code: 'custom',
          path: ['notices', i, 'id'],
          message: `two notices have the id "${id}"`,
          params: { zh: `两个通知的 id 同为“${id}”` },
        })
      }
      ids.add(id)
    })
  })
  .meta({
    $id: 'urn:service-time:layer',
    title: 'A layer of days for service-time',
    description: 'Days off and days worked of a place or an office, laid over a calendar.',
  })
