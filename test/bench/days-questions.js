/*
 * The questions about working days: the same in every run.
 */
import { cn } from '../../dist/index.js'
import { createRandom, dayOf, textOf } from './support.js'

export const SIZE = 20_000
const FIRST_START = dayOf('2010-01-01')
const LAST_START = dayOf('2024-12-31')
/** Early enough for 2000 working days, eight years, to end in the calendar. */
const LAST_EARLY_START = dayOf('2017-12-31')

const random = createRandom(20_190_505)
const startUntil = (last) => FIRST_START + random(last - FIRST_START + 1)

function questionOf(day, n) {
  const start = textOf(day)
  const end = cn.add(start, n)
  return { day, n, start, end, endDay: dayOf(end) }
}

export const questions = Array.from({ length: SIZE }, () => questionOf(startUntil(LAST_START), 1 + random(60)))
export const earlyStarts = Array.from({ length: SIZE }, () => textOf(startUntil(LAST_EARLY_START)))

/** As many working days as before, from starts whose span, both ends included, has none of some exceptions. */
export function questionsWithout(exceptionsIn, size) {
  return Array.from({ length: size }, () => {
    const n = 1 + random(60)
    for (;;) {
      const question = questionOf(startUntil(LAST_START), n)
      if (exceptionsIn(question.day, question.endDay) === 0) return question
    }
  })
}
