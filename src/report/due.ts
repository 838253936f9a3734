import type { Assessment, JudgedLimit, LimitKind } from '../case/assessment.js'
import { assertClock } from '../clock/assert-clock.js'
import type { Clock } from '../clock/clock.js'
import { instantMomentOf } from '../clock/moment.js'
import { fail, quote } from '../errors.js'
import { NOT_DUE_LIST } from '../messages/values.js'
import { formatDay } from '../time/day.js'
import { formatInstant, type InstantInput, parseInstant } from '../time/instant.js'
import { amountOf, kindOf, type Limit } from '../time/limit.js'
import { assertNeededOptions } from '../time/record.js'
import { type Instant, localDay } from '../time/zone.js'
import { assertAssessment } from './assert-assessment.js'
import { dueOf } from './listed.js'
import { inOrder } from './order.js'

/** Whose limit is due: one of the limits of the case, or that for answering papers, after which they count as accepted. */
export type PressingKind = LimitKind | 'answer'

/** An open case with the limit that ends first of those that still run. */
export interface DueCase
  extends Pick<Assessment, 'id' | 'rule' | 'state' | 'nextChangeAt'>,
    Pick<JudgedLimit, 'stage' | 'dueDate' | 'dueAt' | 'ifResumedNow'>,
    Partial<Pick<JudgedLimit, 'light' | 'limit' | 'used' | 'remaining'>> {
  readonly kind: PressingKind
  readonly outcome: 'open' | 'overdue'
}

/** What is overdue, and what is due soon. */
export interface DueList {
  /** The last date, or for units of time the last instant, of what counts as soon. */
  readonly until: string
  readonly overdue: number
  readonly due: number
  /** The overdue first, then by the instant at which they are due; of paused cases, at which they would be if they resumed now. */
  readonly cases: readonly DueCase[]
}

/** A list of due cases that is still growing. */
export interface RunningDueList {
  /** Looks at one more case, and keeps it if it is overdue or due soon. */
  readonly add: (assessment: Assessment) => void
  /** Adds all of another list of the same question, so that parts can be looked at apart. */
  readonly addList: (list: DueList) => void
  /** What was kept so far. */
  readonly total: () => DueList
}

/** What a list of due cases is made with. */
export interface DueOptions {
  /** The clock that the cases were assessed on. */
  readonly clock: Clock
  /** The instant of asking. */
  readonly now: InstantInput
  /** How far ahead is soon. In days, all that is due on the last of them counts; in units of time, all that is due by the instant. */
  readonly within: Limit
}

/**
 * Starts a list of the open cases that must be looked at now: those that are overdue, and those that will be soon.
 *
 * Edges: every limit of a case counts, those of its stages and of the delivery of a decision among them; of several the case is listed
 * by the one that ends first. Papers that nobody has answered are listed by the end of the time to answer them.
 * Throws: for `within` `limit-invalid`, `unit-unknown`, `unit-ambiguous`, `amount-invalid`; for `now` `instant-invalid`, `date-invalid`, `time-missing`;
 * `outside-coverage`, `unpublished`, `value-invalid`; `choice-unknown` for an option that is not known.
 *
 * @example
 * const now = '2019-07-04T09:00'
 * const list = createDueList({ clock, now, within: { workingDays: 2 } })
 * list.add(assess({ id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }, { policy: xiaoshan2019, clock, now }))
 * list.total().until //=> '2019-07-08'
 * list.total().cases.map(({ id, kind, dueDate }) => [id, kind, dueDate]) //=> [['A-1', 'promised', '2019-07-05']]
 */
export function createDueList(options: DueOptions): RunningDueList {
  assertNeededOptions(options, ['clock', 'now', 'within'])
  const { clock } = options
  assertClock(clock, 'clock')
  const until = horizonOf(options)
  const kept: DueCase[] = []
  return {
    add: (assessment) => {
      assertAssessment(assessment)
      const pressing = pressingOf(assessment, clock)
      if (pressing && (pressing.outcome === 'overdue' || isBy(pressing, until))) kept.push(pressing)
    },
    addList: (list) => {
      if (!Array.isArray(list?.cases)) fail(NOT_DUE_LIST, { found: quote(list) })
      for (const one of list.cases) kept.push(one)
    },
    total: () => {
      const overdue = kept.filter(({ outcome }) => outcome === 'overdue').length
      return { until, overdue, due: kept.length - overdue, cases: kept.toSorted(byUrgency) }
    },
  }
}

function horizonOf({ clock, now, within }: DueOptions): string {
  const { table } = clock
  const moment = instantMomentOf(table, now, 'now')
  const { unit } = amountOf(within, 'unsigned', 'within')
  return kindOf(unit).countsTime ? clock.add(formatInstant(moment.instant, table.zone), within) : clock.add(formatDay(moment.day), within)
}

/** Both sides are written in one zone, so that their texts are in the order of time. */
function isBy(due: DueCase, until: string): boolean {
  return until.length === 10 ? (due.dueDate ?? due.ifResumedNow?.dueDate ?? '') <= until : dueOf(due) <= until
}

/** Of the limits that still run, the one that is overdue or ends first. */
function pressingOf(assessment: Assessment, clock: Clock): DueCase | undefined {
  const { id, rule, state, nextChangeAt } = assessment
  if (state === 'waiting') return nextChangeAt === undefined ? undefined : answerDue(assessment, nextChangeAt, clock)
  let pressing: JudgedLimit | undefined
  for (const limit of assessment.limits) if (isPending(limit) && (pressing === undefined || dueOf(limit) < dueOf(pressing))) pressing = limit
  if (pressing === undefined) return undefined
  const { kind, stage, outcome, light, limit, dueDate, dueAt, ifResumedNow, used, remaining } = pressing
  return {
    id,
    rule,
    state,
    kind,
    ...(stage !== undefined && { stage }),
    outcome: outcome as DueCase['outcome'],
    light,
    limit,
    ...(ifResumedNow ? { ifResumedNow } : { dueDate: dueDate as string, dueAt: dueAt as string }),
    used,
    remaining,
    ...(nextChangeAt !== undefined && { nextChangeAt }),
  }
}

function isPending({ outcome }: JudgedLimit): boolean {
  return outcome === 'open' || outcome === 'overdue'
}

/** Papers count as accepted from the instant after the end of the time to answer them. */
function answerDue({ id, rule, state }: Assessment, nextChangeAt: string, { table }: Clock): DueCase {
  const { zone } = table
  const due = (parseInstant(nextChangeAt, zone) - 1) as Instant
  const dueDate = formatDay(localDay(zone, (due - 1) as Instant))
  return { id, rule, state, kind: 'answer', outcome: 'open', dueDate, dueAt: formatInstant(due, zone), nextChangeAt }
}

function byUrgency(a: DueCase, b: DueCase): number {
  if (a.outcome !== b.outcome) return a.outcome === 'overdue' ? -1 : 1
  return inOrder(dueOf(a), dueOf(b)) || inOrder(a.id, b.id)
}
