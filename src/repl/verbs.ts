import { assess } from '../case/assess.js'
import type { Assessment, AssessOptions } from '../case/assessment.js'
import { explain } from '../case/explain.js'
import type { Explanation } from '../case/explanation.js'
import type { CaseFile } from '../case/file.js'
import { inquiryOf } from '../case/inquiry.js'
import { explainStart } from '../cli/start.js'
import type { Between } from '../clock/clock.js'
import type { Deadline } from '../clock/deadline.js'
import { fail, inContext, quote, ServiceTimeError, type ValueFault } from '../errors.js'
import { NOT_MONTH, NOT_YEAR } from '../messages/values.js'
import { daysOfMonth, daysOfYear, type YearDay } from '../render/year.js'
import { monthText, yearText } from '../render/year-text.js'
import type { InstantInput } from '../time/instant.js'
import { type Limit, parseLimit } from '../time/limit.js'
import { assertOptions } from '../time/record.js'
import { sayError } from './print.js'
import { sayAssessments, sayTime, sayVerdict } from './say-verdict.js'
import { caseNamed, type Session } from './session.js'

/** A case, or the name of one of the session. */
type AskedCase = string | CaseFile

/** A limit, its text such as `4 working days`, or a number of working days. */
type AskedAmount = Limit | string | number

/** The questions of a session: those of the library, without what the session knows. */
export interface Verbs {
  readonly assess: (
    asked: AskedCase | readonly AskedCase[] | Session['cases'],
    options?: Partial<AssessOptions>,
  ) => Assessment | readonly Assessment[]
  readonly explain: (asked: AskedCase, options?: Partial<AssessOptions>) => Explanation
  readonly add: (start: InstantInput, amount: AskedAmount) => string
  readonly between: (a: InstantInput, b: InstantInput) => Between
  readonly deadline: (start: InstantInput, limitOrRule: AskedAmount) => Deadline | Assessment
  readonly month: (month: string) => readonly YearDay[]
  readonly year: (year: number | string) => readonly YearDay[]
}

/** The questions of a session; a case that is refused among others is told to `refuse`. */
export function verbsOf(session: Session, refuse: (text: string) => void): Verbs {
  const askingOf = (file: CaseFile, options: unknown) => ({ ...session.asking(file?.rule), ...optionsFrom(options) })
  const assessOne = (asked: unknown, options: unknown) => {
    const file = caseNamed(asked, session)
    const asking = askingOf(file, options)
    const assessment = assess(file, asking)
    const note = noteFor(session, [assessment], options)
    return seen(session, assessment, () => [sayVerdict(explain(file, asking), session), ...note()].join('\n'))
  }
  return {
    assess: (asked, options) => {
      const all = listed(asked, session)
      if (!all) return assessOne(asked, options)
      // What is wrong with the options is the fault of no case.
      inquiryOf({ ...session.asking(undefined), ...optionsFrom(options) })
      const rows = all.flatMap(([path, one]) => judged(path, () => assessOne(one, options), { session, refuse }))
      const note = noteFor(session, rows, options)
      return seen(session, rows, () => [sayAssessments(rows, session), ...note()].join('\n'))
    },
    explain: (asked, options) => {
      const file = caseNamed(asked, session)
      return explain(file, askingOf(file, options))
    },
    add: (start, amount) => session.clock().add(start, amountFrom(amount)),
    between: (a, b) => session.clock().between(a, b),
    deadline: (start, asked) => (isRule(asked) ? dueOfRule(session, start, asked) : session.clock().deadline(start, amountFrom(asked))),
    ...pagesOf(session),
  }
}

/** The cases of a list or of the session, each with its place there; nothing where one case is asked about. */
function listed(asked: unknown, { cases }: Session): readonly (readonly [path: string, one: unknown])[] | undefined {
  if (Array.isArray(asked)) return Array.from(asked, (one: unknown, index) => [`[${index}]`, one])
  return asked === cases ? Object.entries(cases).map(([name, one]) => [`cases.${name}`, one]) : undefined
}

interface Hearing {
  readonly session: Session
  readonly refuse: (text: string) => void
}

/** The verdict of a case among others; none where it is refused, which is told with its place and costs the others nothing. */
function judged(path: string, judge: () => Assessment, { session, refuse }: Hearing): readonly Assessment[] {
  try {
    return [judge()]
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    refuse(sayError(inContext(error, { path }), session.language, session.isColoured))
    return []
  }
}

const OPTIONS: Readonly<Record<keyof AssessOptions, true>> = { policy: true, clock: true, clocks: true, now: true }

/** Options that stand before what the session knows. Throws `choice-unknown` for a misspelt one, which would otherwise change nothing. */
function optionsFrom(options: unknown): object {
  // What is no object is the index that `map` gives.
  if (typeof options !== 'object' || options === null) return {}
  assertOptions(options, Object.keys(OPTIONS))
  return options
}

/** Months and years, which are lists of days and are written as grids. */
function pagesOf(session: Session): Pick<Verbs, 'month' | 'year'> {
  return {
    month: (asked) => {
      const [, year, month] = (typeof asked === 'string' ? /^(\d{4})-(0[1-9]|1[0-2])$/.exec(asked) : null) ?? wrong(asked, NOT_MONTH)
      const calendar = session.calendar()
      const days = () => daysOfMonth(daysOfYear(calendar, Number(year), session.language), Number(month))
      return seen(session, days(), () => monthText(days(), settingOf(session, Number(year))))
    },
    year: (asked) => {
      const year = /^\d{4}$/.test(String(asked)) ? Number(asked) : wrong(asked, NOT_YEAR)
      const calendar = session.calendar()
      const days = () => daysOfYear(calendar, year, session.language)
      return seen(session, days(), () => yearText(days(), settingOf(session, year)))
    },
  }
}

const settingOf = ({ language, columns, isColoured }: Session, year: number) => ({ year, language, columns: columns(), isColoured })

function wrong(found: unknown, fault: ValueFault): never {
  return fail(fault, { found: quote(found) }, { path: fault.known.expected })
}

/** A text that does not begin with a number is the name of a rule. */
function isRule(asked: AskedAmount): asked is string {
  return typeof asked === 'string' && !/^\s*[+-]?\d/.test(asked)
}

function amountFrom(asked: AskedAmount): Limit {
  if (typeof asked === 'string') return parseLimit(asked, 'signed')
  return typeof asked === 'number' ? { workingDays: asked } : asked
}

function dueOfRule(session: Session, start: InstantInput, rule: string): Assessment {
  const { now: _, ...asking } = session.asking(rule)
  const explanation = explainStart(rule, start, { ...asking, path: 'start' })
  return seen(session, explanation.assessment, () => sayVerdict(explanation, session))
}

/** What is to be said of the time at which cases were judged: nothing where it was given. */
function noteFor(session: Session, rows: readonly Assessment[], options: unknown): () => readonly string[] {
  const isGiven = !session.isSystemTime() || (typeof options === 'object' && options !== null && 'now' in options)
  return () => (isGiven ? [] : sayTime(rows, session))
}

function seen<T extends object>({ views }: Session, value: T, view: () => string): T {
  views.set(value, view)
  return value
}
