import { basename } from 'node:path'
import type { Calendar } from '../calendar/calendar.js'
import type { DayFacts } from '../calendar/facts.js'
import { fail, type Language } from '../errors.js'
import { NOT_YEAR } from '../messages/values.js'
import { yearCalendar } from '../render/year-calendar.js'
import { cn } from '../seeds.js'
import { decode } from '../stream/text.js'
import { type Day, dayOf, formatDay } from '../time/day.js'
import { EXIT, type Io, readBytes } from './io.js'
import { parseJson } from './policies.js'

/** The options of `calendar` on the command line. */
export interface CalendarFlags {
  readonly layer: readonly string[]
  readonly asOf?: string
  readonly format: 'text' | 'svg' | 'ics' | 'json'
  readonly columns?: number
  readonly width?: number
  readonly lang: Language
}

/** Shows a year of the calendar, with layers of the caller's own over it, as it is known or as it was known on a day. */
export async function calendarCommand(year: string, flags: CalendarFlags, io: Io): Promise<number> {
  if (!/^\d{4}$/.test(year)) fail(NOT_YEAR, { found: year }, { path: 'year' })
  let calendar = cn
  for (const file of flags.layer) calendar = calendar.extend(await layerIn(file))
  io.out(await WRITERS[flags.format](flags.asOf === undefined ? calendar : calendar.asOf(flags.asOf), Number(year), flags, io))
  return EXIT.ok
}

/** A layer of a JSON file, or of a calendar file; the schema library and the parser are loaded only for it. */
async function layerIn(file: string) {
  const bytes = await readBytes(file)
  const text = decode(bytes)
  const isCalendarFile = /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)
  if (isCalendarFile) {
    const { layerFromIcs } = await import('../layer/read-ics.js')
    return layerFromIcs(text, { id: basename(file) })
  }
  const { readLayer } = await import('../layer/read.js')
  return readLayer(parseJson(bytes, file))
}

type Writer = (calendar: Calendar, year: number, flags: CalendarFlags, io: Io) => string | Promise<string>

const WRITERS: Readonly<Record<CalendarFlags['format'], Writer>> = {
  text: (calendar, year, { lang: language, columns = 80 }, { isColoured }) =>
    `${yearCalendar(calendar, year, { format: 'text', language, columns, isColoured })}\n`,
  svg: (calendar, year, { lang: language, width = 880 }) => `${yearCalendar(calendar, year, { language, width })}\n`,
  json: (calendar, year) => `${JSON.stringify(daysIn(calendar, year), null, 2)}\n`,
  ics: async (calendar, year, { lang: language }) => {
    const { icsOf } = await import('../layer/write-ics.js')
    return icsOf(calendar, { from: `${nameOf(year)}-01-01`, to: `${nameOf(year)}-12-31`, language })
  },
}

const nameOf = (year: number) => String(year).padStart(4, '0')

/** Every day of a year with its facts. */
function daysIn(calendar: Calendar, year: number): readonly (DayFacts & { readonly date: string })[] {
  const first = dayOf(year, 1, 1)
  return Array.from({ length: dayOf(year, 12, 31) - first + 1 }, (_, i) => {
    const date = formatDay((first + i) as Day)
    return { date, ...calendar.day(date) }
  })
}
