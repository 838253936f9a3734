import { MS_PER_DAY } from '../time/numbers.js'

/** A session beside the start of a bucket: it may begin before the bucket and end after it. */
export interface Span {
  readonly open: number
  readonly close: number
}

/*
 * A pattern is what a bucket of 24 hours looks like. All stand one after another in an array of integers, each as
 *
 *   its work
 *   83 cells by time, the first of them its place: the place of the first span that closes after the cell begins
 *   83 cells by work: the place of the span in which the work of the cell begins
 *   spans of three: opening, closing, work before it; after the last stands one that nothing reaches
 *
 * Times are milliseconds from the start of the bucket, work is in milliseconds of working time from there, and places are
 * those of the whole array. A cell is 2^20 ms, 17 minutes and a half: few enough for the cache, and seldom with more than one
 * closing in it.
 */
const CELL = 2 ** 20
const CELLS = /* @__PURE__ */ Math.ceil(MS_PER_DAY / CELL)
const SPAN = 3

/** Later than anything in a bucket. */
const NEVER = 2 ** 31 - 1

/** Collects patterns, each different one once. */
export interface PatternList {
  /** The place of the pattern of some spans; those that do not touch the bucket are left out. */
  placeOf(spans: readonly Span[]): number
  compiled(): Int32Array
}

export function createPatterns(): PatternList {
  const places = new Map<string, number>()
  const numbers: number[] = []
  return {
    placeOf(all) {
      const spans = all.filter(({ open, close }) => close > 0 && open < MS_PER_DAY)
      const key = spans.map(({ open, close }) => `${open}-${close}`).join()
      const known = places.get(key)
      if (known !== undefined) return known
      const place = numbers.length + 1
      places.set(key, place)
      pushPattern(numbers, spans)
      return place
    },
    compiled: () => new Int32Array(numbers),
  }
}

/** Puts a pattern after the others. */
function pushPattern(numbers: number[], spans: readonly Span[]): void {
  const first = numbers.length + 1 + 2 * CELLS
  const written: number[] = []
  const closings: number[] = []
  const worked: number[] = []
  let work = 0
  for (const { open, close } of spans) {
    // The part of a session before the bucket is work that lies before 0, so that one sum serves all spans.
    written.push(open, close, work + Math.min(open, 0))
    work += Math.min(close, MS_PER_DAY) - Math.max(open, 0)
    closings.push(close)
    worked.push(work)
  }
  numbers.push(work)
  pushCells(numbers, first, closings)
  pushCells(numbers, first, worked)
  numbers.push(...written, NEVER, NEVER, work)
}

/** Puts the place of the first span that ends after each cell begins; after the last one stands another. */
function pushCells(numbers: number[], first: number, ends: readonly number[]): void {
  let i = 0
  for (let cell = 0; cell < CELLS; cell++) {
    while (i < ends.length && (ends[i] as number) <= cell * CELL) i++
    numbers.push(first + i * SPAN)
  }
}
