import { type Assessment, assess, clockFor, cn, cnLicensing, createClock, hangzhou2016, say, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { printerOf } from '../../src/repl/print.js'
import { errorOf } from '../support/errors.js'
import { questionsOf, sessionWith } from '../support/session.js'

const english = sessionWith()
const chinese = sessionWith({ language: 'zh' })
const coloured = sessionWith({ isColoured: true })
const print = printerOf(english)
const ask = questionsOf(english)

describe('a date', () => {
  test.each([
    ['2019-05-05', "'2019-05-05'  Sun, make-up working day, Labour Day, 国办发明电〔2019〕3号"],
    ['2019-05-06', "'2019-05-06'  Mon, working day"],
    ['2019-05-05T09:00:00+08:00', "'2019-05-05T09:00:00+08:00'  Sun, make-up working day, Labour Day, 国办发明电〔2019〕3号"],
    ['2027-01-19', "'2027-01-19'  Tue, working day, projected; awaits cn-2027"],
  ])('%s is written with what its day is', (text, written) => {
    expect(print(text)).toBe(written)
  })

  test('is written so in Chinese', () => {
    expect(printerOf(chinese)('2019-05-05')).toBe("'2019-05-05'  周日，调休上班，劳动节，国办发明电〔2019〕3号")
  })

  test.each(['2019-02-30', '1999-01-01', '2019-05-05T20:00:00Z', 'water', '2019', '2019-05-05 and more'])(
    'is not what %s is: that is a text like any other',
    (text) => {
      expect(print(text)).toBe(`'${text}'`)
    },
  )
})

describe('a day', () => {
  test('is written by its kind, its occasion and its notice', () => {
    expect(print(cn.day('2019-05-01'))).toBe('day off, Labour Day, 国办发明电〔2019〕3号')
    expect(printerOf(chinese)(cn.day('2019-05-01'))).toBe('放假，劳动节，国办发明电〔2019〕3号')
    expect(print(cn.extend(hangzhou2016).day('2016-09-01'))).toBe('closed, G20杭州峰会, 杭政办函〔2016〕75号')
    expect(print(cn.day('2019-05-06'))).toBe('working day')
    expect(print(ask.month('2019-05')[4])).toBe('2019-05-05 make-up working day, Labour Day, 国办发明电〔2019〕3号')
  })
})

describe('a month', () => {
  test('is a grid, with its occasions and what the marks mean', () => {
    expect(print(ask.month('2019-10')).split('\n')).toEqual([
      'October 2019: 19 working days',
      'Mo Tu We Th Fr Sa Su',
      '    1* 2* 3* 4* 5* 6*',
      ' 7* 8  9 10 11 12+13.',
      '14 15 16 17 18 19.20.',
      '21 22 23 24 25 26.27.',
      '28 29 30 31',
      '',
      '10-01 – 10-07 National Day (day off)',
      '10-12 National Day (make-up working day)',
      '',
      '* day off  + make-up working day  . weekend',
    ])
  })

  test('is written in the language of the time of writing', () => {
    const session = sessionWith()
    const days = questionsOf(session).month('2019-10')
    session.language = 'zh'
    expect(printerOf(session)(days).split('\n')[0]).toBe('2019年10月；工作日19天')
  })

  test('has colours at a terminal', () => {
    expect(printerOf(coloured)(questionsOf(coloured).month('2019-10'))).toContain('\u001B[31m 1*\u001B[0m')
  })

  test('of a year is one of twelve', () => {
    expect(print(ask.year(2025)).split('\n')[0]).toBe('2025: 248 working days')
  })
})

describe('a verdict', () => {
  test('is a line and its timeline', () => {
    expect(print(ask.assess('holiday')).split('\n')).toEqual([
      '[green] holiday: completed, 2019-10-10 16:00, on time, 4 working days used, 0 working days left',
      '····████····························████████████',
      ' ^start 09-29 09:12                           ^completed 10-10 16:00',
      '                                              ^due 10-10 17:00',
    ])
  })

  test.each([
    ['holiday', '\u001B[32m[green] '],
    ['paused', '\u001B[33m[yellow] '],
    ['late', '\u001B[31m[red] '],
  ])('of %s has the colour of its light', (id, start) => {
    expect(printerOf(coloured)(questionsOf(coloured).assess(id)).startsWith(start)).toBe(true)
  })

  test('in a table has the title of its rule in Chinese, of whichever policy', () => {
    const rows = questionsOf(chinese).assess(['early', 'licence']) as readonly Assessment[]
    for (const table of [rows, [...rows]].map(printerOf(chinese))) {
      expect(table).toContain(xiaoshan2019.rules['water-hookup']?.titles.zh)
      expect(table).toContain(cnLicensing.rules['ordinary-licence']?.titles.zh)
    }
  })

  test('of an open case says by whose time it was judged, where that is the host’s', () => {
    const said = 'judged at 2026-11-28 10:00, by the time of this computer; .now sets another'
    expect(print(ask.assess('open')).split('\n').at(-1)).toBe(said)
    expect(print(ask.assess('early'))).not.toContain('judged')
    expect(print(ask.assess('open', { now: '2026-11-24T10:00' }))).not.toContain('judged')
    const fixed = sessionWith()
    fixed.setNow('2026-11-24T10:00')
    expect(printerOf(fixed)(questionsOf(fixed).assess('open'))).not.toContain('judged')
  })

  test('tells what the timeline does not', () => {
    expect(print(ask.assess('resumed')).split('\n').at(-1)).toBe('kept open from 2019-07-05')
  })

  test('that comes from elsewhere is a line', () => {
    const file = { id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] } as const
    const verdict = assess(file, { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2019-07-03T09:00' })
    expect(print(verdict)).toBe('[green] A-1: open, due 2019-07-05 17:00')
    expect(printerOf(chinese)(verdict)).toBe('[绿灯] A-1：在办，到期 2019-07-05 17:00')
  })

  test('of many cases is a row of a table', () => {
    const lines = print(ask.assess(english.cases)).split('\n')
    expect(lines[0]?.split(/ +/)).toEqual(['case', 'rule', 'from', 'due', 'stopped', 'used', 'outcome', 'light', 'notes'])
    expect(lines).toHaveLength(1 + Object.keys(english.cases).length + 1)
    expect(print([ask.assess('early'), ask.assess('late')]).split('\n')).toHaveLength(3)
  })

  test('steers no terminal by the id of a case', () => {
    const file = { id: 'A\u001B[31m', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] } as const
    expect(print(ask.assess(file))).not.toContain('\u001B')
    expect(print(file)).not.toContain('\u001B')
  })
})

describe('an explanation', () => {
  test('is the verdict with its timeline and every day with its reason', () => {
    const lines = print(ask.explain('holiday')).split('\n')
    expect(lines[0]).toContain('[green] holiday: completed')
    expect(lines).toContain('Tue 2019-10-01: off for National Day, 国办发明电〔2018〕15号, not counted')
  })
})

describe('words', () => {
  test('are written as they are', () => {
    const words = say(ask.explain('holiday'), 'zh')
    expect(print(words)).toBe(words.text)
  })
})

describe('what answers rest on', () => {
  test.each([
    [cn, /^calendar cn: 2007-01-01 to 2050-12-31, settled to 2026-12-24, projected from there on; edition [0-9a-f]+$/],
    [clockFor(xiaoshan2019), /^clock on the calendar cn: 09:00-12:00, 13:30-17:00; Asia\/Shanghai; cn-civil-code$/],
    [
      createClock({ calendar: cn, hours: { workday: ['09:00-12:00'], dates: { '2019-05-06': [] } }, timeZone: 'Asia/Tokyo' }),
      /^clock on the calendar cn: \{ workday: .*'2019-05-06': \[\] \} \}; Asia\/Tokyo$/,
    ],
    [cnLicensing, /^cn-licensing: .*\nordinary-licence +Ordinary licence +20 working days\n/],
    [xiaoshan2019, /15 working days on average.*2 working days less than before/s],
    [clockFor(xiaoshan2019).deadline('2019-08-31', { months: 6 }), /^due Mon 2020-03-02 17:00, counted from 2019-08-31$/],
    [clockFor(xiaoshan2019).deadline('2026-11-23', { workingDays: 40 }), /, projected; awaits cn-2027$/],
    [clockFor(xiaoshan2019).between('2019-05-06T09:00', '2019-05-07T09:00'), /^1 working day, 390 working minutes, 1 calendar day$/],
    [clockFor(xiaoshan2019).between('2027-03-01', '2027-03-02'), /, projected; awaits cn-2027$/],
  ])('is written in words: %#', (value, written) => {
    expect(print(value)).toMatch(written)
    expect(printerOf(chinese)(value)).toMatch(/\p{Script=Han}/u)
  })

  test('is the policies of the session by their names', () => {
    expect(print(english.policies).split('\n')).toEqual(
      Object.entries(english.policies).map(([name, { rules }]) =>
        expect.stringMatching(new RegExp(`^${name} .* ${Object.keys(rules).length} rules$`)),
      ),
    )
    expect(printerOf(chinese)(chinese.policies)).toMatch(/18 条规则/)
  })

  test('is a case by its events, and the cases of a session by their names', () => {
    expect(print(english.cases['licence'])).toBe(
      [
        'licence: ordinary-licence',
        '  2019-07-01 10:00  accepted',
        '  2019-07-05 10:00  paused     hearing',
        '  2019-07-22 10:00  resumed    hearing',
        '  2019-08-09 15:00  completed  granted',
      ].join('\n'),
    )
    expect(print(english.cases).split('\n')[0]).toMatch(/^early +water-hookup +Water hook-up +accepted 2019-07-01 09:12$/)
  })
})

describe('an error', () => {
  const error = errorOf(() => cn.add('2026-13-01', 4))

  test('is its message in the language of the session, with its code and without a stack', () => {
    expect(print(error)).toBe('"2026-13-01" is not a date; write YYYY-MM-DD with a day that exists, such as "2026-02-28". [date-invalid]')
    expect(printerOf(chinese)(error)).toBe('“2026-13-01”不是日期；请写成 YYYY-MM-DD 且确有其日，例如 "2026-02-28"。 [date-invalid]')
    expect(print(errorOf(() => cn.day('x')).with({ path: 'events[0].at' }))).toMatch(/^events\[0\]\.at: "x" is not a date/)
  })

  test('of JavaScript is its name and its message', () => {
    expect(print(new Error('two\nlines\u0007'))).toBe('Error: two\nlines\uFFFD')
    expect(print(new TypeError('no'))).toBe('TypeError: no')
    expect(printerOf(coloured)(new TypeError('no'))).toBe('\u001B[31mTypeError: no\u001B[39m')
  })

  test('inside of a value has no stack either', () => {
    for (const session of [english, coloured]) expect(printerOf(session)({ row: error, other: [new Error('no')], last: 1 })).not.toMatch(/\sat /)
    expect(print({ first: new Error('no'), last: 1 }).replace(/\s+/g, ' ')).toBe('{ first: Error: no, last: 1 }')
  })
})

describe('any other value', () => {
  test.each([[null], [undefined], [7], [true], [{ workingDays: 4 }], [[1, 2]], [new Map([[1, 2]])]])('is written as Node writes it: %j', (value) => {
    expect(print(value)).toMatch(/^\S/)
  })

  test('that only looks like one of the library is written as data', () => {
    expect(print({ assessment: null, days: 1, turns: 2, matter: 3 })).toBe('{ assessment: null, days: 1, turns: 2, matter: 3 }')
    expect(print({ id: 'x', rule: 'y', events: 7 })).toBe("{ id: 'x', rule: 'y', events: 7 }")
  })
})
