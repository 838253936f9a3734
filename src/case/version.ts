import { startFor } from '../clock/intake.js'
import { within } from '../errors.js'
import { isInForce, type Rule, type Version } from '../policy/policy.js'
import { type Day, parseDay } from '../time/day.js'
import { type Amount, amountOf, kindOf } from '../time/limit.js'
import type { Happening } from './course.js'
import { deemedReceipt } from './deemed.js'
import type { EventType } from './file.js'
import type { Terms } from './judge.js'
import type { ExemptReason } from './verdict.js'

/** The limit of a version; of a cut, the amount of the cut, which tells the unit. */
export function amountIn({ target }: Version): Amount {
  return amountOf(target.kind === 'reduction' ? target.by : target.limit)
}

export function newestOf({ versions }: Rule): Version {
  return versions.reduce((newest, version) => (version.from > newest.from ? version : newest))
}

/** The version in force on the date the clock starts; undefined while it has not started, or when there is none. */
export function versionOf(rule: Rule, happened: readonly Happening[], { clock: { table }, convention, now }: Terms): Version | undefined {
  return rule.versions.find((version) => {
    const start = deemedReceipt(table, happened, version, { convention, until: now }) ?? startEvent(happened, version)
    if (!start) return false
    // A date alone says too little for a limit of time, but enough to choose the version.
    const { day } =
      start.moment.isDateOnly && kindOf(amountIn(version).unit).countsTime
        ? start.moment
        : within({ path: `events[${start.index}].at` }, () => startFor(table, start.moment, { amount: amountIn(version), convention }))
    return isInForce(version, day)
  })
}

function startEvent(happened: readonly Happening[], version: Version): Happening | undefined {
  const firstOf = (type: EventType) => happened.find((event) => event.type === type)
  return (version.measure === 'span' ? undefined : firstOf('stage-started')) ?? firstOf(version.starts)
}

/** Why no version was in force on a day. */
export function gapOf({ versions }: Rule, day: Day): ExemptReason {
  if (versions.every(({ from }) => day < parseDay(from))) return 'before-first-version'
  return versions.every(({ to }) => to !== undefined && day > parseDay(to)) ? 'after-last-version' : 'between-versions'
}
