import { type CaseOf, cnLicensing, type Explanation, explain, say, type XiaoshanRule, xiaoshan2019 } from 'service-time'
import { type TimelineOptions, timeline } from 'service-time/render'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/render/svg.js'
import { eventsOf, type Short } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { errorOf } from '../support/errors.js'
import { allOf, numberOf, svgFrom, textsOf } from '../support/svg.js'

const explained = (rule: XiaoshanRule, shorts: readonly Short[], now: string, id = 'A-1') =>
  explain({ id, rule, events: eventsOf(shorts) }, { policy: xiaoshan2019, clock: hall, now })

const national = explained('water-hookup', [['accepted', '2019-09-29T09:12']], '2019-10-08T10:00')
const late = explained(
  'water-hookup',
  [
    ['accepted', '2019-07-01T09:12'],
    ['completed', '2019-07-17T11:00'],
  ],
  '2019-08-20T09:00',
)
const paused = explained(
  'water-hookup',
  [
    ['accepted', '2019-07-01T09:12'],
    ['paused', '2019-07-03T11:00', '现场勘查'],
  ],
  '2019-07-12T09:00',
)
const setup = explained(
  'business-setup',
  [
    ['stage-started', '2019-07-03T11:00', 'registration'],
    ['stage-finished', '2019-07-03T14:00', 'registration'],
    ['stage-started', '2019-07-03T14:00', 'seal'],
  ],
  '2019-07-04T11:00',
)
const years = explained('water-hookup', [['accepted', '2019-07-01T09:12']], '2023-08-20T09:00')
const waiting = explained('water-hookup', [['received', '2019-07-01T09:12']], '2019-07-02T09:00')
const heard: CaseOf<typeof cnLicensing> = {
  id: 'L-1',
  rule: 'ordinary-licence',
  events: [
    { type: 'accepted', at: '2019-07-01T10:00' },
    { type: 'paused', at: '2019-07-05T10:00', cause: 'hearing' },
    { type: 'resumed', at: '2019-07-22T10:00' },
    { type: 'extended', at: '2019-07-25T10:00', by: { workingDays: 10 }, reason: '现场复核' },
    { type: 'completed', at: '2019-08-06T10:00' },
  ],
}
const licence = explain(heard, { policy: cnLicensing, clock: hall, now: '2019-08-20T09:00' })

const certificate = explained(
  'sixty-minute-certificate',
  [
    ['received', '2019-07-01T10:00'],
    ['delivered', '2019-07-01T10:59'],
  ],
  '2019-07-01T11:30',
)

const ACCEPTED: readonly Short[] = [['accepted', '2019-07-01T09:12']]

const textOf = (explanation: Explanation, options: TimelineOptions = {}) =>
  timeline(explanation, { format: 'text', columns: 64, ...options }).split('\n')

describe('a timeline as text', () => {
  test.each<[string, Explanation, TimelineOptions, string[]]>([
    [
      'a day is some columns wide, and days off are dots',
      national,
      {},
      [
        'A-1；计时中，已用2个工作日，剩余2个工作日',
        '····████····························████░░░░░░░░',
        ' ^起算 09-29 09:12                   |        ^到期 10-10 17:00',
        '                                     ^当前 10-08 10:00',
      ],
    ],
    [
      'time past the limit is darker than what is left of it',
      late,
      { language: 'en' },
      [
        'A-1; completed, 2019-07-17 11:00, late, 12 working days used, 8…',
        '··████████····▓▓▓▓▓▓▓▓▓▓····▓▓▓▓▓▓',
        '|        ^due 07-05 17:00       ^completed 07-17 11:00',
        '^start 07-01 09:12',
      ],
    ],
    [
      'a pause is struck out, and its end if it resumed now stands above',
      paused,
      { columns: 80 },
      [
        'A-1；暂停，已用2个工作日，剩余2个工作日；到期 暂停期间不确定；若此刻恢复，为201…',
        '····████████╱╱╱╱╱╱╱╱········╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱',
        ' ^起算 07-01 09:12                           ^当前 07-12 09:00',
      ],
    ],
    [
      'a session is as long as it lasted, between the first opening and the last closing',
      setup,
      { language: 'en' },
      [
        'A-1; running, 6.5 working hours used, 1.5 working hours left',
        '·······▆██▇·····▅███████████████████░░░░·····░░░··········',
        '       ^start 07-03 11:00           |          ^due 07-04 14:00',
        '                                    ^now 07-04 11:00',
      ],
    ],
    [
      'of two that come to stand at one place the nearer label stands for the pole of the other',
      certificate,
      { language: 'en', columns: 32 },
      ['A-1; completed, 2019-07-01 10:5…', '█████████▇', '|        ^completed 07-01 10:59', '|        ^due 07-01 11:00', '^start 07-01 10:00'],
    ],
    ['one whose clock has not started is said in a line', waiting, { language: 'en' }, ['A-1; waiting']],
  ])('%s', (_, explanation, options, lines) => {
    expect(textOf(explanation, options)).toEqual(lines)
  })
})

const drawn = (explanation: Explanation, options: TimelineOptions = {}) => svgFrom(timeline(explanation, { language: 'en', ...options }))
const cellsIn = (explanation: Explanation, options: TimelineOptions = {}) =>
  allOf(drawn(explanation, options), 'g').map((cell) => [cell.getAttribute('data-from'), cell.getAttribute('data-to')])

describe('a timeline as a picture', () => {
  test('is an image with a name and a description for those who do not see it', () => {
    const svg = drawn(late)
    expect(svg.getAttribute('role')).toBe('img')
    expect(textsOf(svg, 'title')[0]).toBe('A-1, Water hook-up')
    expect(textsOf(svg, 'desc')).toEqual([say(late, 'en').head.join('\n')])
    expect(drawn(late, { language: 'zh' }).getAttribute('lang')).toBe('zh-CN')
  })

  test('has a cell for each day, which says what say says of it, with its running number', () => {
    const svg = drawn(national)
    expect(cellsIn(national)).toEqual(national.days.map(({ date }) => [date, date]))
    expect(textsOf(svg, 'title').slice(1)).toEqual(say(national, 'en').days)
    expect(allOf(svg, 'g').flatMap((cell) => textsOf(cell, 'text'))).toEqual(['1', '2', '3', '4'])
  })

  test('names its start, its warning, its due date and now, and what notices say of its days', () => {
    const labels = textsOf(drawn(national), 'text')
    for (const label of ['start 09-29 09:12', 'warning 10-09', 'due 10-10 17:00', 'now 10-08 10:00', 'National Day (off)', 'National Day (worked)'])
      expect(labels).toContain(label)
  })

  test('names a pause by its cause and the due date of the delivery', () => {
    const labels = textsOf(drawn(licence, { language: 'zh' }), 'text')
    for (const label of ['暂停：听证', '送达到期 08-20 17:00', '办结 08-06 10:00']) expect(labels).toContain(label)
  })

  test('draws sessions as long as they lasted', () => {
    const [first, second] = allOf(drawn(setup), 'g').map((cell) =>
      allOf(cell, 'rect')
        .filter((rect) => rect.getAttribute('class') === 'st-running')
        .map((rect) => numberOf(rect, 'width')),
    )
    // An hour before noon, half an hour and three hours after it; two hours of the morning.
    const [hour = 0] = first as number[]
    expect([...(first as number[]), ...(second as number[])].map((width) => Math.round((width / hour) * 10) / 10)).toEqual([1, 3.5, 2])
  })

  test('cuts what a pause beside the edge is called to the room that is left', () => {
    const halted = explained('water-hookup', [...ACCEPTED, ['paused', '2019-07-10T16:00', '现场勘查并等待申请人补充资料']], '2019-07-11T17:00')
    const labels = allOf(drawn(halted, { width: 320 }), 'text')
    const ends = labels.map((label) => numberOf(label, 'x') + textWidth(label.textContent ?? '', Number(label.getAttribute('font-size') ?? 12)))
    expect(Math.max(...ends)).toBeLessThanOrEqual(320)
    expect(labels.map((label) => label.textContent)).toContain('paused: 现场勘查…')
  })

  test('has a row for each stage, from its start to its end', () => {
    const labels = textsOf(drawn(setup), 'text')
    expect(labels).toContain('Company registration')
    expect(labels).toContain('Seal engraving')
    expect(labels).not.toContain('Bank account opening')
  })

  test.each([
    [national, 720, 12],
    [licence, 720, 58],
    [licence, 400, 9],
    [years, 2_400, 216],
    [years, 720, 50],
    [years, 320, 17],
  ])('of many days for its width draws weeks, months or quarters (%#)', (explanation, width, count) => {
    expect(cellsIn(explanation, { width })).toHaveLength(count)
  })

  test('tells of days drawn together how many are of each kind', () => {
    expect(textsOf(drawn(years), 'title')[2]).toBe('2019-08-01 to 2019-08-31, days: past the limit 22, not counted 9')
    expect(textsOf(drawn(years, { language: 'zh' }), 'title')[2]).toBe('2019-08-01至2019-08-31（天数）：超期 22，不计 9')
  })

  test('has the colours that the screen asks for, and on paper the light ones', () => {
    const style = (theme: TimelineOptions['theme']) => textsOf(drawn(national, theme ? { theme } : {}), 'style')[0] as string
    expect(style(undefined)).toMatch(/@media screen and \(prefers-color-scheme:dark\)/)
    expect(style('auto').startsWith(style('light'))).toBe(true)
    expect(style('dark')).not.toMatch(/@media|#ffffff/)
  })

  test('tells its kinds of time apart without colours', () => {
    const svg = drawn(paused)
    const hatched = allOf(svg, 'g').filter((cell) => allOf(cell, 'path').some((path) => path.getAttribute('class') === 'st-hatch-paused'))
    expect(hatched).toHaveLength(paused.days.filter(({ why }) => why === 'not-running').length)
  })

  test('writes whatever a case is called, and never as markup', () => {
    const name = '<script>alert("&amp;\u0000\u0008\ud800\uffff")</script>'
    const svg = drawn(explained('water-hookup', [['accepted', '2019-07-01']], '2019-07-02T09:00', name))
    expect(allOf(svg, 'script')).toEqual([])
    expect(textsOf(svg, 'title')[0]).toBe('<script>alert("&amp;\ufffd\ufffd\ufffd\ufffd")</script>, Water hook-up')
  })

  test('of a case whose clock has not started says so', () => {
    const svg = drawn(waiting)
    expect(allOf(svg, 'g')).toEqual([])
    expect(textsOf(svg, 'text')).toEqual(['A-1  Water hook-up', 'waiting'])
  })
})

describe('a timeline is refused', () => {
  test.each<[string, unknown, unknown, string, string]>([
    ['of what is no explanation', {}, {}, 'value-invalid', ''],
    ['in another format', late, { format: 'png' }, 'choice-unknown', 'format'],
    ['in another language', late, { language: 'fr' }, 'choice-unknown', 'language'],
    ['in other colours', late, { theme: 'sepia' }, 'choice-unknown', 'theme'],
    ['in too few pixels', late, { width: 319 }, 'value-invalid', 'width'],
    ['in too few columns', late, { columns: 31 }, 'value-invalid', 'columns'],
    ['with an option that is not known', late, { lang: 'en' }, 'choice-unknown', 'options'],
    ['with what are no options', late, 'svg', 'value-invalid', 'options'],
  ])('%s', (_, explanation, options, code, path) => {
    const error = errorOf(() => timeline(explanation as Explanation, options as TimelineOptions))
    expect([error.code, error.path]).toEqual([code, path])
  })
})
