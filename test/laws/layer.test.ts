import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { cn, createCalendar, ServiceTimeError } from 'service-time'
import { icsOf, layerFromIcs, readLayer } from 'service-time/layer'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dates } from '../support/arbitraries.js'
import * as oracle from '../support/oracle.js'

const plain = createCalendar({
  id: 'plain',
  weekend: ['saturday', 'sunday'],
  notices: [],
  coverage: { from: oracle.FIRST_DATE, to: oracle.LAST_DATE },
})

/** Dates of which some do not exist, and runs of which some end before they start. */
const anyDate = fc
  .tuple(fc.constantFrom('2018', '2019', '2020'), fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
const anyRun = fc.oneof({ weight: 6, arbitrary: anyDate }, { weight: 1, arbitrary: fc.tuple(anyDate, anyDate).map((ends) => ends.join('/')) })
const runs = fc.array(anyRun, { maxLength: 2 })
const arrangements = fc.array(fc.record({ occasion: fc.constantFrom('台风', '校庆', ''), off: runs, work: runs }), { maxLength: 2 })
const notices = fc.array(
  fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c'),
      number: fc.constantFrom(null, '9', ''),
      issued: anyDate,
      covers: fc.constantFrom(2018, 2019, 2020, 0, 2019.5),
      url: fc.webUrl(),
      arrangements,
    },
    { requiredKeys: ['id', 'number', 'issued', 'covers', 'arrangements'] },
  ),
  { maxLength: 3 },
)
const layers = fc.record({ id: fc.constantFrom('own', 'city'), notices })

const jsonSchema = z.fromJSONSchema(JSON.parse(readFileSync(new URL('../../seeds/schemas/layer.json', import.meta.url), 'utf8')))

function isRead(value: unknown): boolean {
  try {
    readLayer(value)
    return true
  } catch (error) {
    if (error instanceof ServiceTimeError) return false
    throw error
  }
}

describe('whatever is read as a layer', () => {
  const often = { numRuns: 2_000 }

  test('is taken by every calendar, now and as of any day', () => {
    let taken = 0
    fc.assert(
      fc.property(layers, dates, (value, date) => {
        fc.pre(isRead(value))
        taken++
        const calendar = plain.extend(readLayer(value))
        expect(calendar.day(date).working).toBe(calendar.isWorkingDay(date))
      }),
      often,
    )
    expect(taken).toBeGreaterThan(100)
  })

  test('is let through by the JSON Schema in the package', () => {
    fc.assert(
      fc.property(layers, (value) => {
        if (isRead(value)) expect(jsonSchema.safeParse(value).success).toBe(true)
      }),
      often,
    )
  })
})

describe('a calendar written to a file and read again', () => {
  test('has the same working days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 500 }), fc.constantFrom('zh', 'en'), (from, length, language) => {
        const to = oracle.datesBetween(from, oracle.LAST_DATE)[length] ?? oracle.LAST_DATE
        const file = icsOf(cn, { from, to, language })
        fc.pre(file.includes('VEVENT'))
        const again = plain.extend(layerFromIcs(file, { id: 'again' }))
        const days = oracle.datesBetween(from, to)
        expect(days.filter((date) => again.isWorkingDay(date))).toEqual(days.filter((date) => cn.isWorkingDay(date)))
      }),
    )
  })

  test('has them over all that is published', () => {
    const { from, publishedTo: to } = cn.coverage
    const again = plain.extend(layerFromIcs(icsOf(cn, { from, to }), { id: 'again' }))
    expect(again.count(from, to, { bounds: '[]' })).toBe(cn.count(from, to, { bounds: '[]' }))
    expect(oracle.datesBetween(from, to).filter((date) => again.isWorkingDay(date) !== cn.isWorkingDay(date))).toEqual([])
  })
})
