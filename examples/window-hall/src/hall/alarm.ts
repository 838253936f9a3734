/** The longest time that a timer of Node can wait; one that is set for more goes off at once. */
const LONGEST = 2 ** 31 - 1

/** One timer, that can be set anew. */
export interface Alarm {
  /** Goes off after so many milliseconds, and no more at the time for which it was set before. */
  readonly set: (ms: number | undefined) => void
}

/** Calls back once the time has come. It may be early by a millisecond, or by weeks for a time that is months away: the callback looks, and sets it again. */
export function alarm(ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined
  return {
    set: (ms) => {
      clearTimeout(timer)
      timer = ms === undefined ? undefined : setTimeout(ring, Math.min(Math.max(ms, 1), LONGEST))
    },
  }
}
