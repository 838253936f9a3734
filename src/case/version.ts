import type { SessionTable } from '../clock/sessions.js'
import { inContext } from '../errors.js'
import type { Version } from '../policy/policy.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { type Clocks, clockOf, startOn } from './clocks.js'
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

/**
 * The version in force on the date the clock starts; undefined while it has not started, or when there is none. Versions may move a start to
 * different dates: where each leaves it to another, the one holds that was in force when it was recorded.
 */
export function versionOf(looked: Looked, versions: readonly Terms[], happened: readonly Happening[]): Terms | undefined {
  for (let i = 0; i < versions.length; i++) {
    const terms = versions[i] as Terms
    const start = startBy(looked, happened, terms)
    if (start && isInForce(terms, firstDay(looked, happened, start, terms))) return terms
  }
  return versions.length > 1 ? versionBetween(looked, versions, happened) : undefined
}

function versionBetween(looked: Looked, versions: readonly Terms[], happened: readonly Happening[]): Terms | undefined {
  return versions.find((terms) => {
    const start = startBy(looked, happened, terms)
    if (start === undefined || !isInForce(terms, start.day)) return false
    const day = firstDay(looked, happened, start, terms)
    return versions.some((other) => isInForce(other, day))
  })
}

/** The event that starts the clock by a version; undefined while none has. */
export function startBy({ table, now }: Looked, happened: readonly Happening[], terms: Terms): Happening | undefined {
  const { version } = terms
  const stage = version.measure === 'span' ? undefined : firstOf(happened, 'stage-started')
  return stage ?? deemedReceipt(table, happened, terms, now) ?? firstOf(happened, version.starts)
}

/** The day on which a version's clock starts: in a sum on several clocks, a stage that waits for its own may be overtaken by a later one. */
function firstDay(looked: Looked, happened: readonly Happening[], start: Happening, terms: Terms): Day {
  const isOfSeveral = start.type === 'stage-started' && terms.version.measure === 'sum' && hasOwnClocks(terms.version)
  return isOfSeveral ? firstOfStages(looked, happened, terms) : startDay(looked, start, terms)
}

function hasOwnClocks({ stages = {} }: Version): boolean {
  return Object.values(stages).some((stage) => stage?.clock !== undefined)
}

function firstOfStages(looked: Looked, happened: readonly Happening[], terms: Terms): Day {
  const days = happened.flatMap((event) => (event.type === 'stage-started' ? startDay(looked, event, terms) : []))
  return Math.min(...days) as Day
}

/** The day on which an event starts a version's clock; in a sum, a stage that of its own. A date alone says too little for a limit of time, but enough to choose the version. */
function startDay({ table, clocks }: Looked, start: Happening, { version, promised: { counting } }: Terms): Day {
  if (start.isDateOnly && counting.amount.facts.countsTime) return start.day
  try {
    const { stage } = start.told
    const own = version.measure === 'sum' && stage !== undefined ? clockOf(stage, version, clocks) : undefined
    return startOn(own, table, start, counting).day
  } catch (error) {
    throw inContext(error, { path: `events[${start.index}].at` })
  }
}

function isInForce({ from, to }: Terms, day: Day): boolean {
  return day >= from && (to === undefined || day <= to)
}

function firstOf(happened: readonly Happening[], type: EventType): Happening | undefined {
  for (let i = 0; i < happened.length; i++) if (happened[i]?.type === type) return happened[i]
  return undefined
}

/** Why no version was in force when the clock started, on the date to which each moves the start. */
export function gapOf(looked: Looked, versions: readonly Terms[], happened: readonly Happening[]): ExemptReason {
  const started = versions.flatMap((terms) => {
    const start = startBy(looked, happened, terms)
    return start ? [{ ...terms, day: firstDay(looked, happened, start, terms) }] : []
  })
  if (started.every(({ day, from }) => day < from)) return 'before-first-version'
  return started.every(({ day, to }) => to !== undefined && day > to) ? 'after-last-version' : 'between-versions'
}
