import { cn, createCalendar } from 'service-time'
import { type IcsSpan, icsOf, layerFromIcs } from 'service-time/layer'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'

const LABOUR_DAY = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//service-time//service-time//EN',
  'CALSCALE:GREGORIAN',
  'BEGIN:VEVENT',
  'UID:2019-05-01-off@cn.service-time',
  'DTSTAMP:20190322T000000Z',
  'DTSTART;VALUE=DATE:20190501',
  'DTEND;VALUE=DATE:20190505',
  'SUMMARY:劳动节（休）',
  'DESCRIPTION:国办发明电〔2019〕3号',
  'TRANSP:TRANSPARENT',
  'X-APPLE-SPECIAL-DAY:WORK-HOLIDAY',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2019-05-05-work@cn.service-time',
  'DTSTAMP:20190322T000000Z',
  'DTSTART;VALUE=DATE:20190505',
  'DTEND;VALUE=DATE:20190506',
  'SUMMARY:劳动节（班）',
  'DESCRIPTION:国办发明电〔2019〕3号',
  'TRANSP:TRANSPARENT',
  'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
]

const closed = (occasion: string, off: string) =>
  cn.extend({
    id: 'own',
    notices: [{ id: 'n', number: null, issued: '2019-01-01', covers: 2019, arrangements: [{ occasion, off: [off], work: [] }] }],
  })
const summaries = (text: string) => [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, summary]) => summary)

describe('a calendar as a file', () => {
  test('has an event for the successive days of an occasion, marked as off or worked', () => {
    const file = icsOf(cn, { from: '2019-04-29', to: '2019-05-10', issued: '2019-03-22' })
    expect(file.split('\r\n')).toEqual(LABOUR_DAY)
  })

  test('is stamped with its first day unless told otherwise', () => {
    expect(icsOf(cn, { from: '2019-04-29', to: '2019-05-10' })).toContain('DTSTAMP:20190429T000000Z')
  })

  test('speaks English where the calendar has the names, and Chinese otherwise', () => {
    expect(summaries(icsOf(cn, { from: '2019-05-01', to: '2019-05-05', language: 'en' }))).toEqual(['Labour Day (off)', 'Labour Day (work)'])
    expect(summaries(icsOf(closed('constructor', '2019-08-09'), { from: '2019-08-09', to: '2019-08-09', language: 'en' }))).toEqual([
      'constructor (off)',
    ])
  })

  test('tells a projected day, which is tentative, from one that a layer has settled', () => {
    const span = { from: '2027-03-15', to: '2027-04-05' }
    expect([icsOf(cn, span), icsOf(closed('台风', '2027-03-15'), span)].map((file) => file.match(/STATUS:TENTATIVE|DTSTART\S+/g))).toEqual([
      ['DTSTART;VALUE=DATE:20270405', 'STATUS:TENTATIVE'],
      ['DTSTART;VALUE=DATE:20270315', 'DTSTART;VALUE=DATE:20270405', 'STATUS:TENTATIVE'],
    ])
  })

  test('tells a closure from the holiday that it touches', () => {
    const file = icsOf(closed('国庆节', '2019-09-30'), { from: '2019-09-29', to: '2019-10-02' })
    expect(summaries(file)).toEqual(['国庆节（班）', '国庆节（休）', '国庆节（休）'])
  })

  test('keeps the weekday that a notice lists as worked', () => {
    expect(summaries(icsOf(cn, { from: '2020-02-02', to: '2020-02-04' }))).toEqual(['春节（休）', '春节（班）'])
  })

  test('folds its lines at 75 octets and lets no text break one', () => {
    const occasion = `${'第七届世界军人运动会'.repeat(12)}; a, b\\c\r\nEND:VEVENT`
    const file = icsOf(closed(occasion, '2019-10-18'), { from: '2019-10-18', to: '2019-10-18' })
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(layerFromIcs(file, { id: 'own' }).notices[0]?.arrangements[0]).toEqual({
      occasion: occasion.replace('\r\n', ' '),
      off: ['2019-10-18'],
      work: [],
    })
  })

  test('marks days that no notice has settled as tentative', () => {
    const file = icsOf(cn, { from: '2026-10-01', to: '2027-01-03' })
    const [published, projected] = file
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => event.includes('STATUS:TENTATIVE'))
      .filter((_, i, all) => i === 0 || i === all.length - 1)
    expect([published, projected]).toEqual([false, true])
  })

  test('of ordinary days has no event', () => {
    const plain = createCalendar({ id: 'plain', weekend: ['sunday'], notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } })
    const file = icsOf(plain, { from: '2019-01-01', to: '2019-12-31' })
    expect(file).not.toContain('VEVENT')
    expect(errorOf(() => layerFromIcs(file, { id: 'plain' })).facts).toMatchObject({ fault: 'no-event' })
  })

  test.each<[unknown, unknown, string, string]>([
    [undefined, { from: '2019-01-01', to: '2019-12-31' }, 'value-invalid', 'calendar'],
    [cn, undefined, 'value-invalid', 'options'],
    [cn, { from: '2019-01-01', to: '2019-12-31', lang: 'en' }, 'choice-unknown', 'options'],
    [cn, { from: '2019-02-30', to: '2019-12-31' }, 'date-invalid', 'from'],
    [cn, { from: '2019-01-01' }, 'date-invalid', 'to'],
    [cn, { from: '2019-01-02', to: '2019-01-01' }, 'value-invalid', 'to'],
    [cn, { from: '2019-01-01', to: '2019-12-31', language: 'de' }, 'choice-unknown', 'language'],
    [cn, { from: '2019-01-01', to: '2019-12-31', issued: 'now' }, 'date-invalid', 'issued'],
    [cn, { from: '2050-12-01', to: '2051-01-31' }, 'outside-coverage', ''],
  ])('is refused: %#', (calendar, options, code, path) => {
    expect(errorOf(() => icsOf(calendar as typeof cn, options as IcsSpan))).toMatchObject({ code, path })
  })
})
