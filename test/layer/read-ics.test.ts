import type { Layer } from 'service-time'
import { type IcsOptions, layerFromIcs, readLayer } from 'service-time/layer'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'
import { allDay, calendarFile } from '../support/ics.js'

const read = (file: string, options: Partial<IcsOptions> = {}): Layer => layerFromIcs(file, { id: 'feed', ...options })

/** The layer as short lines: occasion, days off, days worked. */
const told = (layer: Layer) => layer.notices.flatMap(({ arrangements }) => arrangements.map(({ occasion, off, work }) => [occasion, off, work]))
const refusal = (file: string, options: Partial<IcsOptions> = {}) => errorOf(() => read(file, options))

const apple = (summary: string, mark: string) => [`SUMMARY;LANGUAGE=zh_CN:${summary}`, 'TRANSP:TRANSPARENT', `X-APPLE-SPECIAL-DAY:${mark}`]

/** In the manner of Apple's feed: days off and worked are marked, festivals and solar terms stand between them unmarked. */
const APPLE = calendarFile(
  ['UID:1', 'DTSTART;VALUE=DATE:20190204', 'DTEND;VALUE=DATE:20190211', ...apple('春节（休）', 'WORK-HOLIDAY')],
  ['UID:2', 'DTSTART;VALUE=DATE:20190202', 'DTEND;VALUE=DATE:20190204', ...apple('春节（班）', 'ALTERNATE-WORKDAY')],
  ['UID:3', 'DTSTART;VALUE=DATE:20190205', 'SUMMARY;LANGUAGE=zh_CN:春节'],
  ['UID:4', 'DTSTART;VALUE=DATE:20190214', 'SUMMARY;LANGUAGE=zh_CN:情人节', 'RRULE:FREQ=YEARLY'],
  ['UID:5', 'DTSTART;VALUE=DATE:20190306', 'SUMMARY;LANGUAGE=zh_CN:惊蛰'],
)

const OBSERVANCE = ['DESCRIPTION:Observance\\nTo hide observances\\, go to Google Calendar Setting', ' s > Holidays in China']
const GOOGLE_STAMPS = ['DTSTAMP:20200101T000000Z', 'LAST-MODIFIED:20190322T080000Z']

/** In the manner of Google's feed: the description tells observances from public holidays, and lines are folded. */
const GOOGLE = calendarFile(
  allDay('20190501', '20190505', 'Labour Day', 'DESCRIPTION:Public holiday', ...GOOGLE_STAMPS),
  allDay('20190505', '20190506', 'Labour Day Working Day', ...OBSERVANCE, ...GOOGLE_STAMPS),
  allDay('20190504', '20190505', 'Youth Day', ...OBSERVANCE, ...GOOGLE_STAMPS),
  allDay('20190601', '20190602', '儿童节', 'DESCRIPTION:节日\\n可在 Google 日历的设置中隐藏', ...GOOGLE_STAMPS),
)

describe('a file of holidays', () => {
  test("in the manner of Apple's gives the marked days, and not the festivals between them", () => {
    expect(read(APPLE)).toEqual({
      id: 'feed',
      notices: [
        {
          id: 'feed-2019',
          number: null,
          issued: '2018-12-06',
          covers: 2019,
          arrangements: [{ occasion: '春节', off: ['2019-02-04/2019-02-10'], work: ['2019-02-02/2019-02-03'] }],
        },
      ],
    })
  })

  test("in the manner of Google's gives public holidays and working days, and not the observances", () => {
    const layer = read(GOOGLE)
    expect(told(layer)).toEqual([['Labour Day', ['2019-05-01/2019-05-04'], ['2019-05-05']]])
    expect(layer.notices[0]?.issued).toBe('2019-03-22')
  })

  test('may begin with a byte order mark, hold several calendars, and end lines as it likes', () => {
    const two = `\uFEFF${APPLE}${calendarFile(allDay('20190501', '20190502', '劳动节（休）', 'X-APPLE-SPECIAL-DAY:WORK-HOLIDAY'))}`
    expect(told(read(two.replaceAll('\r\n', '\n'))).map(([occasion]) => occasion)).toEqual(['春节', '劳动节'])
  })

  test('gives one notice for each year of its days, stamped by the events of that year', () => {
    const file = calendarFile(
      allDay('20181230', '20190102', '元旦', 'DTSTAMP:20181206T080000Z'),
      allDay('20200101', '20200102', '元旦', 'DTSTAMP:20191121T080000Z'),
    )
    const { notices } = read(file)
    expect(notices.map(({ id, covers, issued }) => [id, covers, issued])).toEqual([
      ['feed-2018', 2018, '2018-12-06'],
      ['feed-2019', 2019, '2018-12-06'],
      ['feed-2020', 2020, '2019-11-21'],
    ])
    expect(notices.map(({ arrangements }) => arrangements[0]?.off)).toEqual([['2018-12-30/2018-12-31'], ['2019-01-01'], ['2020-01-01']])
    expect(read(file, { issued: '2018-01-01' }).notices.map(({ issued }) => issued)).toEqual(['2018-01-01', '2018-01-01', '2018-01-01'])
  })

  test('gives what a layer in JSON may be', () => {
    for (const layer of [read(APPLE), read(GOOGLE)]) expect(readLayer(JSON.parse(JSON.stringify(layer)))).toEqual(layer)
  })
})

describe('an event', () => {
  const start = 'DTSTART;VALUE=DATE:20190809'
  test.each<[string, string[], string]>([
    ['without an end', [], '2019-08-09'],
    ['with the end of the next day', ['DTEND;VALUE=DATE:20190810'], '2019-08-09'],
    ['that ends when it starts', ['DTEND;VALUE=DATE:20190809'], '2019-08-09'],
    ['with an end later', ['DTEND;VALUE=DATE:20190812'], '2019-08-09/2019-08-11'],
    ['with a duration in days', ['DURATION:P3D'], '2019-08-09/2019-08-11'],
    ['with a duration in weeks', ['DURATION:P1W'], '2019-08-09/2019-08-15'],
  ])('%s lasts as RFC 5545 says', (_, lines, days) => {
    expect(told(read(calendarFile([start, ...lines, 'SUMMARY:台风'])))).toEqual([['台风', [days], []]])
  })

  test.each([
    ['春节（班）', '春节'],
    ['春节(班)', '春节'],
    ['国庆节 补班', '国庆节'],
    ['國慶日補班', '國慶日'],
    ['国庆节 补班 第1天/共2天', '国庆节'],
    ['班｜劳动节', '劳动节'],
    ['端午节 班', '端午节'],
    ['中秋节调休上班', '中秋节'],
    ['调休上班', '调休上班'],
    ['National Day (work)', 'National Day'],
    ['Special Working Day', 'Special'],
  ])('named "%s" is a day worked, for %s', (summary, occasion) => {
    expect(told(read(calendarFile(allDay('20190810', '20190811', summary))))).toEqual([[occasion, [], ['2019-08-10']]])
  })

  test.each([
    ['春节（休）', '春节'],
    ['春节', '春节'],
    ['国庆节 假期 第3天/共7天', '国庆节'],
    ['休｜元旦', '元旦'],
    ['天然災害停止上班', '天然災害停止上班'],
    ['停班停課', '停班停課'],
    ['Labour Day (off)', 'Labour Day'],
    ['Special non-working day', 'Special non-working day'],
    ['', 'feed'],
  ])('named "%s" is a day off, for %s', (summary, occasion) => {
    expect(told(read(calendarFile(allDay('20190809', '20190810', summary))))).toEqual([[occasion, ['2019-08-09'], []]])
  })

  test("is what Apple's mark says, whatever its name says", () => {
    const file = calendarFile(allDay('20190809', '20190810', '补班', 'X-APPLE-SPECIAL-DAY:WORK-HOLIDAY'))
    expect(told(read(file))).toEqual([['补班', ['2019-08-09'], []]])
  })

  test('is what the options say: worked first, then off, and otherwise nothing', () => {
    const file = calendarFile(
      allDay('20190809', '20190810', 'Einsatz', 'CATEGORIES:Dienst,Sonder'),
      allDay('20190812', '20190813', 'frei'),
      allDay('20190813', '20190814', 'Geburtstag'),
    )
    const layer = read(file, { isWork: ({ categories }) => categories.includes('Sonder'), isOff: ({ summary }) => summary === 'frei' })
    expect(told(layer)).toEqual([
      ['Einsatz', [], ['2019-08-09']],
      ['frei', ['2019-08-12'], []],
    ])
  })

  test('that is cancelled is left out', () => {
    const file = calendarFile(allDay('20190809', '20190810', '台风'), allDay('20190812', '20190813', '台风', 'STATUS:CANCELLED'))
    expect(told(read(file))).toEqual([['台风', ['2019-08-09'], []]])
  })

  test('with a time of day is refused by name, or skipped if so asked', () => {
    const timed = ['DTSTART:20190812T090000Z', 'DTEND:20190812T100000Z', 'SUMMARY:会议']
    const file = calendarFile(allDay('20190809', '20190810', '台风'), timed)
    expect(refusal(file)).toMatchObject({ code: 'ics-invalid', path: 'VEVENT[1]', facts: { fault: 'timed', event: '会议 2019-08-12' } })
    expect(told(read(file, { timed: 'skip' }))).toEqual([['台风', ['2019-08-09'], []]])
  })

  test('of one occasion adds to another, and of another sense contradicts it', () => {
    expect(told(read(calendarFile(allDay('20190812', '20190813', '台风'), allDay('20190809', '20190812', '台风'))))).toEqual([
      ['台风', ['2019-08-09/2019-08-12'], []],
    ])
    const both = calendarFile(allDay('20190809', '20190811', '台风'), allDay('20190810', '20190811', '中秋节 补班'))
    expect(refusal(both)).toMatchObject({ code: 'notice-contradiction', facts: { date: '2019-08-10' } })
  })
})

describe('a series of events', () => {
  const series = (...lines: string[]) => calendarFile(['UID:s', 'DTSTART;VALUE=DATE:20190607', 'SUMMARY:社日', ...lines])
  const days = (file: string, options: Partial<IcsOptions> = {}) => told(read(file, options)).flatMap(([, off]) => off)

  test('without end is taken to the option "to", and refused without it', () => {
    const file = series('RRULE:FREQ=YEARLY')
    expect(days(file, { to: '2021-06-07' })).toEqual(['2019-06-07', '2020-06-07', '2021-06-07'])
    expect(days(file, { to: '2021-06-06' })).toEqual(['2019-06-07', '2020-06-07'])
    expect(refusal(file)).toMatchObject({ code: 'ics-invalid', facts: { fault: 'endless', event: '社日 2019-06-07' } })
  })

  test('that ends by itself needs no option', () => {
    expect(days(series('RRULE:FREQ=DAILY;COUNT=3'))).toEqual(['2019-06-07/2019-06-09'])
    expect(days(series('RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20190621'))).toEqual(['2019-06-07', '2019-06-14', '2019-06-21'])
    expect(days(series('RDATE;VALUE=DATE:20190801,20190901', 'EXDATE;VALUE=DATE:20190607'))).toEqual(['2019-08-01', '2019-09-01'])
    expect(days(series('RDATE;VALUE=DATE:20190801,20190901'))).toEqual(['2019-06-07', '2019-08-01', '2019-09-01'])
  })

  test('on a weekday of a month is that of every year', () => {
    const file = calendarFile(['DTSTART;VALUE=DATE:20191128', 'SUMMARY:Thanksgiving', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'])
    expect(days(file, { to: '2021-12-31' })).toEqual(['2019-11-28', '2020-11-26', '2021-11-25'])
  })

  test('leaves out what is excepted', () => {
    expect(days(series('RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20200607'))).toEqual(['2019-06-07', '2021-06-07'])
  })

  test('takes one of its days as the event for that day says', () => {
    const moved = (...lines: string[]) =>
      calendarFile(
        ['UID:s', 'DTSTART;VALUE=DATE:20190607', 'SUMMARY:社日', 'RRULE:FREQ=YEARLY;COUNT=3'],
        ['UID:s', 'RECURRENCE-ID;VALUE=DATE:20200607', ...lines],
      )
    expect(days(moved('DTSTART;VALUE=DATE:20200608', 'DURATION:P2D', 'SUMMARY:社日'))).toEqual(['2019-06-07', '2020-06-08/2020-06-09', '2021-06-07'])
    expect(days(moved('DTSTART;VALUE=DATE:20200607', 'STATUS:CANCELLED', 'SUMMARY:社日'))).toEqual(['2019-06-07', '2021-06-07'])
    expect(told(read(moved('DTSTART;VALUE=DATE:20200607', 'SUMMARY:社日（班）')))).toContainEqual(['社日', [], ['2020-06-07']])
  })

  test.each([
    'FREQ=HOURLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=1000000000',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYDAY=MO;BYMONTHDAY=31',
    'FREQ=YEARLY;BYSETPOS=366',
    'FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=6MO',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ])('by the rule %s is refused at once', (rule) => {
    expect(refusal(series(`RRULE:${rule}`), { to: '2029-12-31' })).toMatchObject({ code: 'ics-invalid', facts: { fault: 'rule' } })
  })

  test.each([
    ['00900101', 'FREQ=MONTHLY;BYDAY=1MO', '0190-12-31'],
    ['00010101', 'FREQ=MONTHLY;BYDAY=-1SU;COUNT=3000', undefined],
    ['99980101', 'FREQ=YEARLY', '9999-12-31'],
    ['99000101', 'FREQ=YEARLY;COUNT=3000', undefined],
  ])('from %s by the rule %s, which leaves the years that are read, is refused at once', (start, rule, to) => {
    const file = calendarFile([`DTSTART;VALUE=DATE:${start}`, 'SUMMARY:社日', `RRULE:${rule}`])
    const error = refusal(file, to === undefined ? {} : { to })
    expect(error).toMatchObject({ code: 'ics-invalid', facts: { fault: 'years' } })
    expect(error.message).toContain('outside the years 100 to 9998')
  })

  test('on 29 February is refused, which most years do not have', () => {
    const file = calendarFile(['DTSTART;VALUE=DATE:20200229', 'SUMMARY:闰日', 'RRULE:FREQ=YEARLY'])
    expect(refusal(file, { to: '2029-12-31' }).facts).toMatchObject({ fault: 'rule' })
  })
})

describe('a calendar file', () => {
  const one = (...lines: string[]) => calendarFile(['SUMMARY:台风', ...lines])
  test.each<[string, string, string]>([
    ['', 'empty', ''],
    [' \r\n', 'empty', ''],
    ['hello', 'broken', ''],
    ['{"id":"typhoon"}', 'broken', ''],
    ['BEGIN:VCARD\r\nEND:VCARD', 'broken', ''],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'broken', ''],
    ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'no-event', ''],
    [calendarFile(allDay('20190809', '20190810', 'Youth Day', ...OBSERVANCE)), 'no-day', ''],
    [one(), 'date', '台风'],
    [one('RRULE:FREQ=YEARLY'), 'date', '台风'],
    [one('DTSTART;VALUE=DATE:20190230'), 'date', '台风 2019-02-30'],
    [one('DTSTART:20190809'), 'date', '台风 2019-08-09'],
    [one('DTSTART;VALUE=DATE:soon'), 'date', '台风'],
    [one('DTSTART;VALUE=DATE:20190809', 'DTEND;VALUE=DATE:20190808'), 'end', '台风 2019-08-09'],
    [one('DTSTART;VALUE=DATE:20190809', 'DTEND;VALUE=DATE:20290809'), 'end', '台风 2019-08-09'],
    [one('DTSTART;VALUE=DATE:20190809', 'DTEND:20190810T000000Z'), 'date', '台风 2019-08-09'],
    [one('DTSTART;VALUE=DATE:20190809', 'DURATION:PT4H'), 'end', '台风 2019-08-09'],
    [one('DTSTART;VALUE=DATE:20190809', 'DURATION:long'), 'end', '台风 2019-08-09'],
    [one('DTSTART;VALUE=DATE:20190809', 'DTSTAMP:soon'), 'unstamped', '台风 2019-08-09'],
    [one('DTSTART;VALUE=DATE:20190809', 'RRULE:FREQ=DAILY;COUNT=4001'), 'days', ''],
    [one('DTSTART;VALUE=DATE:20190809', 'RRULE:FREQ=WEEKLY;BYDAY=FR'), 'days', ''],
    [one('DTSTART;VALUE=DATE:00991231'), 'years', '台风 0099-12-31'],
    [one('DTSTART;VALUE=DATE:99981231', 'DURATION:P2D'), 'years', '台风 9998-12-31'],
    [one('DTSTART;VALUE=DATE:20190809', 'RRULE:FREQ=YEARLY', 'EXDATE:20200809T000000Z'), 'date', '台风 2019-08-09'],
    [`BEGIN:VCALENDAR\r\n${'X-LINE:a\r\n'.repeat(150_000)}END:VCALENDAR`, 'long', ''],
  ])('like %j is refused', (file, fault, event) => {
    expect(refusal(file, { to: '2099-12-31' })).toMatchObject({ code: 'ics-invalid', facts: { fault, event } })
  })

  test('is refused at once, however it repeats itself', () => {
    const forever = one('DTSTART;VALUE=DATE:01000101', 'RRULE:FREQ=DAILY')
    expect(refusal(forever, { to: '9999-12-31' }).facts).toMatchObject({ fault: 'days' })
  })

  test('that is none says what was seen and what would be right, in both languages', () => {
    const error = refusal(one('DTSTART:20190812T090000Z'))
    expect(error.text('en')).toBe(
      'The event "台风 2019-08-12" has a time of day, and a day is off as a whole or not at all (2019-08-12T09:00:00Z); ' +
        "write its DTSTART as a date, or leave out such events by { timed: 'skip' }.",
    )
    expect(error.text('zh')).toBe(
      "事件“台风 2019-08-12”写明了时分，而放假以整日计（2019-08-12T09:00:00Z）；请将其 DTSTART 写成日期，或以 { timed: 'skip' } 略去此类事件。",
    )
    expect(refusal('').message).toBe('The calendar file is empty; give the text of an .ics file.')
  })

  test.each<[unknown, string, string]>([
    [undefined, 'value-invalid', 'options'],
    [{}, 'value-invalid', 'options'],
    [{ id: '' }, 'value-invalid', 'options'],
    [{ id: 'feed', issued: '2019-02-30' }, 'date-invalid', 'issued'],
    [{ id: 'feed', to: 'soon' }, 'date-invalid', 'to'],
    [{ id: 'feed', timed: 'maybe' }, 'choice-unknown', 'timed'],
    [{ id: 'feed', until: '2020-12-31' }, 'choice-unknown', 'options'],
    [{ id: 'feed', isOff: 'yes' }, 'value-invalid', 'isOff'],
    [{ id: 'feed', isWork: null }, 'value-invalid', 'isWork'],
  ])('is not read under the options %j', (options, code, path) => {
    expect(errorOf(() => layerFromIcs(APPLE, options as IcsOptions))).toMatchObject({ code, path })
  })

  test('may mean 4,000 days', () => {
    const file = one('DTSTART;VALUE=DATE:20190809', 'RRULE:FREQ=DAILY;COUNT=4000')
    expect(read(file).notices.at(-1)?.arrangements[0]?.off).toEqual(['2030-01-01/2030-07-21'])
  })

  test('is a text', () => {
    expect(errorOf(() => layerFromIcs(new Uint8Array() as never, { id: 'feed' })).code).toBe('value-invalid')
  })
})
