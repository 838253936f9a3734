import fc from 'fast-check'

/* Moments of cases, in whole minutes since 1970 on the hall's own wall clock. */

/** Minutes in a day. */
export const DAY = 1_440

/** Moments around which rules turn: midnight, the openings and closings of the hall, and an evening. */
const MARKS = [0, 540, 720, 810, 1_020, 1_050]

/** Days before ordinary weeks, before two make-up Sundays, and before the longest holiday. */
export const STARTS = ['2019-07-01', '2019-04-25', '2019-09-27'].map((date) => Date.parse(`${date}T00:00Z`) / 60_000)

/** How long nothing happens: some minutes, then on to the next mark. */
export interface Wait {
  readonly minutes: number
  readonly mark: number | undefined
}

export const wait: fc.Arbitrary<Wait> = fc.record({
  minutes: fc.oneof(fc.constant(0), fc.nat({ max: 600 }), fc.nat({ max: 5_000 })),
  mark: fc.option(fc.constantFrom(...MARKS), { nil: undefined }),
})

/** The moment after a wait. */
export function after(minute: number, { minutes, mark }: Wait): number {
  const reached = minute + minutes
  return mark === undefined ? reached : reached + ((((mark - reached) % DAY) + DAY) % DAY)
}

/** A moment as text in the hall's zone. */
export const iso = (minute: number) => new Date(minute * 60_000).toISOString().replace('Z', '+08:00')
