/*
 * The questions about working time: the same in every run, as local time, which is that of the clock asked.
 */
import { cn, createCalendar, createClock } from '../../dist/index.js'
import { createRandom, DAY, MINUTE } from './support.js'

export const SIZE = 20_000
const hours = { workday: ['09:00-12:00', '13:30-17:00'] }

const FIRST_START = Date.parse('2010-01-01T00:00Z')
const START_MINUTES = (Date.parse('2025-01-01T00:00Z') - FIRST_START) / MINUTE

/** China has had no summer time in these years, so that its local time is a fixed distance from UTC. */
export const CHINA = 8 * 60 * MINUTE

export const clock = createClock({ calendar: cn, hours, timeZone: 'Asia/Shanghai' })

const random = createRandom(20_190_506)
const localTextOf = (local) => new Date(local).toISOString().slice(0, 19)

/** Any minute of any day, most of them when nothing is open, and up to a week of working time. */
export const asked = Array.from({ length: SIZE }, () => ({ local: FIRST_START + random(START_MINUTES) * MINUTE, minutes: 1 + random(2_400) }))

function questionFor(clock) {
  return ({ local, minutes }) => {
    const start = clock.add(localTextOf(local), { minutes: 0 })
    const end = clock.add(start, { workingMinutes: minutes })
    return { minutes, ms: minutes * MINUTE, start, end, at: Date.parse(start), endsAt: Date.parse(end) }
  }
}

/** The same local times on a clock. */
export const questionsOf = (clock) => asked.map(questionFor(clock))

/** As many minutes as before, from starts whose days, up to the last, have none of some exceptions. */
export function questionsWithout(exceptionsIn, size) {
  const question = questionFor(clock)
  const dayOfInstant = (at) => Math.floor((at + CHINA) / DAY)
  return Array.from({ length: size }, () => {
    const minutes = 1 + random(2_400)
    for (;;) {
      const found = question({ local: FIRST_START + random(START_MINUTES) * MINUTE, minutes })
      if (exceptionsIn(dayOfInstant(found.at), dayOfInstant(found.endsAt)) === 0) return found
    }
  })
}

const coverage = { from: '2007-01-01', to: '2050-12-31' }
const general = createCalendar({ id: 'general', weekend: ['saturday', 'sunday'], notices: [], coverage })

/** One calendar under a zone with summer time and one without. */
export const zones = {
  summer: createClock({ calendar: general, hours, timeZone: 'Europe/Berlin' }),
  fixed: createClock({ calendar: general, hours, timeZone: 'Etc/GMT-1' }),
}
