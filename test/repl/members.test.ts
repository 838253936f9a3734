import { clockFor, cn, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { completeMember } from '../../src/repl/members.js'
import { questionsOf, sessionWith } from '../support/session.js'

const session = sessionWith()
let calls = 0
const count = () => ++calls
const { cases } = session
const scope = { cn, clock: clockFor(xiaoshan2019), cases, clockFor, xiaoshan2019, ...questionsOf(session) }
const offered = (line: string) => completeMember(line, scope)

describe('completion of members', () => {
  test.each([
    ["deadline('2019-09-29', 'water-hookup').due", ['dueDate', 'dueAt']],
    ["deadline('2019-09-29', { workingDays: 4 }).due", ['dueDate', 'dueAt']],
    ["clock.deadline('2019-04-26', { workingDays: 4 }).due", ['dueDate', 'dueAt']],
    ["const due = deadline('2019-09-29', 4).dueA", ['dueAt']],
    ["1 + between('2019-04-26', '2019-05-05').calendar", ['calendarDays']],
    ["cn.day('2019-05-05').k", ['kind']],
    ["cn.asOf('2019-03-01').day('2019-05-05').k", ['kind']],
    ["clock.calendar.day('2019-05-05').k", ['kind']],
    ["assess('early').us", ['used']],
    ["assess('early', { now: '2019-07-10T10:00' }).us", ['used']],
    ["assess('early')?.us", ['used']],
    ["assess('early').used.work", ['workingDays']],
    ["assess(['early', 'late'])[1].us", ['used']],
    ["assess(['early', 'late']).fla", ['flatMap', 'flat']],
    ["explain(cases['early']).tur", ['turns']],
    ['clockFor(xiaoshan2019).nextO', ['nextOpening']],
    ["console.log(add('2019-05-06', 4).startsW", ['startsWith']],
    ['({ first: 1, second: 2 }).f', ['first']],
    ["assess('no-such-case', {}).", []],
    ['count(1, 2).', []],
    ['cases.early.events.push({}, 1).', []],
    ["cases['early'].events.push({}, 1).", []],
    ['add(cases.early = {}, 4).', []],
    ["add('2019-05-06', count()).", []],
    ['((count, count))(1).', []],
  ])('of %s offers %j and nothing else', (line, names) => {
    const [found, part] = offered(line) ?? []
    expect([[...(found ?? ['none'])].sort(), line.endsWith(String(part))]).toEqual([[...names].sort(), true])
  })

  test.each(['', 'cn.', 'cases.early.', "'a, b.", "add('2019.", "assess('early')", '1.', 'count().', 'f(1, 2) + cn.', 'const x = cn.'])(
    'of %j is left to Node',
    (line) => {
      expect(offered(line)).toBeUndefined()
    },
  )

  test('has all the keys of a result', () => {
    expect(offered("cn.forecast('2027-01-20', 10).")).toEqual([Object.keys(cn.forecast('2027-01-20', 10)), ''])
  })

  test('changes nothing', () => {
    expect([calls, cases['early']?.events.length]).toEqual([0, 2])
    expect(count()).toBe(1)
  })
})
