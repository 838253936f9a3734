import fc from 'fast-check'
import { assess, type CaseOf, clockFor, ServiceTimeError, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { casesOf, EXTRACTED } from '../../examples/generate.js'
import { scanCase } from '../../src/stream/scan.js'
import { scannable } from '../../src/stream/scannable.js'
import { bytesOf } from '../support/chunks.js'
import { runs } from '../support/runs.js'

const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: EXTRACTED }
const cases = [...casesOf(400, 7)]

/** A separator and a colon, as several writers of JSON put them. */
const STYLES = [
  [',', ':'],
  [', ', ': '],
] as const

function textOf(value: unknown, [comma, colon]: readonly [string, string]): string {
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, [comma, colon])).join(comma)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}${colon}${textOf(item, [comma, colon])}`)
  return `{${members.join(comma)}}`
}

/** What is said of a case, or that it is refused. */
function verdictOf(value: unknown): unknown {
  try {
    return assess(value as CaseOf<typeof xiaoshan2019>, options)
  } catch (error) {
    if (error instanceof ServiceTimeError) return 'refused'
    throw error
  }
}

const scan = (text: string) => {
  const bytes = bytesOf(`{}\n${text}\n{}`)
  const line = scanCase(scannable(bytes), 3)
  if (line !== undefined) expect(line.end).toBe(bytes.length - 3)
  return line?.file
}

const CASE = '{"id":"A-1","rule":"water-hookup","events":[{"type":"accepted","at":"2019-07-01T09:12:00+08:00"}]}'

describe('a case that is read from its bytes', () => {
  test.each(STYLES)('is that of the line, with %j and %j between its parts', (...style) => {
    for (const file of cases) {
      const scanned = scan(textOf(file, style))
      expect(scanned).toBeDefined()
      expect(verdictOf(scanned)).toEqual(verdictOf(file))
    }
  })

  test('is told as the parsed line is, whatever was changed in it, or is not read at all', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 3 }),
      put: fc.string({ unit: 'binary', maxLength: 2 }),
    })
    const piece = fc.constantFrom(
      '"',
      '\\',
      '\\u0041',
      '}',
      ']',
      ',',
      ',,',
      '{',
      'null',
      '-1',
      '1e3',
      '007',
      'true',
      ' ',
      '\t',
      '甲',
      '+',
      'T',
      '\u0000',
    )
    const changes = fc.array(fc.tuple(change, fc.option(piece, { nil: undefined })), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.constantFrom(...STYLES), changes, (file, style, all) => {
        let text = textOf(file, style)
        for (const [{ at, cut, put }, known] of all) {
          const place = Math.floor(at * text.length)
          text = `${text.slice(0, place)}${known ?? put}${text.slice(place + cut)}`
        }
        if (text.includes('\n')) return
        const scanned = scan(text)
        if (scanned !== undefined) expect(verdictOf(scanned)).toEqual(verdictOf(JSON.parse(text)))
      }),
      { numRuns: runs(3_000) },
    )
  })

  test.each([
    ['with a text of the user', CASE.replace('{"id"', '{"applicant":"张三","id"')],
    ['with a number of the user', CASE.replace('{"id"', '{"pages":12,"id"')],
    ['before a carriage return', `${CASE}\r`],
    ['with a key that stands twice', CASE.replace('"rule"', '"id":"A-2","rule"')],
    ['with a date without a time', CASE.replace('T09:12:00+08:00', '')],
    ['with an instant to the minute', CASE.replace(':00+08', '+08')],
    ['with an instant of another zone', CASE.replace('+08:00', '-05:00')],
    ['with a date that does not exist', CASE.replace('07-01', '02-30')],
    ['with an event that nobody knows', CASE.replace('accepted', 'recieved')],
    ['without an id', CASE.replace('"id":"A-1",', '')],
  ])('is read %s', (_, text) => {
    const scanned = scan(text)
    expect(scanned).toBeDefined()
    expect(verdictOf(scanned)).toEqual(verdictOf(JSON.parse(text)))
  })

  test.each([
    ['an escape', CASE.replace('A-1', 'A\\u002d1')],
    ['a tab', CASE.replace(',', ',\t')],
    ['an extension', CASE.replace('"type"', '"by":{"workingDays":2},"type"')],
    ['no events', CASE.replace(/\[.*\]/, '[]')],
    ['null', CASE.replace('{"id"', '{"steps":null,"id"')],
    ['a number below 0', CASE.replace('{"id"', '{"steps":-1,"id"')],
    ['a number that begins with 0', CASE.replace('{"id"', '{"steps":01,"id"')],
    ['something after its end', `${CASE}x`],
    ['no end', CASE.slice(0, -1)],
    ['a list for a case', `[${CASE}]`],
    ['a control character', CASE.replace('A-1', 'A\u00011')],
  ])('is left to be parsed with %s', (_, text) => {
    expect(scan(text)).toBeUndefined()
  })

  test('is left to be parsed where its bytes are not valid UTF-8', () => {
    const bytes = bytesOf(CASE.replace('A-1', 'A?1'))
    bytes[bytes.indexOf(0x3f)] = 0xff
    expect(scanCase(scannable(bytes), 0)).toBeUndefined()
  })

  test('is not read beyond the end of its line', () => {
    const bytes = bytesOf(CASE)
    for (let end = 0; end < bytes.length; end++) {
      expect(scanCase(scannable(bytes.subarray(0, end)), 0)).toBeUndefined()
      expect(scan(`${CASE.slice(0, end)}\n${CASE.slice(end)}`)).toBeUndefined()
    }
  })

  test('may end with the bytes', () => {
    const bytes = bytesOf(CASE)
    expect(scanCase(scannable(bytes), 0)).toEqual({ file: scan(CASE), end: bytes.length })
  })

  test.each([1, 15, 16, 17, 40])('has its id of %i characters, in ASCII or not, wherever the bytes end', (length) => {
    for (const id of ['a'.repeat(length), '甲'.repeat(length), `${'a'.repeat(length - 1)}é`]) {
      for (const text of [CASE.replace('A-1', id), `{"events":[{"at":"2019-07-01","type":"accepted"}],"id":"${id}"}`]) {
        const bytes = bytesOf(text)
        expect(scanCase(scannable(bytes), 0)).toMatchObject({ file: { id }, end: bytes.length })
      }
    }
  })

  test('has its names, however many there are that begin alike', () => {
    const names = Array.from({ length: 40 }, (_, i) => `real-estate-${i}`)
    for (const name of ['', 'x', ...names, ...names.toReversed()]) expect(scan(CASE.replace('water-hookup', name))?.rule).toBe(name)
  })
})
