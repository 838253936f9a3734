import type { Limit, Unit } from '../../time/limit.js'
import { kindOf } from '../../time/limit.js'
import type { PageTime } from './content.js'

/** Cases that took from one length to another; the last of some holds the longer ones as well. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly cases: number
  readonly isRest: boolean
  /** Longer than the limit. */
  readonly isOver: boolean
}

/** More bins than these cannot be told apart. */
const MOST = 30

const STEPS = [1, 2, 5]

/** A distribution in bins of a round width. Whole days stand in the middle of theirs; the limit lies between two bins. */
export function binsOf({ distribution = [], unit, p95, max }: PageTime, limit: number | undefined): readonly Bin[] {
  const isWhole = !kindOf(unit).countsTime
  const reach = Math.max(1e-9, Math.min(max, Math.max(1.5 * p95, 2 * (limit ?? 0))))
  const step = stepFor(reach, isWhole ? 1 : 1 / 60)
  // Bins of whole days count from the limit, of time from nothing, so that none lies on both sides of the limit.
  const offset = limit === undefined ? 0 : isWhole ? (limit + 1) % step : limit % step
  const indexOf = (used: number) => Math.floor((used - offset) / step + 1e-9)
  const last = indexOf(reach)
  const counts = new Map<number, number>()
  for (const [used, cases] of distribution) {
    // Of time, a case that used up the limit to the last minute was in time.
    const index = Math.min(last, isWhole || limit === undefined || used !== limit ? indexOf(used) : indexOf(used) - 1)
    counts.set(index, (counts.get(index) ?? 0) + cases)
  }
  const shift = isWhole ? -0.5 : 0
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([index, cases]) => {
      const from = offset + index * step + shift
      return {
        from,
        to: from + step,
        cases,
        isRest: index === last && max > reach,
        isOver: limit !== undefined && from >= limit + (isWhole ? 0.5 : -1e-9),
      }
    })
}

/** The least width of 1, 2 or 5 times a power of ten of the least one, with which so many bins reach far enough. */
function stepFor(reach: number, least: number): number {
  for (let scale = least; ; scale *= 10) for (const step of STEPS) if (reach / (step * scale) <= MOST) return step * scale
}

/** The amount of a limit, where it is in a unit. */
export function amountIn(limit: Limit | undefined, unit: Unit): number | undefined {
  return limit?.[unit]
}
