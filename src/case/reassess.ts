import type { Calendar } from '../calendar/calendar.js'
import { createClock } from '../clock/clock.js'
import { endOfDay } from '../clock/sessions.js'
import { formatDay, parseDay } from '../time/day.js'
import { formatInstant, type InstantInput } from '../time/instant.js'
import type { Instant } from '../time/zone.js'
import { assess } from './assess.js'
import type { Assessment, AssessOptions } from './assessment.js'
import { clocksBy, clocksOf } from './clocks.js'
import type { CaseFile } from './file.js'
import { given } from './inquiry.js'

/** What a case is judged anew by. */
export interface ReassessOptions<R extends string = string, S extends string = string, C extends string = string>
  extends Omit<AssessOptions<R, S, C>, 'now'> {
  /** The date whose knowledge counts: the notices issued by then, that very day included. */
  readonly asOf: string
  /** The instant of asking; the end of that date where it is not given. */
  readonly now?: InstantInput
}

/**
 * The verdict on a case with the calendar as it was known on a date: what a window could have known then.
 *
 * Edges: events after `now` have not happened yet; a policy whose source is of a later date was not known, and every case is `exempt`; the date of one that
 * refines another is its own, so that of a day before it the base is asked.
 * Throws: as `assess`; `date-invalid`. The order of events is checked by the calendar of that date as well: `event-not-allowed` where papers did not yet count as
 * accepted by it when something happened that needs their acceptance.
 *
 * @example
 * const file = { id: 'A-1', rule: 'mortgage-registration', events: [{ type: 'accepted', at: '2019-12-30' }] } as const
 * reassess(file, { policy: xiaoshan2019, clock, asOf: '2019-12-30' }).dueDate //=> '2020-01-02'
 */
export function reassess<R extends string, S extends string, C extends string>(
  file: CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>,
  options: ReassessOptions<R, S, C>,
): Assessment<R, S> {
  const { policy, clock, clocks } = given(options)
  const { asOf, now } = options
  const day = parseDay(asOf, 'asOf')
  const knownThen = (calendar: Calendar) => calendar.asOf(formatDay(day))
  const known = createClock({ ...clock, calendar: knownThen(clock.calendar) })
  const end = (endOfDay(clock.table, day) - 1) as Instant
  const asked = {
    policy,
    clock: known,
    clocks: clocksBy(clocksOf(policy, clock, clocks), knownThen),
    now: now ?? formatInstant(end, clock.table.zone),
  }
  const assessment = assess(file, asked)
  if (parseDay(policy.source.date) <= day) return assessment
  const { id, rule, state, caps, findings, basis } = assessment
  return { id, rule, state, outcome: 'exempt', reason: 'before-publication', light: 'none', limits: [], caps, findings, basis }
}
