import { MS_PER_DAY } from '../time/day.js'
import type { Instant } from '../time/zone.js'
import type { Buckets } from './buckets.js'
import type { Span } from './patterns.js'

/**
 * Working time along the table of instants, both ways. Buckets of 24 hours begin at midnights of standard time, so that most
 * of them are alike and no offset is needed to find one; summer time only moves the sessions within.
 */
export interface ElapsedTable {
  /** Where the first bucket begins. */
  readonly origin: Instant
  /** The patterns of buckets, laid out as `patterns.ts` says. */
  readonly patterns: Int32Array
  /** The place of the pattern of each bucket. */
  readonly patternOf: Int32Array
  /** Working milliseconds before each bucket, and the whole at the end. */
  readonly workBefore: Float64Array
  /** For each stride of working time: the bucket in which it begins. */
  readonly byStride: Int32Array
  /** Strides in a millisecond: a power of two, so that no rounding moves an amount over the end of its stride. */
  readonly perStride: number
  /** The whole working time, in milliseconds. */
  readonly work: number
}

/** Compiles the table from its buckets. */
export function compileElapsed(buckets: Buckets): ElapsedTable {
  const { origin, patternOf, patterns } = buckets
  const { work, stride } = strideOf(buckets)
  const workBefore = new Float64Array(patternOf.length + 1)
  const byStride = new Int32Array(Math.floor(work / stride) + 2).fill(patternOf.length - 1)
  let before = 0
  let i = 0
  // From the start of a bucket's work to that of the next stride: a small number, where the work before both is a large one.
  let ahead = 0
  for (let bucket = 0; bucket < patternOf.length; bucket++) {
    const added = patterns[(patternOf[bucket] as number) - 1] as number
    if (added > 0) {
      for (; ahead < added; ahead += stride) byStride[i++] = bucket
      ahead -= added
      before += added
    }
    workBefore[bucket + 1] = before
  }
  return { origin, patterns, patternOf, workBefore, byStride, perStride: 1 / stride, work }
}

/** A stride is at most the average work of an open bucket and more than half of it, so that it seldom begins in one and ends in a third. */
function strideOf({ patterns, uses }: Buckets): { readonly work: number; readonly stride: number } {
  let work = 0
  let open = 0
  uses.forEach((times, place) => {
    const added = patterns[place - 1] as number
    if (added > 0) open += times
    work += added * times
  })
  // A shift, not a power, which the engine would keep as a number with a fraction, and make anew at each step.
  return { work, stride: 1 << Math.floor(Math.log2(Math.max(1, work / Math.max(1, open)))) }
}

/*
 * The look-ups below are the inner loop of columns. They decide by arithmetic what the processor could only guess, and multiply
 * instead of dividing. Their numbers, those of patterns.ts, are written out: what stands outside a function, `Number.NaN` as
 * well, the engine reads again each time as something that may have changed.
 */

/** Working milliseconds before an instant, which must lie in a bucket; NaN for a fraction of a millisecond. */
export function elapsedOn({ origin, patterns, patternOf, workBefore }: ElapsedTable, at: number): number {
  const since = at - origin
  // Half a millisecond is more than rounding takes from the quotient, and less than parts an instant from the next bucket.
  const days = Math.floor((since + 0.5) * (1 / 86_400_000))
  const bucket = days | 0
  const rest = since - days * 86_400_000
  const time = rest | 0
  if (time !== rest) return 0 / 0
  let place = patterns[(patternOf[bucket] as number) + (time >> 20)] as number
  while ((patterns[place + 1] as number) <= time) place += 3
  const opened = (time - (patterns[place] as number)) | 0
  // Before the opening this is negative, and its sign makes a mask that leaves nothing of it.
  const worked = opened & ~(opened >> 31)
  return (workBefore[bucket] as number) + (((patterns[place + 2] as number) + worked) | 0)
}

/** The bucket in which the work goes on after some of it. */
function bucketAfter({ byStride, perStride, workBefore }: ElapsedTable, elapsed: number): number {
  const stride = (elapsed * perStride) | 0
  const low = byStride[stride] as number
  const high = byStride[stride + 1] as number
  const bucket = low + Math.imul(high - low, +((workBefore[high] as number) <= elapsed))
  return (workBefore[bucket + 1] as number) > elapsed ? bucket : bucketWithin(workBefore, elapsed, low, high)
}

/** The same by halving, for a stride that touches several short buckets. */
function bucketWithin(workBefore: Float64Array, elapsed: number, from: number, to: number): number {
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((workBefore[middle] as number) <= elapsed) low = middle
    else high = middle
  }
  return low
}

/** The place of the span in which the work of a pattern goes on after some of it. */
function placeAfter(patterns: Int32Array, pattern: number, work: number): number {
  let place = patterns[pattern + 83 + (work >> 20)] as number
  while ((patterns[place + 5] as number) <= work) place += 3
  return place
}

/** The instant at which the work goes on after some of it; there must be more than that. */
export function timeOf(table: ElapsedTable, elapsed: number): Instant {
  const { origin, patterns, patternOf, workBefore } = table
  const bucket = bucketAfter(table, elapsed)
  const work = (elapsed - (workBefore[bucket] as number)) | 0
  const place = placeAfter(patterns, patternOf[bucket] as number, work)
  const time = ((patterns[place] as number) + work - (patterns[place + 2] as number)) | 0
  return (origin + bucket * 86_400_000 + time) as Instant
}

/** The whole session, as instants, in which the work goes on after some of it. */
export function spanOf(table: ElapsedTable, elapsed: number): Span {
  const { origin, patterns, patternOf, workBefore } = table
  const bucket = bucketAfter(table, elapsed)
  const place = placeAfter(patterns, patternOf[bucket] as number, elapsed - (workBefore[bucket] as number))
  const start = origin + bucket * MS_PER_DAY
  return { open: start + (patterns[place] as number), close: start + (patterns[place + 1] as number) }
}
