import type { CalendarFault } from './calendar.js'
import type { FileFacts } from './files.js'
import type { IcsFault } from './layer.js'
import type * as values from './values.js'

/** What the library may have expected where it found something else. */
export type Expected = (typeof values)[keyof typeof values]['known']['expected']

/** The languages in which the library speaks to people. */
export type Language = 'en' | 'zh'

/** What each error knows, and when it is thrown. Codes and facts are API; the texts are made from them. */
export interface ErrorFacts extends FileFacts {
  /** A date was asked for, and what was given is none that exists in the years 1 to 9999. */
  'date-invalid': { found: string }
  /** An instant was asked for, and what was given is no date and time that exist, no `Date` and no number of milliseconds. */
  'instant-invalid': { found: string }
  /** A date without a time of day stands where an instant is needed: in a question about an instant, or under a limit that counts time. */
  'time-missing': { found: string; why: 'time-unit' | 'instant' }
  /** The typed arrays of one question are not equally long. */
  'columns-differ': { first: number; other: number }
  /** A calendar, which knows no time zone, was given an instant in place of a date. */
  'zone-missing': { found: string }
  /** A time zone is neither an IANA name nor an offset. */
  'zone-unknown': { found: string }
  /** An amount is no whole number, or is negative where a limit or a count cannot be. */
  'amount-invalid': { unit: string; found: string; signed: boolean }
  /** A limit has a unit that does not exist, or that this question or this rule does not take. */
  'unit-unknown': { found: string; allowed: readonly string[] }
  /** A text or a code says 天, minutes or the like, and not whether working time is meant. */
  'unit-ambiguous': { found: string; choices: Readonly<Record<Language, readonly string[]>> }
  /** What should be a limit is none, or has more than one unit. */
  'limit-invalid': { found: string }
  /** The question, its answer or the bounds of that lie outside the days that the calendar knows; `side` says where. */
  'outside-coverage': { calendar: string; from: string; to: string; found: string; side: 'before' | 'after' | 'bounds' }
  /** The answer rests on days that no notice has settled, and the calendar was told to refuse them. */
  unpublished: { calendar: string; publishedTo: string; found: string; awaits: readonly string[] }
  /** A calendar or a coverage cannot be: it has no working day, covers no day, rests on no notice, or ends before it begins. */
  'calendar-invalid': { calendar: string; problem: CalendarFault }
  /** Two arrangements in force say of one day that it is off and that it is worked. */
  'notice-contradiction': { date: string; off: string; work: string }
  /** A text is no opening and closing time. */
  'sessions-invalid': { found: string }
  /** Two sessions of a day overlap. */
  'sessions-overlap': { first: string; second: string }
  /** Two seasons of the opening hours overlap. */
  'seasons-overlap': { first: string; second: string }
  /** Opening hours give sessions for the date of a day off. */
  'hours-on-day-off': { date: string }
  /** Opening hours are given by weekday alone, and the calendar has a make-up day on a weekday that has none. */
  'hours-incomplete': { date: string; weekday: string }
  /** A name, a key, a code or an option is none of those that there are; `what` says of which kind. */
  'choice-unknown': { what: string; found: string; allowed: readonly string[] }
  /** A deadline was asked for, and neither the clock nor the call says how a period is counted. */
  'convention-missing': Record<never, never>
  /** A stage runs on a clock of its own by the policy, and that clock was not given. */
  'clock-missing': { name: string; given: readonly string[] }
  /** The clock of a stage is in another time zone than the policy's. */
  'zones-differ': { found: string; expected: string }
  /** A case names a rule that the policy does not have. */
  'rule-unknown': { found: string; nearest: readonly string[] }
  /** An indicator is asked for that the policy does not have. */
  'indicator-unknown': { found: string; nearest: readonly string[] }
  /** A deadline of a single case was asked for by a rule that binds a set of cases. */
  'target-unsupported': { rule: string; kind: string }
  /** Data is no policy; `path` leads to the first fault, and in a policy that was never read to the policy. */
  'policy-invalid': { found: string; problem: Readonly<Record<Language, string>> }
  /** Data is no layer; `path` leads to the first fault. */
  'layer-invalid': { found: string; problem: Readonly<Record<Language, string>> }
  /** A calendar file, or an event in it, cannot be read as days off and days worked. `event` names it by summary and first day, and is empty for a fault of the whole file. */
  'ics-invalid': { fault: IcsFault; event: string; found: string }
  /** The command line was given a policy that is neither built in nor a file that can be read. */
  'policy-unknown': { found: string; allowed: readonly string[] }
  /** A policy extends one that was not given. */
  'base-unknown': { found: string; allowed: readonly string[] }
  /** A policy extends itself, at once or by way of others. `chain` has the ids in the order in which each extends the next; the last is one of those before. */
  'base-cycle': { chain: readonly string[] }
  /** A value is of the wrong kind; `path` says which, and `expected` names what belongs there. */
  'value-invalid': { found: string; expected: Expected }
  /** An event has a type that does not exist. */
  'event-unknown': { index: number; found: string; allowed: readonly string[] }
  /** An event is dated before one ahead of it. */
  'event-out-of-order': { index: number; at: string; previous: string }
  /** An event cannot follow what has happened so far, or the rule lacks what it needs; `docs/course-of-a-case.md` draws what can. */
  'event-not-allowed': { index: number; type: string; after: string; starts: string; lacks: string | undefined; allowed: readonly string[] }
  /** A `resumed` does not say which of several pauses it ends, or names one that is not open. */
  'pause-unclear': { index: number; cause: string | undefined; open: readonly string[] }
  /** A pause begins for a cause that is paused for already. */
  'pause-open': { index: number; cause: string }
  /** An event names a stage that the rule does not have. */
  'stage-unknown': { index: number; found: string; allowed: readonly string[] }
  /** A stage is started while it is open, or finished while it is not. */
  'stage-order': { index: number; stage: string; state: 'open' | 'not-open' }
  /** A pause names a cause that is not among those the rule declares. */
  'cause-unknown': { index: number; found: string; allowed: readonly string[] }
  /** A matcher of a test was asked for the verdict on a case that has none. */
  'verdict-missing': { problem: Readonly<Record<Language, string>> }
}

/** The code of an error: stable, for programs. */
export type ErrorCode = keyof ErrorFacts
