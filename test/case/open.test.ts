import { type Convention, conventions, type Limit, type Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { judgeLimit, type Short } from '../support/cases.js'
import { errorOf } from '../support/errors.js'

const titles = { zh: '甲', en: 'A' }
const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']

describe('a date without a time', () => {
  // Model, section 4: refused, by name, where the limit counts time. The start is; what ends or pauses the same limit is taken for its midnight.
  test.each<[string, Partial<Version>, Short[], string]>([
    ['as the stop of a law in hours', { statutory: { hours: 24 } }, [ACCEPTED, ['completed', '2019-07-02']], 'events[1].at'],
    [
      'as a pause of a law in hours',
      { statutory: { workingHours: 24 } },
      [ACCEPTED, ['paused', '2019-07-02'], ['resumed', '2019-07-03T10:00']],
      'events[1].at',
    ],
    [
      'as the end of a stage with a limit in hours',
      { measure: 'union', stages: { a: { titles, limit: { workingHours: 4 } } } },
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-02', 'a'],
      ],
      'events[1].at',
    ],
    [
      'as a delivery within hours',
      { delivery: { workingHours: 4 } },
      [ACCEPTED, ['completed', '2019-07-02T10:00'], ['delivered', '2019-07-03']],
      'events[2].at',
    ],
  ])('%s is refused', (_, terms, shorts, path) => {
    expect(errorOf(() => judgeLimit({ workingDays: 4 }, shorts, '2019-07-10T09:00', terms))).toMatchObject({ code: 'time-missing', path })
  })
})

describe('a pause by the rule any-part', () => {
  const convention: Convention = { ...conventions['cn-hall'], pausedDay: 'any-part' }
  const judged = (limit: Limit, shorts: readonly Short[], now?: string) => judgeLimit(limit, [ACCEPTED, ...shorts], now, { convention })

  // Paused since Monday 11:00, nothing runs on Tuesday: used 0 at 00:00 as at 00:00:00.001.
  test.each(['2019-07-02T00:00', '2019-07-02T00:00:00.001', '2019-07-02T09:00'])('uses nothing while it lasts, seen at %s', (now) => {
    expect(judged({ workingDays: 4 }, [['paused', '2019-07-01T11:00']], now).used).toEqual({ workingDays: 0 })
  })

  // More used than the limit implies late: nothing ran on Tuesday, so a limit of 0 is kept with 0 used.
  test('uses nothing of the day at whose 00:00 the decision ends it', () => {
    const found = judged({ workingDays: 0 }, [
      ['paused', '2019-07-01T11:00'],
      ['completed', '2019-07-02T00:00'],
    ])
    expect(found).toMatchObject({ outcome: 'on-time', used: { workingDays: 0 } })
  })

  // Pause a lasts to the date of the rejection, Tuesday, whatever b does: its resume at 00:00 of Tuesday cannot make the whole shorter.
  test('lasts to the later of two ends, of which one is a date and the other its 00:00', () => {
    const dueWith = (resumed: string) => {
      const shorts: Short[] = [
        ['accepted', '2019-07-01'],
        ['paused', '2019-07-01', 'a'],
        ['paused', '2019-07-01', 'b'],
        ['resumed', resumed, 'b'],
        ['withdrawn', '2019-07-02'],
      ]
      return judgeLimit({ workingDays: 1 }, shorts, undefined, { convention }).dueAt
    }
    expect(dueWith('2019-07-02T00:00')).toBe(dueWith('2019-07-01T00:00'))
  })
})
