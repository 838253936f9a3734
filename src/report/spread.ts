import { UNITS, type Unit } from '../time/limit.js'

/*
 * How long the cases of a set took. Sums are kept in whole days or whole milliseconds, so that adding them up in any order gives
 * the same to the last digit: up to 2^53 ms, which is 285,000 years of time used.
 */

/** How long the cases of a set took, as plain data: `sum` and `max` in days or, for units of time, in milliseconds. */
export interface Spread {
  readonly cases: number
  readonly sum: number
  readonly max: number
  /** How many cases took how long, in rising order: days, or whole minutes begun and not yet over. */
  readonly counts: readonly (readonly [length: number, cases: number])[]
}

/** How many there are of something; it is looked up once to be raised. */
interface Count {
  cases: number
}

/** A spread that is still growing. */
export interface GrowingSpread {
  cases: number
  sum: number
  max: number
  readonly counts: Map<number, Count>
}

export function newSpread(): GrowingSpread {
  return { cases: 0, sum: 0, max: 0, counts: new Map() }
}

const MS_PER_MINUTE = 60_000

/** What one of a unit is in days or in milliseconds: months are told in calendar days. */
const GRAINS = /* @__PURE__ */ Object.fromEntries(
  Object.entries(UNITS).map(([unit, { kind, size }]) => [unit, kind === 'working-time' || kind === 'clock-time' ? size : 1]),
) as Readonly<Record<Unit, number>>

/** An amount used in whole days or milliseconds. */
export function grainsOf(amount: number, unit: Unit): number {
  const grain = GRAINS[unit]
  return grain === 1 ? amount : Math.round(amount * grain)
}

/** Whole days or milliseconds in a unit. */
export function fromGrains(grains: number, unit: Unit): number {
  return grains / GRAINS[unit]
}

/** A length of the counts in a unit. */
export function fromLength(length: number, unit: Unit): number {
  const grain = GRAINS[unit]
  return grain === 1 ? length : (length * MS_PER_MINUTE) / grain
}

/** Adds a case that took so many days or milliseconds. */
export function addTo(spread: GrowingSpread, grains: number, unit: Unit): void {
  const length = GRAINS[unit] === 1 ? grains : minuteOf(grains)
  spread.cases++
  spread.sum += grains
  if (grains > spread.max) spread.max = grains
  raise(spread.counts, length, 1)
}

/**
 * Whole minutes, cut to their 14 leading bits, so that however many cases there are and however long they took, there are few lengths:
 * exact to the minute up to 16,383 minutes, which is eight weeks of seven open hours, and beyond to one part in 8,192.
 */
function minuteOf(ms: number): number {
  const minutes = Math.floor(ms / MS_PER_MINUTE)
  const cut = Math.max(0, 18 - Math.clz32(minutes))
  return (minutes >>> cut) << cut
}

/** Adds all cases of another spread. */
export function addAll(into: GrowingSpread, { cases, sum, max, counts }: Spread): void {
  into.cases += cases
  into.sum += sum
  into.max = Math.max(into.max, max)
  for (const [length, n] of counts) raise(into.counts, length, n)
}

function raise(counts: Map<number, Count>, length: number, by: number): void {
  const known = counts.get(length)
  if (known === undefined) counts.set(length, { cases: by })
  else known.cases += by
}

export function spreadOf({ cases, sum, max, counts }: GrowingSpread): Spread {
  return { cases, sum, max, counts: Array.from(counts, ([length, count]) => [length, count.cases] as const).sort(([a], [b]) => a - b) }
}

/** The shortest length that at least a share of the cases did not exceed (nearest rank). */
export function percentile({ cases, counts }: Spread, share: number): number {
  const rank = Math.max(1, Math.ceil(share * cases))
  let seen = 0
  for (const [length, n] of counts) {
    seen += n
    if (seen >= rank) return length
  }
  return 0
}
