import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addAll, addTo, fromLength, newSpread, percentile, spreadOf } from '../../src/report/spread.js'
import { runs } from '../support/runs.js'

const MINUTE = 60_000
const YEARS = 5 * 366 * 1_440 * MINUTE

/** Lengths from a moment to years, the short ones as often as the long ones. */
const lengths = fc.array(
  fc.oneof(
    fc.nat({ max: 100 * MINUTE }),
    fc.nat({ max: 20_000 }).map((n) => n * MINUTE),
    fc.maxSafeNat().map((n) => n % YEARS),
  ),
  {
    minLength: 1,
    maxLength: 60,
  },
)

function spreadBy(all: readonly number[], unit: 'minutes' | 'workingDays') {
  const spread = newSpread()
  for (const one of all) addTo(spread, one, unit)
  return spreadOf(spread)
}

describe('percentiles', () => {
  test('of days are exact', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 60 }), fc.constantFrom(0, 0.5, 0.95, 1), (days, share) => {
        const sorted = [...days].sort((a, b) => a - b)
        expect(percentile(spreadBy(days, 'workingDays'), share)).toBe(sorted[Math.max(1, Math.ceil(share * days.length)) - 1])
      }),
      { numRuns: runs(200) },
    )
  })

  test('of time are short by less than a minute, or by less than one part in 8,192', () => {
    fc.assert(
      fc.property(lengths, fc.constantFrom(0.5, 0.95), (all, share) => {
        const exact = [...all].sort((a, b) => a - b)[Math.ceil(share * all.length) - 1] as number
        const told = fromLength(percentile(spreadBy(all, 'minutes'), share), 'minutes') * MINUTE
        expect(told).toBeLessThanOrEqual(exact)
        expect(exact - told).toBeLessThan(exact < 16_384 * MINUTE ? MINUTE : MINUTE + exact / 8_192)
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('a spread', () => {
  test('keeps few lengths, however many cases there are', () => {
    const spread = newSpread()
    for (let minutes = 0; minutes < 300_000; minutes++) addTo(spread, minutes * MINUTE, 'hours')
    expect(spread.cases).toBe(300_000)
    expect(spread.counts.size).toBeLessThan(16_384 + 5 * 8_192)
  })

  test('is the same whether its parts were added at once or one by one', () => {
    fc.assert(
      fc.property(lengths, lengths, (a, b) => {
        const merged = newSpread()
        for (const part of [b, a]) addAll(merged, spreadBy(part, 'minutes'))
        expect(spreadOf(merged)).toEqual(spreadBy([...a, ...b], 'minutes'))
      }),
      { numRuns: runs(100) },
    )
  })
})
