import { assess, clockFor, type Outcome, xiaoshan2019 } from 'service-time'
import { expect, test } from 'vitest'
import { casesOf, EXTRACTED } from '../../examples/generate.js'

const SIZE = 5_000
const cases = [...casesOf(SIZE, 7)]

test('generated cases are the same for the same seed, whatever their number, and others for another', () => {
  expect([...casesOf(50, 7)]).toEqual(cases.slice(0, 50))
  expect([...casesOf(50, 8)]).not.toEqual(cases.slice(0, 50))
})

test('generated cases are of the size that cases of a hall have', () => {
  const events = cases.reduce((sum, file) => sum + file.events.length, 0) / SIZE
  const bytes = cases.reduce((sum, file) => sum + Buffer.byteLength(JSON.stringify(file)) + 1, 0) / SIZE
  expect([Math.round(events), Math.round(bytes / 50) * 50]).toEqual([5, 400])
})

test('all generated cases can be assessed, every rule has some, and they end as cases of a hall do', () => {
  const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: EXTRACTED }
  const found = new Map<Outcome, number>()
  for (const file of cases) {
    const { outcome } = assess(file, options)
    found.set(outcome, (found.get(outcome) ?? 0) + 1)
  }
  const share = (outcome: Outcome) => (found.get(outcome) ?? 0) / SIZE
  expect([...found.keys()].sort()).toEqual(['early', 'exempt', 'late', 'measured', 'on-time', 'open', 'overdue'])
  expect(share('early')).toBeGreaterThan(0.5)
  expect(share('late')).toBeGreaterThan(0.04)
  expect(share('late')).toBeLessThan(0.15)
  expect(new Set(cases.map(({ rule }) => rule)).size).toBe(18)
})
