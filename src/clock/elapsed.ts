import { MS_PER_DAY } from '../time/numbers.js'
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
  /**
   * Work before each bucket, in units of which each bucket holds a whole number: while these are small, the engine counts them without
   * making each number anew, which at the start of a process costs more than the counting.
   */
  readonly workBefore: Float64Array
  /** Milliseconds in a unit. */
  readonly unit: number
  /**
   * Of each stride of working time two numbers: the bucket in which it begins, and what is left of that one's work then, or -1 where the
   * stride touches more than one open bucket after it.
   */
  readonly byStride: Int32Array
  /** Milliseconds in a stride: a power of two, so that no rounding moves an amount over the end of its stride. */
  readonly stride: number
  /** The whole working time, in milliseconds. */
  readonly work: number
}

/** Compiles the table from its buckets. */
export function compileElapsed(buckets: Buckets): ElapsedTable {
  const { origin, patternOf, patterns } = buckets
  const { work, stride, unit } = measuresOf(buckets)
  // A loop that asks for the length of an array each time is slower until the engine has compiled it.
  const { length } = patternOf
  const workBefore = new Float64Array(length)
  const byStride = new Int32Array(2 * Math.floor(work / stride) + 4).fill(length - 1)
  let before = 0
  let i = 0
  // What of a bucket's work is left where a stride begins; below 0, what of the stride is left when the work is done.
  let left = 0
  for (let bucket = 0; bucket < length; bucket++) {
    workBefore[bucket] = before
    const added = patterns[(patternOf[bucket] as number) - 1] as number
    if (added === 0) continue
    before += added / unit
    left += added
    if (left <= 0) byStride[i - 1] = -1
    for (; left > 0; left -= stride) {
      byStride[i] = bucket
      byStride[i + 1] = left
      i += 2
    }
  }
  return { origin, patterns, patternOf, workBefore, unit, byStride, stride, work }
}

/**
 * The whole work; a stride, which is no longer than the shortest work of an open bucket, so that it begins in one and ends in the next,
 * but for buckets far below the average, of which there are few or else strides would be many; and the largest unit in which the work of
 * every bucket is whole.
 */
function measuresOf({ patterns, uses }: Buckets): Pick<ElapsedTable, 'work' | 'stride' | 'unit'> {
  let work = 0
  let open = 0
  let unit = 0
  let shortest = MS_PER_DAY
  uses.forEach((times, place) => {
    const added = patterns[place - 1] as number
    if (added === 0) return
    open += times
    work += added * times
    unit = commonDivisor(unit, added)
    shortest = Math.min(shortest, added)
  })
  const longest = Math.max(1, shortest, work / Math.max(1, open) / 4)
  // A shift, not a power, which the engine would keep as a number with a fraction, and make anew at each step.
  return { work, stride: 1 << Math.floor(Math.log2(longest)), unit: Math.max(1, unit) }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

/*
 * The look-ups below are the inner loop of columns. They decide by arithmetic what the processor could only guess, and multiply
 * instead of dividing. Their numbers, those of patterns.ts, are written out: what stands outside a function, `Number.NaN` as
 * well, the engine reads again each time as something that may have changed.
 */

/** The place of the first span of a pattern that closes after a time. */
function placeAt(patterns: Int32Array, pattern: number, time: number): number {
  let place = patterns[pattern + (time >> 20)] as number
  while ((patterns[place + 1] as number) <= time) place += 3
  return place
}

/** Working milliseconds before an instant, which must lie in a bucket; NaN for a fraction of a millisecond. */
export function elapsedOn({ origin, patterns, patternOf, workBefore, unit }: ElapsedTable, at: number): number {
  const since = at - origin
  // Half a millisecond is more than rounding takes from the quotient, and less than parts an instant from the next bucket.
  const days = Math.floor((since + 0.5) * (1 / 86_400_000))
  const bucket = days | 0
  const rest = since - days * 86_400_000
  const time = rest | 0
  if (time !== rest) return 0 / 0
  const place = placeAt(patterns, patternOf[bucket] as number, time)
  const opened = (time - (patterns[place] as number)) | 0
  // Before the opening this is negative, and its sign makes a mask that leaves nothing of it.
  const worked = opened & ~(opened >> 31)
  return (workBefore[bucket] as number) * unit + (((patterns[place + 2] as number) + worked) | 0)
}

/** The place of the span in which the work of a pattern goes on after some of it. */
function placeAfter(patterns: Int32Array, pattern: number, work: number): number {
  let place = patterns[pattern + 83 + (work >> 20)] as number
  while ((patterns[place + 5] as number) <= work) place += 3
  return place
}

/** The instant at which the work goes on after some of it; there must be more than that. */
export function timeOf(table: ElapsedTable, elapsed: number): Instant {
  const { origin, patterns, patternOf, byStride, stride } = table
  const index = ((elapsed * (1 / stride)) | 0) << 1
  const low = byStride[index] as number
  const left = byStride[index + 1] as number
  const high = byStride[index + 2] as number
  if (left < 0) return timeWithin(table, elapsed, low, high + 1)
  // Of the stride beyond the bucket in which it begins: before its end this is negative, and its sign makes a mask.
  const over = ((elapsed & (stride - 1)) - left) | 0
  const mask = over >> 31
  const bucket = (high + ((low - high) & mask)) | 0
  const pattern = patternOf[bucket] as number
  const work = (over + ((patterns[pattern - 1] as number) & mask)) | 0
  // As in `timeIn`, but written out: called from here it takes a fifth of the whole longer.
  const place = placeAfter(patterns, pattern, work)
  const time = ((patterns[place] as number) + work - (patterns[place + 2] as number)) | 0
  return (origin + bucket * 86_400_000 + time) as Instant
}

/** The same among some buckets by halving, for a stride that touches several short ones. */
function timeWithin(table: ElapsedTable, elapsed: number, from: number, to: number): Instant {
  const { workBefore, unit } = table
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((workBefore[middle] as number) * unit <= elapsed) low = middle
    else high = middle
  }
  return timeIn(table, low, (elapsed - (workBefore[low] as number) * unit) | 0)
}

/** The instant at which the work of a bucket goes on after some of it. */
function timeIn({ origin, patterns, patternOf }: ElapsedTable, bucket: number, work: number): Instant {
  const place = placeAfter(patterns, patternOf[bucket] as number, work)
  const time = ((patterns[place] as number) + work - (patterns[place + 2] as number)) | 0
  return (origin + bucket * 86_400_000 + time) as Instant
}

/** The whole session, as instants, in which the work goes on after some of it. */
export function spanOf(table: ElapsedTable, elapsed: number): Span {
  const { origin, patterns, patternOf } = table
  const time = timeOf(table, elapsed) - origin
  const bucket = Math.floor(time / MS_PER_DAY)
  const start = origin + bucket * MS_PER_DAY
  const place = placeAt(patterns, patternOf[bucket] as number, time - bucket * MS_PER_DAY)
  return { open: start + (patterns[place] as number), close: start + (patterns[place + 1] as number) }
}
