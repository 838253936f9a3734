import type { Explanation } from '../case/explanation.js'
import { timeOn } from '../case/moments.js'
import type { WordsFor } from '../case/words.js'
import type { Language } from '../errors.js'
import { parseDay } from '../time/day.js'
import { placeOf, type Strip } from './strip.js'

/** What a line across a strip tells of. */
export type MarkKind = 'start' | 'warning' | 'due' | 'other-due' | 'stop' | 'now'

/** A line across a strip, at a place of it. */
export interface Mark {
  readonly kind: MarkKind
  readonly place: number
  readonly at: string
  /** The date that the instant ends, where that is not its own. */
  readonly date: string
  readonly word: Readonly<Record<Language, string>>
}

const WORDS: WordsFor<Exclude<MarkKind, 'other-due'> | 'closed' | 'promised' | 'statutory' | 'delivery'> = {
  en: {
    start: 'start',
    warning: 'warning',
    due: 'due',
    stop: 'completed',
    closed: 'closed',
    now: 'now',
    promised: 'due as promised',
    statutory: 'due by law',
    delivery: 'delivery due',
  },
  zh: {
    start: '起算',
    warning: '预警',
    due: '到期',
    stop: '办结',
    closed: '终止',
    now: '当前',
    promised: '承诺到期',
    statutory: '法定到期',
    delivery: '送达到期',
  },
}

const bilingual = (name: keyof (typeof WORDS)['en']) => ({ en: WORDS.en[name], zh: WORDS.zh[name] })

/** The marks that lie on a strip, in order of place. */
export function marksOf(explanation: Explanation, strip: Strip): readonly Mark[] {
  const { assessment, warnsAt } = explanation
  const { startsAt, dueAt, dueDate, stoppedAt, state, basis } = assessment
  const mark = (kind: MarkKind, at: string | undefined, word = bilingual(kind as 'due'), date = at?.slice(0, 10)): readonly Mark[] =>
    at === undefined || date === undefined ? [] : [{ kind, at, date, word, place: placeAt(strip, at, date) }]
  const marks = [
    ...mark('start', startsAt),
    ...mark('warning', warnsAt),
    ...mark('due', dueAt, bilingual('due'), dueDate),
    ...othersOf(assessment).flatMap(({ kind, dueAt, dueDate }) => mark('other-due', dueAt, bilingual(kind as 'delivery'), dueDate)),
    ...(stoppedAt === undefined ? mark('now', basis.now) : mark('stop', stoppedAt, bilingual(state === 'closed' ? 'closed' : 'stop'))),
  ]
  return marks.filter(({ place }) => place >= 0 && place <= strip.days.length).sort((a, b) => a.place - b.place)
}

/** Limits of the whole case, and that of the delivery, which end at another time than the one that binds. */
function othersOf({ limits, dueAt }: Explanation['assessment']) {
  return limits.filter((limit) => limit.kind !== 'stage' && limit.dueAt !== undefined && limit.dueAt !== dueAt)
}

/** The 24:00 of a date is the end of its day, and not the opening of the next. */
function placeAt(strip: Strip, at: string, date: string): number {
  return at.startsWith(date) ? placeOf(strip, at) : parseDay(date) - strip.first + 1
}

/** A mark in words, with its date and its time of day; a date of several years with its year, and midnight goes without saying. */
export function sayMark({ kind, at, date, word }: Mark, language: Language, isLong: boolean): string {
  const time = timeOn(at, date)
  const shown = isLong || (kind === 'warning' && time === '00:00') ? '' : time.slice(0, 5)
  return [word[language], date.slice(isLong ? 0 : 5), shown].filter(Boolean).join(' ')
}
