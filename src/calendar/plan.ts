import { type Day, formatDay } from '../time/day.js'
import { marksOf } from './notice.js'
import { type Outlook, outlookOf } from './outlook.js'
import { type Readings, readingsOf, settled } from './reading.js'
import { type CalendarSource, knownOn, type Laid, type Layer, lay, noticesBy, type Unpublished } from './source.js'
import { compileDays, type DayTable } from './table.js'

/** What a calendar is made from, whatever that is: each part compiled when it is first asked for. */
export interface Plan {
  readonly id: string
  /** The calendars that this one combines, so that combining it again changes nothing. */
  readonly parts?: { readonly kind: string; readonly plans: readonly Plan[] }
  /** English names of occasions. */
  readonly occasions: Readonly<Record<string, string>>
  readonly days: () => DayTable
  /** What notices may still make of the days of a table, in which those of `fixed` are settled by layers. */
  readonly outlook: (days: DayTable, fixed: ReadonlySet<Day>) => Outlook
  readonly readings: () => Readings
  readonly knownOn: (day: Day) => Plan
  readonly as: (unpublished: Unpublished) => Plan
}

type PlanSource = Omit<Plan, 'readings'>

/** Compiles each part once. */
export function planned(source: PlanSource): Plan {
  const days = once(source.days)
  const readings = once(() => {
    const table = days()
    return table.last === table.publishedTo ? settled : readingsOf(source.outlook(table, new Set()))
  })
  return { ...source, days, readings }
}

/** A function that works its answer out at the first call. */
export function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: work() }
    return known.value
  }
}

/** The plan of a calendar of notices. */
export function planOf(source: CalendarSource): Plan {
  const laid = once((): Laid => lay(source))
  return planned({
    id: source.id,
    occasions: source.occasions ?? {},
    days: () => compileDays(laid().table),
    outlook: (days, fixed) => {
      const isOpen = (day: Day) => !fixed.has(day)
      const swaps = laid().swaps()
      return outlookOf(
        days,
        swaps.map(({ moves, mayWork, mayBeOff }) => ({ moves, mayWork: mayWork.filter(isOpen), mayBeOff: mayBeOff.filter(isOpen) })),
      )
    },
    knownOn: (day) => planOf(knownOn(source, day)),
    as: (unpublished) => planOf({ ...source, unpublished }),
  })
}

/** The plan of a calendar with a layer over it: what the layer says of a day goes before what was said. */
export function laidOver(base: Plan, layer: Layer, id = `${base.id}+${layer.id}`): Plan {
  const marks = once(() => marksOf(layer.notices, 'layer'))
  return planned({
    id,
    occasions: base.occasions,
    days: () => {
      const { rank: _rank, select: _select, ...table } = base.days()
      return compileDays({ ...table, id, marks: new Map([...table.marks, ...marks()]) })
    },
    outlook: (days, fixed) => base.outlook(days, new Set([...marks().keys(), ...fixed])),
    knownOn: (day) => laidOver(base.knownOn(day), { ...layer, notices: noticesBy(layer.notices, day) }, `${id}@${formatDay(day)}`),
    as: (unpublished) => laidOver(base.as(unpublished), layer, id),
  })
}
