import type { Limit, Version } from 'service-time'
import { describe, expect, test } from 'vitest'
import { judgeLimit, type Short } from '../support/cases.js'
import { errorOf } from '../support/errors.js'

const titles = { zh: '甲', en: 'A' }
const RECEIVED: Short = ['received', '2019-07-01T10:00']
const ACCEPTED: Short = ['accepted', '2019-07-01T10:00']
const DAYS: Limit = { workingDays: 4 }
const HOURS: Limit = { workingHours: 4 }
const staged: Partial<Version> = { measure: 'union', stages: { a: { titles, limit: HOURS }, b: { titles } } }

describe('a date without a time', () => {
  test.each<[string, Limit, Partial<Version>, Short[], string]>([
    ['as the stop of a law in hours', DAYS, { statutory: { hours: 24 } }, [ACCEPTED, ['completed', '2019-07-02']], 'events[1].at'],
    [
      'as a pause of a law in hours',
      DAYS,
      { statutory: { workingHours: 24 } },
      [ACCEPTED, ['paused', '2019-07-02'], ['resumed', '2019-07-03T10:00']],
      'events[1].at',
    ],
    [
      'as the end of a stage with a limit in hours',
      DAYS,
      staged,
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-02', 'a'],
      ],
      'events[1].at',
    ],
    [
      'as the end of a pause within such a stage',
      DAYS,
      staged,
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['paused', '2019-07-01T11:00'],
        ['resumed', '2019-07-03'],
      ],
      'events[2].at',
    ],
    [
      'as the withdrawal after such a stage',
      DAYS,
      staged,
      [
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-01T11:00', 'a'],
        ['withdrawn', '2019-07-03'],
      ],
      'events[2].at',
    ],
    [
      'as a delivery within hours',
      DAYS,
      { delivery: HOURS },
      [ACCEPTED, ['completed', '2019-07-02T10:00'], ['delivered', '2019-07-03']],
      'events[2].at',
    ],
    ['as the decision from which such a delivery counts', DAYS, { delivery: HOURS }, [ACCEPTED, ['completed', '2019-07-02']], 'events[1].at'],
    [
      'as a receipt that is to be answered within hours',
      DAYS,
      { deemedAcceptance: HOURS },
      [
        ['received', '2019-07-01'],
        ['accepted', '2019-07-01T11:00'],
      ],
      'events[0].at',
    ],
    ['as the answer to such a receipt', DAYS, { deemedAcceptance: HOURS }, [RECEIVED, ['accepted', '2019-07-02']], 'events[1].at'],
    [
      'as a receipt that starts a clock of hours, because no answer came in time',
      HOURS,
      { deemedAcceptance: { workingDays: 2 } },
      [
        ['received', '2019-07-01'],
        ['accepted', '2019-07-08T10:00'],
      ],
      'events[0].at',
    ],
    ['as the revocation of a law in hours', DAYS, { statutory: { hours: 24 } }, [ACCEPTED, ['revoked', '2019-07-02']], 'events[1].at'],
    [
      'as the revocation after a stage with a limit in hours',
      DAYS,
      staged,
      [
        ['accepted', '2019-06-28'],
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['stage-finished', '2019-07-01T11:00', 'a'],
        ['revoked', '2019-07-03'],
      ],
      'events[3].at',
    ],
    [
      'as the delivery to which a clock of hours runs',
      HOURS,
      { stops: 'delivered' },
      [ACCEPTED, ['completed', '2019-07-01T11:00'], ['delivered', '2019-07-03']],
      'events[2].at',
    ],
    ['as the acceptance that starts a clock of hours', HOURS, {}, [['accepted', '2019-07-01']], 'events[0].at'],
    ['as the receipt that starts a clock of hours', HOURS, { starts: 'received' }, [['received', '2019-07-01']], 'events[0].at'],
  ])('%s is refused', (_, limit, terms, shorts, path) => {
    for (const now of ['2019-07-01T12:00', '2019-07-10T09:00'])
      expect(errorOf(() => judgeLimit(limit, shorts, now, terms))).toMatchObject({
        code: 'time-missing',
        path,
        caseId: 'C',
        facts: { why: 'time-unit' },
      })
  })

  test.each<[string, Limit, Partial<Version>, Short[]]>([
    [
      'before a stage with a limit in hours, and after it',
      DAYS,
      staged,
      [
        ['stage-started', '2019-07-01', 'b'],
        ['paused', '2019-07-01'],
        ['resumed', '2019-07-02'],
        ['stage-started', '2019-07-02T10:00', 'a'],
        ['stage-finished', '2019-07-02T11:00', 'a'],
        ['stage-finished', '2019-07-03', 'b'],
        ['completed', '2019-07-03'],
      ],
    ],
    [
      'of what happens beside a stage with a limit in hours',
      DAYS,
      staged,
      [
        ['received', '2019-07-01'],
        ['stage-started', '2019-07-01T10:00', 'a'],
        ['accepted', '2019-07-01'],
      ],
    ],
    ['of the handing over after a clock of hours', HOURS, {}, [ACCEPTED, ['completed', '2019-07-01T11:00'], ['delivered', '2019-07-03']]],
    [
      'of the handing over within hours, where the clock itself runs to it in days',
      DAYS,
      { stops: 'delivered', delivery: HOURS },
      [ACCEPTED, ['completed', '2019-07-02'], ['delivered', '2019-07-03']],
    ],
    [
      'of a receipt to be answered within hours, where it starts the clock itself',
      DAYS,
      { starts: 'received', deemedAcceptance: HOURS },
      [['received', '2019-07-01']],
    ],
    ['of the acceptance where the receipt starts a clock of hours', HOURS, { starts: 'received' }, [RECEIVED, ['accepted', '2019-07-02']]],
    ['of a stage beside it', DAYS, staged, [['stage-started', '2019-07-01', 'b']]],
    ['before the decision from which a delivery counts in hours', DAYS, { delivery: HOURS }, [['accepted', '2019-07-01']]],
    [
      'after the answer to a receipt within hours',
      DAYS,
      { deemedAcceptance: HOURS },
      [RECEIVED, ['accepted', '2019-07-01T11:00'], ['completed', '2019-07-03']],
    ],
    [
      'of a receipt that was answered in time, beside a clock of hours',
      HOURS,
      { deemedAcceptance: { workingDays: 2 } },
      [
        ['received', '2019-07-01'],
        ['accepted', '2019-07-02T10:00'],
      ],
    ],
  ])('%s is let pass', (_, limit, terms, shorts) => {
    expect(judgeLimit(limit, shorts, '2019-07-10T09:00', terms).basis.now).toBe('2019-07-10T09:00:00+08:00')
  })
})

describe('papers that nobody has answered', () => {
  const deemed: Partial<Version> = { deemedAcceptance: { workingDays: 2 } }
  const judged = (shorts: readonly Short[], now: string) => judgeLimit(DAYS, shorts, now, deemed)

  test.each(['2019-07-02T11:00', '2019-07-05T09:00'])('cannot be paused while they may still be answered, seen at %s', (now) => {
    const error = errorOf(() => judged([RECEIVED, ['paused', '2019-07-02T10:00']], now))
    const allowed = ['accepted', 'correction-requested', 'rejected', 'withdrawn']
    expect(error).toMatchObject({ code: 'event-not-allowed', caseId: 'C', path: 'events[1].type', facts: { index: 1, after: 'received', allowed } })
  })

  test('can be once they count as accepted', () => {
    const shorts: Short[] = [RECEIVED, ['paused', '2019-07-04T10:00']]
    expect(judged(shorts, '2019-07-02T11:00').state).toBe('waiting')
    expect(judged(shorts, '2019-07-05T09:00').state).toBe('paused')
  })
})
