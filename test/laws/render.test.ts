import fc from 'fast-check'
import { type Explanation, explain } from 'service-time'
import { timeline } from 'service-time/render'
import { describe, expect, test } from 'vitest'
import { widthOf } from '../../src/case/wrap.js'
import { inLanes } from '../../src/render/flags.js'
import { passingOn, stripOf } from '../../src/render/strip.js'
import { textWidth } from '../../src/render/svg.js'
import { hall } from '../support/clocks.js'
import { possibleCases } from '../support/courses.js'
import { policyOf } from '../support/policies.js'
import { runs } from '../support/runs.js'
import { allOf, numberOf, svgFrom } from '../support/svg.js'
import { DAY, iso } from '../support/waits.js'

const language = fc.constantFrom('zh' as const, 'en' as const)

/** Whatever may happen to a case, asked for at once or a month later. */
const explanations: fc.Arbitrary<Explanation> = fc
  .record({ possible: possibleCases(), later: fc.integer({ min: 0, max: 30 * DAY }), id: fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }) })
  .map(({ possible: { limit, rule, events, minutes }, later, id }) =>
    explain({ id, rule: 'only', events }, { policy: policyOf(limit, rule), clock: hall, now: iso(Math.max(...minutes) + later) }),
  )

describe('labels in lanes', () => {
  const flags = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), width: fc.integer({ min: 1, max: 120 }) }), { maxLength: 12 })

  test('do not lie over one another, nor over the pole of one in a lane beyond', () => {
    fc.assert(
      fc.property(flags, (given) => {
        const placed = inLanes(given, 2)
        expect(placed.map(({ x, width }) => [x, width]).sort()).toEqual(given.map(({ x, width }) => [x, width]).sort())
        for (const [i, one] of placed.entries()) {
          for (const other of placed.slice(i + 1)) {
            const isApart = one.x + one.width + 2 <= other.x || other.x + other.width + 2 <= one.x
            if (one.lane === other.lane) expect(isApart).toBe(true)
            const [near, far] = one.lane < other.lane ? [one, other] : [other, one]
            if (near.lane < far.lane) expect(far.x <= near.x || far.x >= near.x + near.width + 2).toBe(true)
          }
        }
      }),
      { numRuns: runs(1_000) },
    )
  })
})

describe('the strip of whatever may happen to a case', () => {
  test('shows the minutes of every session, and nothing over it but what stands still', () => {
    let drawn = 0
    fc.assert(
      fc.property(explanations, (explanation) => {
        const strip = stripOf(explanation)
        fc.pre(strip?.isOfTime === true)
        const { hours, bars, days } = strip as NonNullable<typeof strip>
        const minutesOf = (which: readonly string[]) =>
          bars.filter(({ passing }) => which.includes(passing)).reduce((sum, { from, to }) => sum + (to - from) * (hours.to - hours.from), 0)
        const sessions = days.flatMap(({ sessions = [] }) => sessions)
        const lasted = sessions.reduce((sum, { minutes, stagesAtOnce = 1 }) => sum + minutes / stagesAtOnce, 0)
        expect(minutesOf(['running', 'overdue', 'ahead'])).toBeCloseTo(lasted, 6)
        const passed = sessions.filter(({ isAhead }) => !isAhead).reduce((sum, { minutes, stagesAtOnce = 1 }) => sum + minutes / stagesAtOnce, 0)
        expect(minutesOf(['running', 'overdue'])).toBeCloseTo(passed, 6)
        const running = bars.filter(({ passing }) => passing !== 'paused')
        for (const [i, { from }] of running.slice(1).entries()) expect(from).toBeGreaterThanOrEqual((running[i]?.to as number) - 1e-9)
        for (const { from, to } of bars) expect(0 <= from && from < to && to <= days.length && Math.ceil(to) - Math.floor(from) === 1).toBe(true)
        drawn += sessions.length
      }),
      { numRuns: runs(300) },
    )
    expect(drawn).toBeGreaterThan(100)
  })
})

describe('the picture of whatever may happen to a case', () => {
  const width = fc.integer({ min: 320, max: 1_600 })

  test('is well-formed, with each day in one cell, and the cells as wide as their days', () => {
    fc.assert(
      fc.property(explanations, language, width, (explanation, language, width) => {
        const svg = svgFrom(timeline(explanation, { language, width }))
        const cells = allOf(svg, 'g').map((cell) => ({
          from: cell.getAttribute('data-from') as string,
          to: cell.getAttribute('data-to') as string,
          x: numberOf(allOf(cell, 'rect')[0] as never, 'x'),
        }))
        const dates = explanation.days.map(({ date }) => date)
        expect(cells.flatMap(({ from, to }) => dates.filter((date) => from <= date && date <= to))).toEqual(dates)
        const [first, second] = cells
        if (!first || !second) return
        const place = (cell: typeof first) => dates.indexOf(cell.from)
        const perDay = (second.x - first.x) / place(second)
        for (const cell of cells) expect(Math.abs(cell.x - first.x - place(cell) * perDay)).toBeLessThanOrEqual(0.011 * (place(cell) + 1))
      }),
      { numRuns: runs(200) },
    )
  })

  test('counts as many days of each kind as its days are', () => {
    fc.assert(
      fc.property(explanations, (explanation) => {
        const strip = stripOf(explanation)
        fc.pre(strip !== undefined && !strip.isOfTime)
        const { bars } = strip as NonNullable<typeof strip>
        const counted = (passing: string) => bars.filter((bar) => bar.passing === passing).length
        for (const passing of ['running', 'overdue', 'ahead', 'paused'] as const)
          expect(counted(passing)).toBe(explanation.days.filter((day) => passingOn(day, explanation) === passing).length)
      }),
      { numRuns: runs(200) },
    )
  })

  test('has no label beyond its edges, and none over another', () => {
    fc.assert(
      fc.property(explanations, language, width, (explanation, language, width) => {
        const svg = svgFrom(timeline(explanation, { language, width }))
        const labels = allOf(svg, 'text').map((label) => {
          const size = Number(label.getAttribute('font-size') ?? 12)
          const text = label.textContent ?? ''
          return { text, x: numberOf(label, 'x'), y: numberOf(label, 'y'), width: textWidth(text, size) }
        })
        expect(Math.max(...labels.map((label) => label.y))).toBeLessThan(numberOf(svg, 'height'))
        for (const [i, one] of labels.entries()) {
          expect([one.text, one.x >= 0 && one.x + one.width <= width]).toEqual([one.text, true])
          for (const other of labels.slice(i + 1)) {
            const isApart = Math.abs(one.y - other.y) >= 9 || one.x + one.width <= other.x + 0.01 || other.x + other.width <= one.x + 0.01
            expect([one.text, other.text, isApart]).toEqual([one.text, other.text, true])
          }
        }
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('the text of whatever may happen to a case', () => {
  test('stays within its columns, of which Chinese characters take two', () => {
    fc.assert(
      fc.property(explanations, language, fc.integer({ min: 32, max: 200 }), (explanation, language, columns) => {
        const lines = timeline(explanation, { format: 'text', language, columns }).split('\n')
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
        if (explanation.days.length > 0) expect(lines[1]).toMatch(/^[▁▂▃▄▅▆▇█▓░╱·]+$/)
        expect(explanation.days.length > 0).toBe(lines.length >= 3)
      }),
      { numRuns: runs(300) },
    )
  })
})
