import type { Assessment, JudgedLimit } from '../case/assessment.js'
import type { Explanation } from '../case/explanation.js'
import { sayWeekday } from '../case/moments.js'
import { sayDay } from '../case/say-day.js'
import { standingLines } from '../case/say-head.js'
import { labelled, labelOf, limitIn, usedIn } from '../case/say-limits.js'
import { plain } from '../case/words.js'
import { type Language, ServiceTimeError } from '../errors.js'
import type { BilingualText } from '../policy/policy.js'
import { legendText, timelineText } from '../render/timeline-text.js'
import { headlineIn } from './words.js'

/** Lines of the days that were not counted; more than these hide the rest of the message. */
const MOST_LINES = 12
const COLUMNS = 80

const NOT_COUNTED: Readonly<Record<Language, string>> = { en: 'Not counted:', zh: '不计的日子：' }

/** What a failure is about: a case as it was assessed, and those of its limits that matter here. */
interface Told {
  readonly explained: () => Explanation
  readonly assessment: Assessment
  readonly limits: readonly JudgedLimit[]
  /** What to call a limit, where it is nobody's promise. */
  readonly label?: BilingualText
}

/**
 * What is said of a failure, line by line: what was found, the limits with where they end and what was used, how the case stands, its timeline, and
 * the days that were not counted.
 *
 * Edges: a case may have a verdict though its days leave the calendar; what its explanation is refused for then stands in place of that.
 */
export function failureOf(subject: BilingualText, said: BilingualText, told: Told): (language: Language) => string {
  return (language) => [headlineIn(subject, said, language), ...reasonsIn(told, language)].join('\n')
}

function reasonsIn(told: Told, language: Language): readonly string[] {
  try {
    const explanation = told.explained()
    const { binding } = told.assessment
    // What was used of the limit that binds is told with how the case stands.
    const limits = told.limits.map((limit) => judgedIn(limit, told, { names: explanation, language, isUsedSaid: limit.kind !== binding }))
    const standing = standingLines(explanation, language).map(plain)
    return [...limits, ...standing, ...timelineIn(explanation, language), ...uncountedIn(explanation, language)]
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    const names = { stages: {}, clocks: {} }
    return [...told.limits.map((limit) => judgedIn(limit, told, { names, language, isUsedSaid: true })), plain(error.text(language))]
  }
}

interface Saying {
  readonly names: Pick<Explanation, 'stages' | 'clocks'>
  readonly language: Language
  readonly isUsedSaid: boolean
}

/** A limit with whose it is, where it ends and how it was kept. */
function judgedIn(limit: JudgedLimit, { label }: Told, { names, language, isUsedSaid }: Saying): string {
  const said = isUsedSaid ? limitAndUsed(limit, language) : limitIn(limit, language)
  return labelled(label?.[language] ?? labelOf(limit, names, language), said, language)
}

/** A limit with what was used of it. */
export function limitAndUsed(limit: JudgedLimit, language: Language): string {
  return `${limitIn(limit, language)}${language === 'zh' ? '；' : '; '}${usedIn(limit.used, limit.remaining, language)}`
}

/** The strip and its labels; how the case stands is said above. */
function timelineIn(explanation: Explanation, language: Language): readonly string[] {
  const [, ...drawn] = timelineText(explanation, { language, columns: COLUMNS }).split('\n')
  return drawn.length === 0 ? [] : ['', ...drawn, legendText(language)]
}

/** The days that were not counted with the reason of each; successive days with one reason are a line. */
function uncountedIn(explanation: Explanation, language: Language): readonly string[] {
  const runs: { first: string; last: string; said: string; isOpen: boolean }[] = []
  for (const day of explanation.days) {
    const before = runs.at(-1)
    if (day.isCounted) {
      if (before) before.isOpen = false
      continue
    }
    const date = sayWeekday(day.date, language)
    const said = sayDay(day, { explanation, language }).slice(date.length)
    if (before?.isOpen && before.said === said) before.last = date
    else runs.push({ first: date, last: date, said, isOpen: true })
  }
  const dash = language === 'zh' ? '至' : ' – '
  const lines = runs.map(({ first, last, said }) => `${first}${first === last ? '' : dash + last}${said}`)
  return lines.length === 0 ? [] : ['', NOT_COUNTED[language], ...shortened(lines, MOST_LINES, language)]
}

/** The first of many lines, and how many there are besides. */
export function shortened(lines: readonly string[], most: number, language: Language): readonly string[] {
  const rest = lines.length - most
  return rest <= 0 ? lines : [...lines.slice(0, most), language === 'zh' ? `……另有${rest}行` : `… and ${rest} more`]
}
