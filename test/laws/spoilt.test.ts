import {
  allOpen,
  assess,
  clockFor,
  clocksFor,
  cn,
  cnLicensing,
  conventions,
  createCalendar,
  createClock,
  explain,
  formatLimit,
  movedBy,
  parseLimit,
  readCase,
  reassess,
  ServiceTimeError,
  say,
  xiaoshan2019,
} from 'service-time'
import {
  caseTypeFromCode,
  codeOfCaseType,
  codeOfEvent,
  codeOfLimit,
  eventFromCode,
  eventsFromRows,
  limitFromCode,
  rowsOfEvents,
} from 'service-time/codes'
import { icsOf, layerFromIcs, readLayer } from 'service-time/layer'
import { assessIndicator, definePolicy, lint, originOf, readPolicy, refinePolicy } from 'service-time/policy'
import { reportPage, timeline, yearCalendar } from 'service-time/render'
import { createDueList, createTally, mergeTallies, summarize } from 'service-time/report'
import { assessStream, entriesFrom, readMapping } from 'service-time/stream'
import { describe, expect, test } from 'vitest'
import { takesAtMost } from '../../src/matchers/span.js'
import { frozen } from '../../src/time/frozen.js'

/*
 * Whatever is given in place of what belongs there, or of any part of it, is refused with the typed error or does no harm: never with an
 * error of the engine.
 */

const clock = clockFor(xiaoshan2019)
const now = '2019-07-10T09:00+08:00'
const options = { policy: xiaoshan2019, clock, now }
const file = {
  id: 'A',
  rule: 'business-setup',
  materials: 3,
  events: [
    { type: 'received', at: '2019-07-01T09:00+08:00' },
    { type: 'accepted', at: '2019-07-01T10:00+08:00' },
    { type: 'paused', at: '2019-07-02T10:00+08:00', cause: 'survey' },
    { type: 'resumed', at: '2019-07-03T10:00+08:00', cause: 'survey' },
    { type: 'completed', at: '2019-07-03T16:00+08:00', result: 'approved' },
  ],
} as const
const open = { id: 'B', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-09' }] } as const
const notice = {
  id: 'order-1',
  number: null,
  issued: '2019-07-01',
  covers: 2019,
  arrangements: [{ occasion: '台风', off: ['2019-08-09', '2019-08-11/2019-08-12'], work: ['2019-08-10'] }],
}
const source = { id: 'plain', weekend: ['saturday', 'sunday'], notices: [notice], coverage: { from: '2019-01-01', to: '2019-12-31' } }
const hours = { workday: ['09:00-12:00', '13:30-17:00'], seasons: [{ from: '06-01', to: '09-30', workday: ['08:30-12:00'] }] }
const convention = conventions['cn-hall']
const layer = { id: 'own', notices: [notice] }
const assessments = [assess(file, options), assess(open, options)]
const explanation = explain(file, options)
const tally = tallyOfAll()
const version = cnLicensing.rules['ordinary-licence'].versions[0]
/** A policy as a file holds it, of one rule. */
const told = JSON.parse(
  JSON.stringify({ ...cnLicensing, rules: { 'ordinary-licence': { ...cnLicensing.rules['ordinary-licence'], versions: [version] } } }),
)
const licence = {
  id: 'L',
  rule: 'ordinary-licence',
  events: [
    { type: 'received', at: '2019-07-01' },
    { type: 'accepted', at: '2019-07-02' },
  ],
}
const changes = {
  id: 'hurried',
  titles: xiaoshan2019.titles,
  source: xiaoshan2019.source,
  rules: { 'water-hookup': { versions: [{ from: '2020-01-01', target: { kind: 'each', limit: { workingDays: 3 } } }] } },
}
const mapping = { id: '办件编号', rule: { is: 'water-hookup' }, events: [{ type: { is: 'accepted' }, at: '受理时间' }], values: { 通过: 'approved' } }
const ics = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20190809\r\nSUMMARY:台风\r\nEND:VEVENT\r\nEND:VCALENDAR'
const bytes = new TextEncoder().encode(`${JSON.stringify(file)}\n`)

function tallyOfAll() {
  const running = createTally()
  for (const assessment of assessments) running.add(assessment)
  return running.total()
}

async function listOf(items: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const list: unknown[] = []
  for await (const item of items) list.push(item)
  return list
}

/** A question with arguments that are right. Of what the library itself has made only the whole is spoilt: its parts are no input. */
interface Question {
  readonly given: readonly unknown[]
  readonly ask: (...given: never[]) => unknown
  /** Arguments whose parts are spoilt as well. */
  readonly deep?: readonly number[]
}

const question = (given: readonly unknown[], ask: (...given: never[]) => unknown, ...deep: number[]): Question => ({ given, ask, deep })

const QUESTIONS: Readonly<Record<string, Question>> = {
  'cn.day': question(['2019-05-05'], cn.day),
  'cn.isWorkingDay': question(['2019-05-05'], cn.isWorkingDay),
  'cn.add': question(['2019-05-05', 4], cn.add),
  'cn.count': question(['2019-05-05', '2019-06-05', { bounds: '(]' }], cn.count, 2),
  'cn.roll': question(['2019-05-05', 'following'], cn.roll),
  'cn.forecast': question(['2026-11-23', 40], cn.forecast),
  'cn.asOf': question(['2019-03-01'], cn.asOf),
  'cn.announce': question([notice], (spoilt: never) => cn.announce(spoilt).day('2019-08-09'), 0),
  'cn.extend': question([layer], (spoilt: never) => cn.extend(spoilt).day('2019-08-09'), 0),
  'cn.diff': question([cn.asOf('2019-03-01'), { workingDays: 4 }], cn.diff, 1),
  'cn.with': question([{ unpublished: 'error' }], cn.with, 0),
  createCalendar: question([source], (spoilt: never) => createCalendar(spoilt).add('2019-04-26', 4), 0),
  allOpen: question([cn, cn], allOpen as never),
  'numeric.addWorkingDays': question([18_000, 3], cn.numeric.addWorkingDays),
  'columns.addWorkingDays': question([new Int32Array([18_000]), new Int32Array([3])], cn.columns.addWorkingDays),
  createClock: question(
    [{ calendar: cn, hours, timeZone: 'Asia/Shanghai', convention }],
    (spoilt: never) => createClock(spoilt).isOpen('2019-07-01T10:00'),
    0,
  ),
  'clock.add': question(['2019-07-01T10:00', { workingHours: 3 }, { landing: 'end' }], clock.add, 1, 2),
  'clock.between': question(['2019-07-01T10:00', '2019-07-02T10:00'], clock.between),
  'clock.deadline': question(['2019-07-01T10:00', { workingDays: 3 }, { convention }], clock.deadline, 1, 2),
  'clock.latestStart': question(['2019-07-11T10:00', { workingHours: 3 }, { convention }], clock.latestStart, 1, 2),
  'clock.isOpen': question(['2019-07-01T10:00'], clock.isOpen),
  'clock.nextOpening': question(['2019-07-01T10:00'], clock.nextOpening),
  'clock.previousClosing': question(['2019-07-01T10:00'], clock.previousClosing),
  'clock.sessions': question(['2019-07-01T10:00', '2019-07-02T10:00'], (...spoilt: [never, never]) => [...clock.sessions(...spoilt)]),
  assess: question([file, options], assess, 0),
  'assess by a policy that was not read': question([told, licence], (policy: never, of: never) => assess(of, { policy, clock, now }), 0),
  'explain by a policy that was not read': question([told, licence], (policy: never, of: never) => explain(of, { policy, clock, now }), 0),
  explain: question([open, options], explain, 0),
  readCase: question([file, xiaoshan2019], readCase, 0),
  'readCase by a policy that was not read': question([licence, told], readCase, 1),
  reassess: question([file, { ...options, asOf: '2019-07-09' }], reassess),
  movedBy: question([notice, [open], options], movedBy, 0, 1),
  'movedBy clocks': question([{ clock, clocks: {} }, [open], options], movedBy),
  say: question([explanation, 'zh', { columns: 40 }], say, 2),
  parseLimit: question(['4 working days'], parseLimit),
  formatLimit: question([{ workingDays: 4 }, 'zh'], formatLimit, 0),
  clockFor: question([xiaoshan2019], clockFor),
  clocksFor: question([xiaoshan2019], clocksFor),
  'clockFor a policy that was not read': question([told], clockFor, 0),
  readPolicy: question([told, { bases: [] }], readPolicy, 0, 1),
  'readPolicy over bases': question([{ ...changes, extends: 'xiaoshan-2019' }, { bases: [xiaoshan2019] }], readPolicy, 0),
  definePolicy: question([told], definePolicy as never),
  refinePolicy: question([xiaoshan2019, changes], refinePolicy as never, 1),
  lint: question([told], lint, 0),
  'lint of a policy that was frozen and never read': question([frozen(structuredClone(told))], lint, 0),
  originOf: question([xiaoshan2019, 'rules'], originOf),
  assessIndicator: question([xiaoshan2019, 'nearby-service', { value: 0.87, on: '2019-10-25', calendar: cn }], assessIndicator, 2),
  readLayer: question([layer], readLayer, 0),
  layerFromIcs: question([ics, { id: 'own', issued: '2019-01-01', to: '2019-12-31' }], layerFromIcs, 1),
  icsOf: question([cn, { from: '2019-01-01', to: '2019-12-31', language: 'zh', issued: '2019-01-01' }], icsOf, 1),
  caseTypeFromCode: question(['gb-39046', 1], caseTypeFromCode),
  codeOfCaseType: question(['gb-39046', 'promised'], codeOfCaseType),
  eventFromCode: question(['construction', 9], eventFromCode),
  codeOfEvent: question(['construction', { type: 'completed', result: 'passed' }], codeOfEvent, 1),
  limitFromCode: question(['gd', 'G', 4], limitFromCode),
  codeOfLimit: question(['gd', { workingDays: 4 }], codeOfLimit, 1),
  eventsFromRows: question(['construction', [{ code: 9, at: '2019-07-01T10:00+08:00' }]], eventsFromRows, 1),
  rowsOfEvents: question(['construction', [{ type: 'accepted', at: '2019-07-01T10:00+08:00' }], { special: 'special' }], rowsOfEvents, 1, 2),
  createTally: question([{ atMost: 3 }], createTally, 0),
  'tally.add': question([assessments[0]], (spoilt: never) => createTally().add(spoilt)),
  'tally.addTally': question([tally], (spoilt: never) => createTally().addTally(spoilt)),
  mergeTallies: question([tally, tally], mergeTallies),
  summarize: question([assessments, { policy: xiaoshan2019, by: ['rule'], baselines: {}, hasDistributions: true }], summarize),
  'summarize by a policy that was not read': question([told, []], (policy: never, of: never) => summarize(of, { policy, by: ['rule'] }), 0),
  createDueList: question([{ clock, now, within: { workingDays: 3 } }], createDueList),
  'dueList.add': question([assessments[1]], (spoilt: never) => createDueList({ clock, now, within: { workingDays: 3 } }).add(spoilt)),
  'dueList.addList': question([createDueList({ clock, now, within: { workingDays: 3 } }).total()], (spoilt: never) =>
    createDueList({ clock, now, within: { workingDays: 3 } }).addList(spoilt),
  ),
  timeline: question([explanation, { format: 'svg', language: 'zh', theme: 'auto', width: 700, columns: 80 }], timeline, 1),
  yearCalendar: question([cn, 2019, { format: 'text', language: 'en', theme: 'auto', width: 800, columns: 80, isColoured: true }], yearCalendar, 2),
  reportPage: question([assessments, { policy: xiaoshan2019, language: 'zh', explanations: [explanation], notes: ['x'] }], reportPage),
  assessStream: question([[file, open], options], (...spoilt: [never, never]) => listOf(assessStream(...spoilt)), 0),
  entriesFrom: question([[bytes], { file: 'cases.ndjson' }], (...spoilt: [never, never]) => listOf(entriesFrom(...spoilt)), 0),
  readMapping: question([mapping], readMapping, 0),
  takesAtMost: question([['2019-07-01T10:00', '2019-07-01T11:00'], { workingDays: 4 }, clock], takesAtMost, 0, 1),
}

/** What may stand where something else belongs. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  '2019-02-30',
  '__proto__',
  'constructor',
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  true,
  Symbol('odd'),
  [],
  [null],
  {},
  { cells: [], rejected: null },
  Object.create(null),
  new Map(),
  new Date(0),
  new Date(Number.NaN),
  () => 1,
]

type Path = readonly (string | number)[]

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
}

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  return [path, ...(isPlain(value) ? Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key])) : [])]
}

/** The same value with another at a path. */
function withAt(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = withAt(copy[key], rest, odd)
  return copy
}

const settled = async (ask: Question['ask'], given: readonly unknown[]): Promise<unknown> => {
  try {
    await ask(...(given as never[]))
  } catch (error) {
    return error
  }
  return undefined
}

describe('what does not belong there', () => {
  test.each(Object.entries(QUESTIONS))('%s refuses it in its own words', async (_, { given, ask, deep = [] }) => {
    expect(await settled(ask, given)).toBeUndefined()
    const untyped: string[] = []
    for (const [place, argument] of given.entries()) {
      for (const path of deep.includes(place) ? pathsIn(argument) : [[]]) {
        for (const odd of ODD) {
          const error = await settled(ask, given.with(place, withAt(argument, path, odd)))
          const isWorded = error instanceof ServiceTimeError && error.text('zh') !== '' && !/\[object|undefined undefined/.test(error.message)
          if (error !== undefined && !isWorded)
            untyped.push(`argument ${place} ${path.join('.')} = ${String(typeof odd === 'object' ? typeof odd : String(odd))}: ${error}`)
        }
      }
    }
    expect(untyped).toEqual([])
    // A symbol belongs nowhere.
    for (const place of given.keys())
      expect([place, await settled(ask, given.with(place, Symbol('odd')))]).toEqual([place, expect.any(ServiceTimeError)])
  })
})
