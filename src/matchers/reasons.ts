import type { JudgedLimit } from '../case/assessment.js'
import type { Explanation } from '../case/explanation.js'
import { sayWeekday } from '../case/moments.js'
import { sayDay } from '../case/say-day.js'
import { standingLines } from '../case/say-head.js'
import { labelled, labelOf, limitIn, usedIn } from '../case/say-limits.js'
import { plain } from '../case/words.js'
import { type Language, ServiceTimeError } from '../errors.js'
import type { BilingualText } from '../policy/policy.js'
import { legendText, timelineText } from '../render/timeline-text.js'

/** Lines of the days that were not counted; more than these hide the rest of the message. */
const MOST_LINES = 12
const COLUMNS = 80

const NOT_COUNTED: Readonly<Record<Language, string>> = { en: 'Not counted:', zh: '不计的日子：' }

/** The limits that a claim is about, and how they are told. */
export interface Told {
  readonly limits: readonly JudgedLimit[]
  readonly language: Language
  /** What to call a limit, where it is nobody's promise. */
  readonly label?: BilingualText
}

type Names = Pick<Explanation, 'stages' | 'clocks'>

/**
 * The reasons of a failure, line by line: the limits that it is about with where they end and what was used, how the case stands, its
 * timeline, and the days that were not counted.
 *
 * Edges: where the case has a verdict and the days between leave the calendar, what the explanation is refused for stands in its place.
 */
export function reasonsOf(explained: () => Explanation, { limits, language, label }: Told): readonly string[] {
  const judgedBy = (names: Names) =>
    limits.map((limit) => {
      const said = `${limitIn(limit, language)}${language === 'zh' ? '；' : '; '}${usedOf(limit, language)}`
      return labelled(label?.[language] ?? labelOf(limit, names, language), said, language)
    })
  try {
    const explanation = explained()
    return [
      ...judgedBy(explanation),
      ...standingLines(explanation, language).map(plain),
      ...timelineIn(explanation, language),
      ...uncountedIn(explanation, language),
    ]
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    return [...judgedBy({ stages: {}, clocks: {} }), plain(error.text(language))]
  }
}

/** What was used of a limit. */
export function usedOf({ used, remaining }: JudgedLimit, language: Language): string {
  return usedIn(used, remaining, language)
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
