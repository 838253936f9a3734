import fc from 'fast-check'
import { cn, createClock } from 'service-time'
import { matchersIn } from 'service-time/vitest'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { linesOf } from '../support/failures.js'

describe('toTakeAtMost', () => {
  test('passes up to the deadline of the clock, and not a minute longer', () => {
    expect(['2019-04-26T10:00', '2019-05-05T17:00']).toTakeAtMost({ workingDays: 4 }, hall)
    expect(['2019-04-26T10:00', '2019-05-05T17:01']).not.toTakeAtMost({ workingDays: 4 }, hall)
    expect(['2019-05-06T10:00', '2019-05-07T11:30']).toTakeAtMost({ workingHours: 8 }, hall)
    expect(['2019-05-06T10:00', '2019-05-07T11:31']).not.toTakeAtMost({ workingHours: 8 }, hall)
    expect([Date.UTC(2019, 7, 31, 2), new Date(Date.UTC(2020, 2, 2, 9))]).toTakeAtMost({ months: 6 }, hall)
  })

  test('takes dates without times where the limit counts days', () => {
    expect(['2019-04-26', '2019-05-05']).toTakeAtMost({ workingDays: 4 }, hall)
    expect(['2019-04-26', '2019-05-06']).not.toTakeAtMost({ workingDays: 4 }, hall)
    expect(['2019-04-26T10:00', '2019-04-26']).toTakeAtMost({ workingDays: 0 }, hall)
  })

  test('agrees with the deadline of the clock for any span', () => {
    const from = Date.UTC(2012, 0, 1)
    const limit = fc.oneof(
      fc.nat(60).map((workingDays) => ({ workingDays })),
      fc.nat(3_000).map((workingMinutes) => ({ workingMinutes })),
      fc.nat(90).map((calendarDays) => ({ calendarDays })),
      fc.nat(300).map((hours) => ({ hours })),
    )
    fc.assert(
      fc.property(fc.nat(10 * 365 * 24 * 60), fc.nat(150 * 24 * 60), limit, (after, minutes, amount) => {
        const [start, end] = [from + after * 60_000, from + (after + minutes) * 60_000]
        const isKept = end <= Date.parse(hall.deadline(start, amount).dueAt)
        if (isKept) expect([start, end]).toTakeAtMost(amount, hall)
        else expect([start, end]).not.toTakeAtMost(amount, hall)
      }),
    )
  })

  test('fails with the limit, its end, the time used, a timeline and the days that were not counted', () => {
    expect(linesOf(() => expect(['2019-04-26T10:00', '2019-05-06T16:00']).toTakeAtMost({ workingDays: 4 }, hall))).toEqual([
      '2019-04-26 10:00 – 2019-05-06 16:00 does not keep to 4 working days:',
      'Limit: 4 working days, due 2019-05-05 17:00, late',
      'Counted from: 2019-04-26 10:00',
      'Status: completed, 2019-05-06 16:00, late, 5 working days used, 1 working day over',
      'As of: 2019-05-06 16:00',
      '',
      '········████████████················████▓▓▓▓',
      ' ^start 04-26 10:00                   |   ^completed 05-06 16:00',
      '                                      ^due 05-05 17:00',
      '█ clock runs  ▓ past the limit  ░ left of the limit  ╱ paused  · not counted',
      '',
      'Not counted:',
      'Fri 2019-04-26: working day, start day, not counted',
      'Sat 2019-04-27: weekend, not counted',
      'Wed 2019-05-01 – Sat 2019-05-04: off for Labour Day, 国办发明电〔2019〕3号, not counted',
    ])
  })

  test('fails behind `.not`, and in Chinese', () => {
    const span = ['2019-04-26', '2019-05-05']
    expect(linesOf(() => expect(span).not.toTakeAtMost({ workingDays: 4 }, hall)).slice(0, 2)).toEqual([
      '2019-04-26 – 2019-05-05 keeps to 4 working days, and should not:',
      'Limit: 4 working days, due 2019-05-05 17:00, on time',
    ])
    const { toTakeAtMost } = matchersIn('zh')
    const firstOf = (limit: { workingDays: number }) => toTakeAtMost.call({}, span, limit, hall).message().split('\n').slice(0, 2)
    expect(firstOf({ workingDays: 4 })).toEqual([
      '2019年4月26日至2019年5月5日未超过4个工作日，而预期超过：',
      '时限：4个工作日，2019年5月5日 17:00到期，按时完成',
    ])
    expect(firstOf({ workingDays: 3 })).toEqual(['2019年4月26日至2019年5月5日超过3个工作日：', '时限：3个工作日，2019年4月30日 17:00到期，已逾期'])
  })

  test('needs a clock with a convention, like a deadline', () => {
    const bare = createClock({ calendar: cn, hours: HALL_HOURS, timeZone: 'Asia/Shanghai' })
    expect(linesOf(() => expect(['2019-04-26', '2019-05-05']).toTakeAtMost({ workingDays: 4 }, bare))).toEqual([
      'toTakeAtMost cannot judge this: The law decides how a period is counted, so there is no default: give a convention, such as "cn-civil-code", to the clock or to this call. [convention-missing]',
    ])
  })
})
