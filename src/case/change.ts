import { type Counting, reachOver } from '../clock/count.js'
import type { Due, Run } from '../clock/period.js'
import type { SessionTable } from '../clock/sessions.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { byKind } from '../time/limit.js'
import { type Instant, instantOf } from '../time/zone.js'
import type { Measured } from './runs.js'
import { type Light, type Margined, marginOf } from './verdict.js'

/** A case that has not stopped, as it stands now. */
export interface Going {
  readonly table: SessionTable
  readonly measured: Measured
  readonly counting: Counting
  readonly due: Due | undefined
  readonly standing: Margined
  readonly light: Light
  readonly now: Moment
}

/** What the instant of the warning follows from. */
export type Warned = Pick<Going, 'table' | 'measured' | 'counting' | 'standing'>

/** The instant from which the light is or was yellow, however the case stands by now; not before the recorded start. */
export function warningOf(warned: Warned, due: Due): Instant | undefined {
  const { counting, measured, standing } = warned
  const isFromStart = counting.amount.facts.toldIn === 'own-unit' && marginOf(standing) >= counting.amount.amount
  if (isFromStart) return measured.recorded.instant
  const at = yellowBy(counting.amount)(warned, due)
  return at === undefined ? undefined : (Math.max(at, measured.recorded.instant) as Instant)
}

/**
 * The next instant at which light or outcome changes though nothing happens; none once it is overdue, nor while the clock stands still, unless what was
 * told by its date has yet to begin.
 */
export function nextChange(going: Going): Instant | undefined {
  const { due, light, now } = going
  if (due && due.at < now.instant) return undefined
  const overdue = due && ((due.at + 1) as Instant)
  const yellow = light === 'green' ? yellowBy(going.counting.amount)(going, due) : undefined
  return yellow === undefined || yellow <= now.instant ? overdue : yellow
}

/** The instant at which so much is used that the light turns yellow. */
function usedUp({ table, measured, counting, standing }: Warned): Due | undefined {
  const amount = { ...counting.amount, amount: Math.max(0, standing.amount.amount - marginOf(standing)) }
  return reachOver(table, measured, { ...counting, amount }).due
}

/** The beginning of the first of the last days. */
function lastDays({ table, standing }: Warned, due: Due | undefined): Instant | undefined {
  return due && instantOf(table.zone, (due.day - Math.floor(marginOf(standing))) as Day, 0)
}

/** The instant from which a counted day is used: its first, unless the clock starts on that day. */
function usedFrom({ zone }: SessionTable, { runs }: Measured, day: Day): Instant {
  const first = instantOf(zone, day, 0)
  for (let i = 0; i < runs.length; i++) {
    const { start, end } = runs[i] as Run
    if (end === undefined || end.day >= day) return Math.max(first, start.instant) as Instant
  }
  return first
}

const yellowBy = /* @__PURE__ */ byKind<(warned: Warned, due: Due | undefined) => Instant | undefined>({
  'working-time': (warned) => usedUp(warned)?.at,
  'clock-time': (warned) => usedUp(warned)?.at,
  'working-days': ({ table, measured, counting, standing }) => {
    const amount = { ...counting.amount, amount: Math.max(0, Math.ceil(standing.amount.amount - marginOf(standing))) }
    const { lastCountedDay } = reachOver(table, measured, { ...counting, amount })
    return lastCountedDay === undefined ? undefined : usedFrom(table, measured, lastCountedDay)
  },
  'calendar-days': lastDays,
  months: lastDays,
})
