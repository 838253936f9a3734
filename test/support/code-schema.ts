import { z } from 'zod'
import { EVENT_TYPES } from '../../src/case/file.js'
import { CASE_TYPES } from '../../src/codes/case-type.js'
import { date, words } from '../../src/json/atoms.js'
import { UNIT_NAMES } from '../../src/time/limit.js'

const text = z.strictObject({ zh: words, en: words })
const entry = { code: z.union([z.int().min(0), words]), titles: text, note: text.optional() }

const event = z.strictObject({
  ...entry,
  event: z
    .strictObject({ type: z.enum(EVENT_TYPES), result: words.optional() })
    .optional()
    .meta({ description: 'What the code says happened; left out where it is no event of a case.' }),
  special: z
    .enum(['begins', 'ends'])
    .optional()
    .meta({ description: 'Where the kind of a special procedure decides between a pause and an extension.' }),
  isAlias: z.literal(true).optional().meta({ description: 'Read as its event, and never written for it.' }),
})

const unit = z.strictObject({
  ...entry,
  units: z
    .array(z.enum(UNIT_NAMES as readonly [string, ...string[]]))
    .min(1)
    .meta({ description: 'The units that the code may mean: more than one where it does not say.' }),
})

const caseType = z.strictObject({ ...entry, caseType: z.enum(CASE_TYPES) })

/** What the files of `seeds/codes` are. Only tests read them through it: the library carries no schema library for them. */
export const codeSchema = z
  .strictObject({
    $schema: words,
    updated: date,
    sets: z.record(
      words,
      z.strictObject({
        titles: text,
        sources: z.array(words).min(1),
        codes: z.union([z.array(event).min(1), z.array(unit).min(1), z.array(caseType).min(1)]),
      }),
    ),
  })
  .meta({ $id: 'urn:service-time:codes', title: 'Codes of hall systems for service-time' })
