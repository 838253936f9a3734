import { z } from 'zod'
import { isDateText } from '../time/instant.js'

/** A text that says something. */
export const words = z.string().min(1)

/** What a name is made of. */
export const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A date that exists; the format is for editors, which read the JSON Schema. */
export const date = z
  .string()
  .refine(isDateText, { error: 'a date is YYYY-MM-DD and exists', params: { zh: '日期应写成 YYYY-MM-DD 且确有其日' } })
  .meta({ format: 'date' })
