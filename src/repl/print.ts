import { inspect } from 'node:util'
import type { Calendar } from '../calendar/calendar.js'
import type { DayFacts } from '../calendar/facts.js'
import type { Assessment } from '../case/assessment.js'
import type { Explanation } from '../case/explanation.js'
import type { CaseFile } from '../case/file.js'
import type { Words } from '../case/say.js'
import { plain } from '../case/words.js'
import { styled } from '../cli/colour.js'
import type { Between, Clock } from '../clock/clock.js'
import type { Deadline } from '../clock/deadline.js'
import { type Language, ServiceTimeError } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { dayNote, sayBetween, sayDeadline, sayFacts } from './say-day.js'
import { sayCalendar, sayCase, sayCases, sayClock, sayPolicies, sayPolicy } from './say-source.js'
import { sayAssessment, sayAssessments, sayExplanation } from './say-verdict.js'
import type { Session } from './session.js'

/** A kind of value that is written in words: the fields by which it is known, all of them, and how it is said. */
interface Kind {
  readonly fields: readonly string[]
  readonly say: (value: never, session: Session) => string
}

/** The first whose fields a value has is its kind. */
const KINDS: readonly Kind[] = [
  { fields: ['assessment', 'days', 'turns', 'matter'], say: (value: Explanation, session) => sayExplanation(value, session) },
  { fields: ['text', 'head', 'notes', 'days'], say: ({ text }: Words) => text },
  { fields: ['id', 'rule', 'outcome', 'light', 'basis', 'limits'], say: (value: Assessment, session) => sayAssessment(value, session) },
  { fields: ['id', 'rule', 'events'], say: (value: CaseFile, session) => sayCase(value, session) },
  { fields: ['id', 'titles', 'source', 'rules', 'convention'], say: (value: Policy, { language }) => sayPolicy(value, language) },
  { fields: ['calendar', 'hours', 'timeZone', 'deadline', 'nextOpening'], say: (value: Clock, { language }) => sayClock(value, language) },
  { fields: ['id', 'coverage', 'edition', 'add', 'roll'], say: (value: Calendar, { language }) => sayCalendar(value, language) },
  {
    fields: ['kind', 'working', 'certainty'],
    say: (value: DayFacts & { readonly date?: unknown }, session) => {
      const said = sayFacts(value, session.calendar(), session.language)
      return typeof value.date === 'string' ? `${value.date} ${said}` : said
    },
  },
  { fields: ['startsAt', 'dueDate', 'dueAt', 'certainty'], say: (value: Deadline, { language }) => sayDeadline(value, language) },
  { fields: ['workingDays', 'workingMinutes', 'calendarDays', 'certainty'], say: (value: Between, { language }) => sayBetween(value, language) },
]

/** Writes values as people read them; what is of no known kind, as Node does. */
export function printerOf(session: Session): (value: unknown) => string {
  return (value) => {
    if (value instanceof Error) return sayError(value, session.language, session.isColoured)
    if (typeof value === 'string') return printText(value, session)
    return (typeof value === 'object' && value !== null ? inWords(value, session) : undefined) ?? asData(value, session)
  }
}

function inWords(value: object, session: Session): string | undefined {
  try {
    const view = session.views.get(value)
    if (view) return view()
    if (value === session.cases) return sayCases(session)
    if (value === session.policies) return sayPolicies(session)
    if (Array.isArray(value)) return value.length > 0 && value.every(isAssessment) ? sayAssessments(value, session) : undefined
    const kind = KINDS.find(({ fields }) => fields.every((field) => field in value))
    return kind?.say(value as never, session)
  } catch {
    // It only looks like one of these: somebody made it by hand, or changed it since. As data it is still told.
    return undefined
  }
}

function isAssessment(value: unknown): value is Assessment {
  return typeof value === 'object' && value !== null && ['id', 'rule', 'outcome', 'light', 'basis'].every((field) => field in value)
}

/** A text as it would be typed; a date or an instant with what its day is. */
function printText(text: string, session: Session): string {
  const note = dayNote(text, session)
  const said = asData(text, session)
  if (note === undefined) return said
  return `${said}  ${session.isColoured ? styled('dim', note) : note}`
}

/** Lines of a stack, in colour or not, but for the comma that may follow the last of them. */
const STACK = /\n\s*(?:\p{Cc}\[\d+m)?\s+at .*?(,?)$/gmu

/** As Node writes it, but for the stack traces of errors inside. */
function asData(value: unknown, { isColoured, columns }: Session): string {
  return inspect(value, { colors: isColoured, breakLength: columns(), depth: 4 }).replace(STACK, '$1')
}

/** What is wrong, without where in the code it was found. */
export function sayError(error: unknown, language: Language, isColoured: boolean): string {
  const said = legible(error, language, (thrown) => unreadable(thrown, language))
  return isColoured ? styled('red', said) : said
}

const UNREADABLE: Readonly<Record<Language, (reason: string) => string>> = {
  en: (reason) => `This cannot be written, as it throws when it is read${reason === '' ? '' : `: ${reason}`}`,
  zh: (reason) => `无法显示：读取时抛出异常${reason === '' ? '' : `：${reason}`}`,
}

/** What is said of a value, or of what was thrown, that cannot be written because of what it throws then. */
export function sayUnreadable(thrown: unknown, { language, isColoured }: Pick<Session, 'language' | 'isColoured'>): string {
  const said = unreadable(thrown, language)
  return isColoured ? styled('red', said) : said
}

function unreadable(thrown: unknown, language: Language): string {
  return UNREADABLE[language](legible(thrown, language, () => ''))
}

/** The message of an error; of one that throws when it is read, what is said instead. */
function legible(error: unknown, language: Language, otherwise: (thrown: unknown) => string): string {
  try {
    return messageOf(error, language).split('\n').map(plain).join('\n')
  } catch (thrown) {
    return otherwise(thrown)
  }
}

function messageOf(error: unknown, language: Language): string {
  if (error instanceof ServiceTimeError) return `${error.path === '' ? '' : `${error.path}: `}${error.text(language)} [${error.code}]`
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
