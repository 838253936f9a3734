/* Are the promises kept? A test suite over the cases of a hall: single cases, the limits of the law, spans of time and the rate of all. */
import { assess, type CaseOf, clockFor, cnLicensing, xiaoshan2019 } from 'service-time'
import 'service-time/vitest'
import { describe, expect, test } from 'vitest'

const clock = clockFor(xiaoshan2019)
const options = { clock, now: '2019-10-12T17:00+08:00' }

/** What a program under test would give: cases as they were recorded. */
const cases: CaseOf<typeof xiaoshan2019>[] = [
  {
    id: 'W-1',
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2019-09-29T09:12' }, // a Sunday that was worked
      { type: 'completed', at: '2019-10-10T16:00', result: 'approved' }, // seven days of holiday do not count
    ],
  },
  {
    id: 'W-2',
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2019-09-16T10:00' },
      { type: 'paused', at: '2019-09-18T15:00', cause: 'site-survey' },
      { type: 'resumed', at: '2019-09-27T09:30' },
      { type: 'completed', at: '2019-09-30T11:00' },
    ],
  },
  {
    id: 'G-1',
    rule: 'gas-hookup',
    events: [{ type: 'accepted', at: '2019-10-10T10:00' }],
  },
]

describe('the promises of 2019', () => {
  test.each(cases)('are kept in case $id', (file) => {
    expect(file).toMeet(xiaoshan2019, options)
  })

  test('are broken in a case that took a day more', () => {
    const late = { ...cases[0], events: [cases[0]?.events[0], { type: 'completed', at: '2019-10-11T09:00' }] }
    expect(late).not.toMeet(xiaoshan2019, options)
  })

  test('are due after the holiday', () => {
    expect(cases[0]).toBeDueAt('2019-10-10T17:00+08:00', { policy: xiaoshan2019, ...options })
    expect(cases[0]).toBeDueAt('2019-10-10', { policy: xiaoshan2019, ...options })
  })

  test('are kept in 95 of 100 cases that were completed', () => {
    expect(cases.map((file) => assess(file, { policy: xiaoshan2019, ...options }))).toHaveOnTimeRate({ atLeast: 0.95 })
  })
})

test('a licence is granted within the limit of the law', () => {
  const licence = { id: 'L-1', rule: 'ordinary-licence', events: [{ type: 'accepted', at: '2019-09-02T10:00' }] }
  expect(licence).toMeetStatutory(cnLicensing, { clock: clockFor(cnLicensing), now: '2019-09-20T10:00' })
})

test('four working days around Labour Day 2019, of which two Sundays were worked', () => {
  expect(['2019-04-26T10:00', '2019-05-05T17:00']).toTakeAtMost({ workingDays: 4 }, clock)
  expect(['2019-04-26T10:00', '2019-05-06T09:00']).not.toTakeAtMost({ workingDays: 4 }, clock)
})

test('a page of a list can hold cases that keep their promises', () => {
  expect({ total: 3, cases }).toEqual({ total: 3, cases: cases.map(() => expect.toMeet(xiaoshan2019, options)) })
})
