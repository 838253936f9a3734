import { startFor } from '../clock/intake.js'
import type { SessionTable } from '../clock/sessions.js'
import { inContext } from '../errors.js'
import type { Rule } from '../policy/policy.js'
import { type Day, parseDay } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { kindOf } from '../time/limit.js'
import { type Clocks, clockOf, countingOn } from './clocks.js'
import { deemedReceipt } from './deemed.js'
import type { EventType } from './file.js'
import type { Happening } from './happening.js'
import type { Terms } from './terms.js'
import type { ExemptReason } from './verdict.js'

export function newestOf(versions: readonly Terms[]): Terms {
  return versions.reduce((newest, terms) => (terms.from > newest.from ? terms : newest))
}

/** By what clocks, and when, a case is looked at. */
interface Looked {
  readonly table: SessionTable
  readonly clocks: Clocks
  readonly now: Moment
}

/** The version in force on the date the clock starts; undefined while it has not started, or when there is none. */
export function versionOf({ table, clocks, now }: Looked, versions: readonly Terms[], happened: readonly Happening[]): Terms | undefined {
  for (const terms of versions) {
    const start = deemedReceipt(table, happened, terms, now) ?? startEvent(happened, terms)
    if (start && isInForce(terms, startDay({ table, clocks }, start, terms))) return terms
  }
  return undefined
}

/** The day on which a version's clock starts, which is that of the stage that starts a sum. A date alone says too little for a limit of time, but enough to choose the version. */
function startDay({ table, clocks }: Omit<Looked, 'now'>, start: Happening, { version, promised: { counting } }: Terms): Day {
  if (start.isDateOnly && kindOf(counting.amount.unit).countsTime) return start.day
  try {
    const own = version.measure === 'sum' && start.stage !== undefined ? clockOf(start.stage, version, clocks) : undefined
    return (own ? startFor(own.clock.table, start, countingOn(own.clock, counting)) : startFor(table, start, counting)).day
  } catch (error) {
    throw inContext(error, { path: `events[${start.index}].at` })
  }
}

function isInForce({ from, to }: Terms, day: Day): boolean {
  return day >= from && (to === undefined || day <= to)
}

function startEvent(happened: readonly Happening[], { version }: Terms): Happening | undefined {
  return (version.measure === 'span' ? undefined : firstOf(happened, 'stage-started')) ?? firstOf(happened, version.starts)
}

function firstOf(happened: readonly Happening[], type: EventType): Happening | undefined {
  for (const event of happened) if (event.type === type) return event
  return undefined
}

/** Why no version was in force on a day. */
export function gapOf({ versions }: Rule, day: Day): ExemptReason {
  if (versions.every(({ from }) => day < parseDay(from))) return 'before-first-version'
  return versions.every(({ to }) => to !== undefined && day > parseDay(to)) ? 'after-last-version' : 'between-versions'
}
