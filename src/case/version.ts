import { startFor } from '../clock/intake.js'
import type { SessionTable } from '../clock/sessions.js'
import { inContext } from '../errors.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
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
    const { version } = terms
    const stage = version.measure === 'span' ? undefined : firstOf(happened, 'stage-started')
    const start = stage ?? deemedReceipt(table, happened, terms, now) ?? firstOf(happened, version.starts)
    if (start && isInForce(terms, firstDay({ table, clocks, happened }, start, terms))) return terms
  }
  return undefined
}

/** When a case starts by the clocks of its stages. */
interface Started extends Omit<Looked, 'now'> {
  readonly happened: readonly Happening[]
}

/** The day on which a version's clock starts: in a sum on several clocks, a stage that waits for its own may be overtaken by a later one. */
function firstDay(started: Started, start: Happening, terms: Terms): Day {
  const day = startDay(started, start, terms)
  if (start.type !== 'stage-started' || terms.version.measure !== 'sum') return day
  if (!Object.values(terms.version.stages ?? {}).some((stage) => stage?.clock !== undefined)) return day
  const days = started.happened.flatMap((event) => (event.type === 'stage-started' ? startDay(started, event, terms) : []))
  return Math.min(...days) as Day
}

/** The day on which an event starts a version's clock; in a sum, a stage that of its own. A date alone says too little for a limit of time, but enough to choose the version. */
function startDay({ table, clocks }: Started, start: Happening, { version, promised: { counting } }: Terms): Day {
  if (start.isDateOnly && counting.amount.facts.countsTime) return start.day
  try {
    const { stage } = start.told
    const own = version.measure === 'sum' && stage !== undefined ? clockOf(stage, version, clocks) : undefined
    return (own ? startFor(own.clock.table, start, countingOn(own.clock, counting)) : startFor(table, start, counting)).day
  } catch (error) {
    throw inContext(error, { path: `events[${start.index}].at` })
  }
}

function isInForce({ from, to }: Terms, day: Day): boolean {
  return day >= from && (to === undefined || day <= to)
}

function firstOf(happened: readonly Happening[], type: EventType): Happening | undefined {
  for (const event of happened) if (event.type === type) return event
  return undefined
}

/** Why no version was in force on a day. */
export function gapOf(versions: readonly Terms[], day: Day): ExemptReason {
  if (versions.every(({ from }) => day < from)) return 'before-first-version'
  return versions.every(({ to }) => to !== undefined && day > to) ? 'after-last-version' : 'between-versions'
}
