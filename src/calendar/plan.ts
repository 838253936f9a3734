import { type Day, formatDay } from '../time/day.js'
import { once } from '../time/once.js'
import { editionOf } from './edition.js'
import { daysAfter, marksOf, marksWithin, type Notice } from './notice.js'
import { type Outlook, openSwap, outlookOf } from './outlook.js'
import { type Readings, readingsOf, settled } from './reading.js'
import { type Beforehand, type CalendarSource, knownOn, type Laid, type Layer, lay, noticesBy, type Unpublished } from './source.js'
import { compileDays, type DayTable } from './table.js'

/** What a calendar is made from, whatever that is: each part compiled when it is first asked for. */
export interface Plan {
  readonly id: string
  /** The calendars that this one combines, so that combining it again changes nothing. */
  readonly parts?: { readonly kind: string; readonly plans: readonly Plan[] }
  /** English names of occasions. */
  readonly occasions: Readonly<Record<string, string>>
  readonly days: () => DayTable
  /** What notices may still make of the days of a table: its own, or one with layers over it, which has more of them settled. */
  readonly outlook: (days: DayTable) => Outlook
  readonly readings: () => Readings
  /** The hash of what the calendar follows from. */
  readonly edition: () => string
  readonly knownOn: (day: Day) => Plan
  /** The same with another treatment of unpublished days. */
  readonly treating: (unpublished: Unpublished) => Plan
  /** The same once one more notice is out. */
  readonly announcing: (notice: Notice) => Plan
}

type PlanSource = Omit<Plan, 'readings' | 'edition'>

/** Compiles each part once. */
export function planned(source: PlanSource): Plan {
  const days = once(source.days)
  /** None where all days are settled. */
  const outlook = once(() => {
    const table = days()
    return table.last === table.publishedTo ? undefined : source.outlook(table)
  })
  const readings = once(() => {
    const known = outlook()
    return known ? readingsOf(known) : settled
  })
  const edition = once(() => editionOf(days(), outlook()))
  return Object.freeze({ ...source, occasions: Object.freeze(source.occasions), days, readings, edition })
}

/** The plan of a calendar of notices; with what these come to it answers before they are read. */
export function planOf(source: CalendarSource, beforehand?: Beforehand): Plan {
  const laid = once((): Laid => lay(source, beforehand))
  return planned({
    id: source.id,
    occasions: source.occasions ?? {},
    days: () => compileDays(laid().table),
    outlook: (days) => {
      const swaps = laid().swaps()
      return outlookOf(
        days,
        swaps.map((swap) => openSwap(swap, (day) => days.said().settled.has(day))),
      )
    },
    knownOn: (day) => planOf(knownOn(source, day)),
    treating: (unpublished) => planOf({ ...source, unpublished }),
    announcing: (notice) => planOf({ ...source, notices: [...source.notices, notice] }),
  })
}

/** The plan of a calendar with a layer over it: what the layer says of a day goes before what was said. */
export function laidOver(base: Plan, layer: Layer, id = `${base.id}+${layer.id}`): Plan {
  const marks = once(() => marksOf(layer.notices, 'layer'))
  return planned({
    id,
    occasions: base.occasions,
    days: () => {
      const { rank: _rank, select: _select, isWorked: _isWorked, said, ...table } = base.days()
      const own = marksWithin(marks(), table)
      const saidOver = once(() => ({
        marks: new Map([...said().marks, ...own]),
        settled: new Set([...said().settled, ...daysAfter(table.publishedTo, own)]),
      }))
      return compileDays({ ...table, id, said: saidOver })
    },
    outlook: base.outlook,
    knownOn: (day) => laidOver(base.knownOn(day), { ...layer, notices: noticesBy(layer.notices, day) }, `${id}@${formatDay(day)}`),
    treating: (unpublished) => laidOver(base.treating(unpublished), layer, id),
    announcing: (notice) => laidOver(base.announcing(notice), layer, id),
  })
}
