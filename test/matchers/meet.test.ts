import { readFileSync } from 'node:fs'
import { type CaseOf, clockFor, cnLicensing, createCalendar, createClock, xiaoshan2019 } from 'service-time'
import { matchersIn } from 'service-time/vitest'
import { describe, expect, test } from 'vitest'
import { HALL_HOURS, hall } from '../support/clocks.js'
import { linesOf } from '../support/failures.js'
import { policyOf } from '../support/policies.js'

const LEGEND = '█ clock runs  ▓ past the limit  ░ left of the limit  ╱ paused  · not counted'

type WaterEvents = CaseOf<typeof xiaoshan2019>['events']
const water = (...events: WaterEvents): CaseOf<typeof xiaoshan2019> => ({ id: 'W-1', rule: 'water-hookup', events })
const accepted = { type: 'accepted', at: '2019-09-29T09:12' } as const
const completed = (at: string) => ({ type: 'completed', at }) as const
const options = { clock: hall, now: '2019-10-14T09:00' }
const late = water(accepted, completed('2019-10-12T16:00'))

describe('toMeet', () => {
  test('passes for a case that was early, on time, or stopped exactly at the deadline', () => {
    expect(water(accepted, completed('2019-10-08T10:00'))).toMeet(xiaoshan2019, options)
    expect(water(accepted, completed('2019-10-10T16:00'))).toMeet(xiaoshan2019, options)
    expect(water(accepted, completed('2019-10-10T17:00'))).toMeet(xiaoshan2019, options)
  })

  test('passes for an open case until its deadline has passed', () => {
    expect(water(accepted)).toMeet(xiaoshan2019, { ...options, now: '2019-10-10T17:00' })
    expect(water(accepted)).not.toMeet(xiaoshan2019, { ...options, now: '2019-10-10T17:01' })
  })

  test('passes for a paused case that has time left, and for one that was withdrawn in time', () => {
    expect(water(accepted, { type: 'paused', at: '2019-09-30T10:00', cause: 'survey' })).toMeet(xiaoshan2019, options)
    expect(water(accepted, { type: 'withdrawn', at: '2019-09-30T10:00' })).toMeet(xiaoshan2019, options)
    expect(water(accepted, { type: 'withdrawn', at: '2019-10-11T10:00' })).not.toMeet(xiaoshan2019, options)
  })

  test('fails with the limit, the deadline, the time used, a timeline and the days that were not counted', () => {
    expect(linesOf(() => expect(late).toMeet(xiaoshan2019, options))).toEqual([
      'Case W-1 (Water hook-up) does not keep the limits of its policy:',
      'Promised limit: 4 working days, due 2019-10-10 17:00, late',
      'Counted from: 2019-09-29 09:12',
      'Status: completed, 2019-10-12 16:00, late, 6 working days used, 2 working days over',
      'As of: 2019-10-14 09:00',
      '',
      '····████····························████████████▓▓▓▓▓▓▓▓',
      ' ^start 09-29 09:12                           |       ^completed 10-12 16:00',
      '                                              ^due 10-10 17:00',
      LEGEND,
      '',
      'Not counted:',
      'Sun 2019-09-29: make-up working day for National Day, 国办发明电〔2018〕15号, start day, not counted (General Provisions of the Civil Law art. 201(1))',
      'Tue 2019-10-01 – Mon 2019-10-07: off for National Day, 国办发明电〔2018〕15号, not counted',
    ])
  })

  test('says the same in Chinese', () => {
    const { pass, message } = matchersIn('zh').toMeet.call({ isNot: false }, late, xiaoshan2019, options)
    expect(pass).toBe(false)
    expect(message().split('\n')).toEqual([
      '办件 W-1（供水报装接入）不符合政策的时限：',
      '承诺时限：4个工作日，2019年10月10日 17:00到期，已逾期',
      '起算时间：2019年9月29日 09:12',
      '办理情况：2019年10月12日 16:00 办结，超期办结，已用6个工作日，超出2个工作日',
      '截至时间：2019年10月14日 09:00',
      '',
      '····████····························████████████▓▓▓▓▓▓▓▓',
      ' ^起算 09-29 09:12                            |       ^办结 10-12 16:00',
      '                                              ^到期 10-10 17:00',
      '█ 计时  ▓ 超期  ░ 剩余时限  ╱ 暂停  · 不计',
      '',
      '不计的日子：',
      '2019年9月29日 周日 国庆节 调休上班，国办发明电〔2018〕15号，起算当日，不计（《民法总则》第二百零一条第一款）',
      '2019年10月1日 周二至2019年10月7日 周一 国庆节 放假，国办发明电〔2018〕15号，不计',
    ])
  })

  test('fails as the front pages show', () => {
    const file = { ...late, id: 'W-2' }
    for (const [page, language] of [['README.md', 'en'] as const, ['README.zh-CN.md', 'zh'] as const]) {
      const { message } = matchersIn(language).toMeet.call({}, file, xiaoshan2019, options)
      expect(readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')).toContain(`\`\`\`text\n${message()}\n\`\`\`\n`)
    }
  })

  test('fails behind `.not` with the limits that were kept', () => {
    const open = () => expect(water(accepted)).not.toMeet(xiaoshan2019, { ...options, now: '2019-10-08T10:00' })
    expect(linesOf(open).slice(0, 4)).toEqual([
      'Case W-1 (Water hook-up) keeps the limits of its policy, and should not:',
      'Promised limit: 4 working days, due 2019-10-10 17:00',
      'Counted from: 2019-09-29 09:12',
      'Status: running, 2 working days used, 2 working days left',
    ])
    const { message } = matchersIn('zh').toMeet.call({ isNot: true }, water(accepted), xiaoshan2019, { ...options, now: '2019-10-08T10:00' })
    expect(message().split('\n')[0]).toBe('办件 W-1（供水报装接入）符合政策的时限，而预期不符合：')
  })

  test('looks at the limits of stages and of delivery too, and tells of those that were passed alone', () => {
    const words = { en: 'Survey', zh: '踏勘' }
    const policy = policyOf(
      { workingDays: 10 },
      { stages: { survey: { titles: words, limit: { workingDays: 1 } } }, statutory: { workingDays: 20 }, delivery: { workingDays: 10 } },
    )
    const at = (day: number, time = '10:00') => `2019-07-${String(day).padStart(2, '0')}T${time}`
    const file = {
      id: 'S',
      rule: 'only',
      events: [
        { type: 'accepted', at: at(1) },
        { type: 'stage-started', at: at(1), stage: 'survey' },
        { type: 'stage-finished', at: at(3), stage: 'survey' },
        { type: 'completed', at: at(4) },
      ],
    }
    expect(file).toMeetStatutory(policy, { clock: hall, now: at(31) })
    expect(linesOf(() => expect(file).toMeet(policy, { clock: hall, now: at(31) })).slice(1, 4)).toEqual([
      'Limit of a stage (Survey): 1 working day, due 2019-07-02 17:00, late; 2 working days used, 1 working day over',
      'Limit for delivery: 10 working days, due 2019-07-18 17:00, overdue; 19 working days used, 9 working days over',
      'Counted from: 2019-07-01 10:00',
    ])
  })

  test('shortens a long list of days that were not counted', () => {
    const file = { id: 'L', rule: 'only', events: [{ type: 'accepted', at: '2019-01-07' }] }
    const lines = linesOf(() => expect(file).toMeet(policyOf({ workingDays: 4 }), { clock: hall, now: '2019-12-02T09:00' }))
    expect(lines.slice(lines.indexOf('Not counted:')).slice(1)).toHaveLength(13)
    expect(lines.at(-1)).toBe('… and 38 more')
  })

  test('tells that a deadline is projected, and within which bounds', () => {
    const file = { id: 'P', rule: 'only', events: [{ type: 'accepted', at: '2027-01-20' }] }
    const lines = linesOf(() => expect(file).not.toMeet(policyOf({ workingDays: 10 }), { clock: hall, now: '2027-01-21T09:00' }))
    expect(lines.filter((line) => line.startsWith('Projected:'))).toEqual([
      'Projected: the due date follows from the law until the holiday notice is published (cn-2027): 2027-02-01 at the earliest, 2027-02-11 at the latest',
    ])
  })

  test('tells of a case whose days leave the calendar what can be told', () => {
    const short = createCalendar({ id: 'short', weekend: ['saturday'], notices: [], coverage: { from: '2019-07-01', to: '2019-07-31' } })
    const clock = createClock({ calendar: short, hours: HALL_HOURS, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
    const file = { id: 'X', rule: 'only', events: [{ type: 'accepted', at: '2019-07-01T09:00' }, completed('2019-08-02T09:00')] }
    const asked = () => expect(file).toMeet(policyOf({ calendarDays: 4 }), { clock, now: '2019-08-03T09:00' })
    expect(linesOf(asked)).toEqual([
      'Case X (A) does not keep the limits of its policy:',
      'Promised limit: 4 calendar days, due 2019-07-05 17:00, late; 32 calendar days used, 28 calendar days over',
      '2019-08-01 lies after 2019-07-31, where the calendar "short" ends; ask of days up to then, or give the calendar later notices.',
    ])
  })
})

describe('toMeetStatutory', () => {
  const licence = (...events: object[]) => ({
    id: 'L-1',
    rule: 'ordinary-licence',
    events: [{ type: 'accepted', at: '2019-07-01T10:00' }, ...events],
  })
  const asked = (now: string) => ({ clock: clockFor(cnLicensing), now })

  test('looks at the limit of the law alone', () => {
    expect(licence(completed('2019-07-29T17:00'))).toMeetStatutory(cnLicensing, asked('2019-08-01T09:00'))
    expect(licence()).toMeetStatutory(cnLicensing, asked('2019-07-29T17:00'))
    expect(licence()).not.toMeetStatutory(cnLicensing, asked('2019-07-29T17:01'))
  })

  test('holds though a shorter promise was broken', () => {
    const policy = policyOf({ workingDays: 2 }, { statutory: { workingDays: 20 } })
    const file = { id: 'B', rule: 'only', events: [{ type: 'accepted', at: '2019-07-01' }, completed('2019-07-10')] }
    expect(file).not.toMeet(policy, options)
    expect(file).toMeetStatutory(policy, options)
    expect(linesOf(() => expect(file).not.toMeetStatutory(policy, options)).slice(0, 3)).toEqual([
      'Case B (A) keeps its statutory limit, and should not:',
      'Statutory limit: 20 working days, due 2019-07-29 17:00, early; 7 working days used, 13 working days left',
      'Counted from: 2019-07-01',
    ])
  })

  test('fails with the limit of the law', () => {
    expect(linesOf(() => expect(licence()).toMeetStatutory(cnLicensing, asked('2019-07-31T09:00'))).slice(0, 2)).toEqual([
      'Case L-1 (Ordinary licence) does not keep its statutory limit:',
      'Statutory limit: 20 working days, due 2019-07-29 17:00, overdue; 22 working days used, 2 working days over',
    ])
    const { message } = matchersIn('zh').toMeetStatutory.call({}, licence(), cnLicensing, asked('2019-07-31T09:00'))
    expect(message().split('\n')[0]).toMatch(/^办件 L-1（.+）不符合法定时限：$/)
  })
})
