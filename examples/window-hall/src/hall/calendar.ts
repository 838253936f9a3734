import { type Calendar, type Clock, cn, createClock, hallHours, type Notice } from 'service-time'
import { readLayer } from 'service-time/layer'
import { policy } from './policy.js'

/**
 * A notice that was posted in the hall.
 *
 * `national` is one of the State Council, which settles the year that it covers. `local` is the hall's own, such as a day off for a typhoon: it
 * lies over the calendar and settles no year.
 */
export interface Posted {
  readonly scope: Scope
  readonly notice: Notice
}

export const SCOPES = ['national', 'local'] as const
export type Scope = (typeof SCOPES)[number]

/** The hall's clock with the notices that have been posted. */
export function clockWith(posted: readonly Posted[]): Clock {
  const { timeZone, convention } = policy
  return createClock({ calendar: calendarWith(posted), hours: hallHours, timeZone, convention })
}

function calendarWith(posted: readonly Posted[]): Calendar {
  const of = (scope: Scope) => posted.flatMap((each) => (each.scope === scope ? [each.notice] : []))
  const national = of('national').reduce((calendar, notice) => calendar.announce(notice), cn)
  const local = of('local')
  return local.length === 0 ? national : national.extend(readLayer({ id: 'hall', notices: local }))
}

/** The clock of the notices, which are only ever added: as long as there are as many, they are the same. */
export function clocks(): (posted: readonly Posted[]) => Clock {
  let known: { readonly count: number; readonly clock: Clock } | undefined
  return (posted) => {
    if (known?.count !== posted.length) known = { count: posted.length, clock: clockWith(posted) }
    return known.clock
  }
}
