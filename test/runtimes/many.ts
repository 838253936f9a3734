import { assess, type CaseOf, clockFor, cn, createClock, explain, hallHours, say, xiaoshan2019 } from 'service-time'
import { eventFromCode } from 'service-time/codes'
import { icsOf, layerFromIcs } from 'service-time/layer'
import { policySchema } from 'service-time/policy'
import { reportPage, timeline, yearCalendar } from 'service-time/render'
import { summarize } from 'service-time/report'
import { assessStream, entriesFrom } from 'service-time/stream'

/* Many answers of each kind, as one sum each: what a runtime reckons, writes or sorts in another way shows in them. */

/** FNV-1a over the UTF-16 units. */
function sumOf(texts: Iterable<string>): number {
  let sum = 0x811c9dc5
  for (const text of texts) for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0
  return sum
}

const DAY = 86_400_000
const dates = (from: string, to: string, step: number) => {
  const count = Math.floor((Date.parse(to) - Date.parse(from)) / DAY / step) + 1
  return Array.from({ length: count }, (_, i) => new Date(Date.parse(from) + i * step * DAY).toISOString().slice(0, 10))
}

const all = dates('2007-01-01', '2050-06-30', 1)
/** Zones with changes of half an hour, at midnight, over the date line, and none; to a year of which all zone data say the same. */
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/Sao_Paulo', 'Asia/Kolkata']

function inZone(timeZone: string): string[] {
  const clock = createClock({ calendar: cn, hours: hallHours, timeZone, convention: 'cn-civil-code' })
  return dates('2007-02-01', '2021-06-30', 1).flatMap((date, i) => [
    clock.add(`${date}T0${i % 4}:30`, { minutes: 45 * (i % 7) }),
    clock.add(`${date}T10:00`, { workingHours: i % 20 }),
    clock.deadline(date, { months: i % 5 }).dueAt,
  ])
}

const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2020-03-02T10:00+08:00' }

async function rowsOf(text: string): Promise<string[]> {
  const rows: string[] = []
  // Of JSON that is none, the message gives the runtime's own words.
  for await (const row of assessStream(entriesFrom([new TextEncoder().encode(text)]), options))
    rows.push('error' in row ? `${row.line} ${row.error.code}` : JSON.stringify(row.assessment))
  return rows
}

/** The sum of each kind of answer; the cases are of every rule. */
export async function sums(files: readonly CaseOf<typeof xiaoshan2019>[]): Promise<Readonly<Record<string, number>>> {
  const verdicts = files.map((file) => assess(file, options))
  const explanations = files.filter((_, i) => verdicts[i]?.outcome !== 'exempt').map((file) => explain(file, options))
  const years = Array.from({ length: 44 }, (_, i) => 2007 + i)
  const ics = icsOf(cn, { from: '2019-01-01', to: '2026-12-24' })
  const report = summarize(verdicts, { policy: xiaoshan2019, by: ['month', 'rule'] })
  return {
    days: sumOf(all.map((date, i) => [JSON.stringify(cn.day(date)), cn.add(date, i % 60), cn.count('2007-01-01', date)].join())),
    ...Object.fromEntries(ZONES.map((zone) => [zone, sumOf(inZone(zone))])),
    verdicts: sumOf(verdicts.map((verdict) => JSON.stringify(verdict))),
    words: sumOf(explanations.flatMap((explanation) => [say(explanation, 'zh').text, say(explanation, 'en', { columns: 60 }).text])),
    timelines: sumOf(explanations.flatMap((explanation) => [timeline(explanation, { language: 'en' }), timeline(explanation, { format: 'text' })])),
    calendars: sumOf(years.map((year) => yearCalendar(cn, year, { language: 'zh' }))),
    page: sumOf([await reportPage(verdicts, { policy: xiaoshan2019, explanations: explanations.slice(0, 5) })]),
    report: sumOf([JSON.stringify(report)]),
    layer: sumOf([ics, JSON.stringify(layerFromIcs(ics, { id: 'read' }))]),
    codes: sumOf(Array.from({ length: 15 }, (_, i) => JSON.stringify(eventFromCode('construction', i + 1)))),
    schema: sumOf([JSON.stringify(policySchema)]),
    stream: sumOf(await rowsOf(`${files.map((file) => JSON.stringify(file)).join('\n')}\n{oops\n{"id":"X"}\n`)),
  }
}
