import { usedUntil } from '../clock/count.js'
import { runFrom } from '../clock/period.js'
import { type ErrorCode, type ErrorFacts, ServiceTimeError } from '../errors.js'
import { ofPolicy } from '../policy/assert-policy.js'
import type { Version } from '../policy/policy.js'
import { formatDay } from '../time/day.js'
import { formatInstant } from '../time/instant.js'
import type { Limit } from '../time/limit.js'
import type { Assessment, AssessOptions } from './assessment.js'
import type { Course } from './course.js'
import { deemingAt } from './deemed.js'
import { assertCaseFile, type CaseFile, inCase } from './file.js'
import { capsOf, findingsOf } from './findings.js'
import { happeningsOf } from './happening.js'
import { basisOf, type Inquiry, inquiryOf } from './inquiry.js'
import type { Judgement } from './judge.js'
import { bindingOf, judgeLimits } from './limits.js'
import { type CaseRecord, recordOf } from './record.js'
import { type Beside, tellJudged, tellMeasured } from './tell.js'
import { tellExempt, tellWaiting } from './unjudged.js'
import { gapOf } from './version.js'

/**
 * Judges a case: by when it must be done, what time it has used, and whether it was done in time.
 *
 * Edges: stopped exactly at the deadline is on time; events after `now` have not happened yet and are listed in `findings`; a case of
 * a target that binds a set of cases is `measured`, and has no deadline of its own.
 * Throws: of the case, with its id and the path of the fault, `rule-unknown`, `value-invalid`, the codes of
 * events (`event-unknown`, `event-out-of-order`, `event-not-allowed`, `pause-open`, `pause-unclear`, `stage-unknown`,
 * `stage-order`, `cause-unknown`), of their moments (`instant-invalid`, `date-invalid`, `time-missing`) and of what they extend by
 * (`limit-invalid`, `unit-unknown`, `unit-ambiguous`, `amount-invalid`); `outside-coverage` and `unpublished`, with a path where it is the day of an event;
 * of the options `value-invalid`, `instant-invalid`, `clock-missing`, `zones-differ`, `choice-unknown`; `policy-invalid` for a
 * policy that `readPolicy` or `definePolicy` never saw, once it comes to a part that is missing or of another kind.
 *
 * @example
 * assess({ id: 'A-1', rule: 'water-hookup', events: [
 *   { type: 'accepted', at: '2019-07-01T09:12+08:00' },
 *   { type: 'completed', at: '2019-07-04T16:00+08:00' },
 * ] }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00+08:00' }).outcome //=> 'early'
 */
export function assess<R extends string, S extends string, C extends string>(
  file: CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>,
  options: AssessOptions<R, S, C>,
): Assessment<R, S> {
  return assessed(file, options).assessment as Assessment<R, S>
}

/** An assessment with the numbers it was made from, for explanations. */
export interface Assessed {
  readonly assessment: Assessment
  readonly inquiry: Inquiry
  readonly course: Course
  readonly version?: Version
  /** How the case stands against the limit that binds. */
  readonly judgement?: Judgement
}

export function assessed(file: unknown, options: AssessOptions): Assessed {
  const inquiry = inquiryOf(options)
  try {
    assertCaseFile(file)
    return assessUnder(file, inquiry)
  } catch (error) {
    throw inCase(file, ofPolicy(inquiry.policy, atEvent(file, error, inquiry)))
  }
}

/** The codes of a day that a calendar does not know, or refuses. */
const OF_DAYS: readonly ErrorCode[] = ['outside-coverage', 'unpublished']

/** An error of such a day, with the event of that day as its path, if one has it. */
function atEvent(file: unknown, error: unknown, { table }: Inquiry): unknown {
  if (!(error instanceof ServiceTimeError) || !OF_DAYS.includes(error.code) || error.path !== '') return error
  const { found } = error.facts as ErrorFacts['outside-coverage' | 'unpublished']
  const event = happeningsOf(table, (file as CaseFile).events).find(({ day }) => formatDay(day) === found)
  return event === undefined ? error : error.with({ path: `events[${event.index}].at` })
}

function assessUnder(file: CaseFile, inquiry: Inquiry): Assessed {
  const record = recordOf(file, inquiry)
  const { course, recorded, inForce } = record
  if (recorded === undefined || inForce === undefined) return unjudged(file, record, inquiry)
  const { version } = inForce
  const judgements = judgeLimits(course, recorded, inForce, inquiry)
  const isOfSet = version.target.kind !== 'each'
  const judgement = isOfSet ? judgements[0] : bindingOf(judgements)
  // Of a target that binds a set, only the other limits are the case's own.
  const beside = besideOf(file, record, isOfSet ? judgements.slice(1) : judgements, inquiry)
  const assessment = isOfSet ? tellMeasured(beside, judgements, inquiry.table) : tellJudged(beside, judgements, inquiry.table)
  if (version.measure === 'sum') assessment.elapsed = elapsedOf(judgement.settled, inquiry)
  return { assessment, inquiry, course, version, judgement }
}

/** A case that no version of its rule judges: its clock has not started, or when it did none was in force. */
function unjudged(file: CaseFile, record: CaseRecord, inquiry: Inquiry): Assessed {
  const { course, recorded, terms } = record
  const beside = besideOf(file, record, [], inquiry)
  const assessment = recorded
    ? tellExempt(beside, course, gapOf(inquiry, inquiry.terms.of(file.rule), record.happened), terms.version)
    : tellWaiting(beside, course, deemingText(record, inquiry))
  return { assessment, inquiry, course }
}

/** What is told of a case besides how it stands. */
function besideOf(file: CaseFile, record: CaseRecord, judgements: readonly Judgement[], inquiry: Inquiry): Beside {
  const { inForce } = record
  const caps = capsOf(file, inForce?.version)
  return { id: file.id, rule: file.rule, caps, findings: findingsOf(record, judgements), basis: basisOf(inquiry, inForce) }
}

/** When papers that wait to be answered will count as accepted. */
function deemingText({ happened, terms }: CaseRecord, { table }: Inquiry): string | undefined {
  const at = deemingAt(table, happened, terms)
  return at === undefined ? undefined : formatInstant(at, table.zone)
}

/** From the start to the stop, or to now, as one span: what a sum of stages that overlap or lie apart does not tell. */
function elapsedOf({ measured: { start, stop }, counting }: Judgement['settled'], { table, now }: Inquiry): Limit {
  const span = { start, runs: [runFrom(start)] }
  return counting.amount.facts.toLimit(usedUntil(table, span, stop ?? now, counting))
}
