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

const rules = Object.keys(xiaoshan2019.rules) as CaseOf<typeof xiaoshan2019>['rule'][]
const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2020-03-02T10:00+08:00' }
const files = dates('2019-07-01', '2020-01-31', 1).map((date, i) => ({
  id: `C-${i}`,
  rule: rules[i % rules.length] as (typeof rules)[number],
  events: [
    { type: 'accepted', at: `${date}T09:12+08:00` },
    ...(i % 3 === 0 ? ([{ type: 'paused', at: `${date}T15:00+08:00`, cause: '听证' }] as const) : []),
    ...(i % 3 === 1 ? ([{ type: 'completed', at: `${date}T16:${10 + (i % 50)}+08:00` }] as const) : []),
  ] as CaseOf<typeof xiaoshan2019>['events'],
}))

async function rowsOf(text: string): Promise<string[]> {
  const rows: string[] = []
  for await (const row of assessStream(entriesFrom([new TextEncoder().encode(text)]), options))
    rows.push('error' in row ? `${row.line} ${row.error.message}` : JSON.stringify(row.assessment))
  return rows
}

/** The sum of each kind of answer. */
export async function sums(): Promise<Readonly<Record<string, number>>> {
  const verdicts = files.map((file) => assess(file, options))
  const explanations = files
    .filter(({ rule }) => rule !== 'power-small-business')
    .slice(0, 60)
    .map((file) => explain(file, options))
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
