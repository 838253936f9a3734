import type { Calendar } from '../calendar/calendar.js'
import type { AssessOptions } from '../case/assessment.js'
import type { CaseFile } from '../case/file.js'
import { type Clock, createClock } from '../clock/clock.js'
import { fail, type Language, show } from '../errors.js'
import { UNKNOWN_CASE_NAME } from '../messages/choices.js'
import type { Policy } from '../policy/policy.js'
import { formatInstant, parseInstant } from '../time/instant.js'

/** What a session is begun with. */
export interface Setting {
  readonly language: Language
  readonly policy: Policy
  readonly clock: Clock
  /** The clocks of stages that the policy names. */
  readonly clocks: Readonly<Record<string, Clock>>
  /** The policies that a rule is looked for in, besides that of the session. */
  readonly policies: Readonly<Record<string, Policy>>
  readonly cases: Record<string, CaseFile>
  /** The time of the host, asked for as long as the session has none of its own. */
  readonly systemTime: () => number
  readonly isColoured: boolean
  readonly columns: () => number
}

/** How something is written at the time of printing. */
type View = () => string

/** What the answers of a session follow from, and what its commands change. */
export interface Session extends Omit<Setting, 'language' | 'clock' | 'clocks' | 'systemTime'> {
  language: Language
  /** The calendar of the clock, as it is or as it was known on a day. */
  readonly calendar: () => Calendar
  readonly clock: () => Clock
  readonly knownOn: () => string | undefined
  /** Throws `date-invalid`, `calendar-invalid` for a day before the first notice, and lets all be as it was. */
  readonly setKnownOn: (date: string | undefined) => void
  readonly now: () => string
  /** Whether it is the host's time that `now` gives, which changes by itself. */
  readonly isSystemTime: () => boolean
  /** Throws `instant-invalid`, `date-invalid`, `time-missing`, and lets all be as it was. */
  readonly setNow: (instant: string | undefined) => void
  /** What a case of a rule is judged by. */
  readonly asking: (rule: unknown) => AssessOptions
  /** How values are written that do not tell enough of themselves. */
  readonly views: WeakMap<object, View>
}

/** As fine as a person asks. */
const A_SECOND = 1_000

/** Begins a session. */
export function createSession({ language, clock: base, clocks, systemTime, ...setting }: Setting): Session {
  const { zone } = base.table
  let knownOn: string | undefined
  let current = { clock: base, clocks }
  let fixed: string | undefined
  const now = () => fixed ?? formatInstant(parseInstant(Math.floor(systemTime() / A_SECOND) * A_SECOND, zone), zone)
  return {
    ...setting,
    language,
    views: new WeakMap(),
    calendar: () => current.clock.calendar,
    clock: () => current.clock,
    knownOn: () => knownOn,
    setKnownOn: (date) => {
      const onDay = (clock: Clock) => (date === undefined ? clock : clockAsOf(clock, date))
      current = { clock: onDay(base), clocks: Object.fromEntries(Object.entries(clocks).map(([name, clock]) => [name, onDay(clock)])) }
      knownOn = date
    },
    now,
    isSystemTime: () => fixed === undefined,
    setNow: (instant) => {
      fixed = instant === undefined ? undefined : formatInstant(parseInstant(instant, zone), zone)
    },
    asking: (rule) => ({ policy: policyOf(rule, setting), ...current, now: now() }),
  }
}

/** That nothing was known by a day is told only by a question, so one is asked before anything rests on that calendar. */
function clockAsOf(clock: Clock, date: string): Clock {
  const calendar = clock.calendar.asOf(date)
  calendar.day(calendar.coverage.from)
  return createClock({ ...clock, calendar })
}

/** The policy that has a rule: that of the session before the others, also for a rule that none has. */
function policyOf(rule: unknown, { policy, policies }: Pick<Setting, 'policy' | 'policies'>): Policy {
  const hasRule = ({ rules }: Policy) => typeof rule === 'string' && Object.hasOwn(rules, rule)
  return [policy, ...Object.values(policies)].find(hasRule) ?? policy
}

/**
 * A case, or the one of the session that has the name.
 *
 * Throws: `choice-unknown` with the names that there are.
 */
export function caseNamed(asked: unknown, { cases }: Pick<Session, 'cases'>): CaseFile {
  // What is no case is refused where it is read, by what is wrong with it.
  if (typeof asked !== 'string') return asked as CaseFile
  return Object.hasOwn(cases, asked) ? (cases[asked] as CaseFile) : unknownCase(asked, cases)
}

function unknownCase(asked: string, cases: Session['cases']): never {
  return fail(UNKNOWN_CASE_NAME, { found: show(asked), allowed: Object.keys(cases) })
}
