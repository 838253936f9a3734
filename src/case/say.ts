import { fail, type Language, quote, show } from '../errors.js'
import { UNKNOWN_LANGUAGE } from '../messages/choices.js'
import { NOT_COLUMNS, NOT_EXPLANATION } from '../messages/values.js'
import { assertOptions } from '../time/record.js'
import type { Explanation } from './explanation.js'
import { sayDay } from './say-day.js'
import { headOf } from './say-head.js'
import { notesOf } from './say-notes.js'
import { plain } from './words.js'
import { wrapped } from './wrap.js'

/** How words are set. */
export interface SayOptions {
  /** The columns of a line of `text`, of which Chinese characters take two, such as 48 on a receipt; without it, lines are not broken. */
  readonly columns?: number
}

/**
 * An explanation in words.
 *
 * Shape: `text` is all of it, line by line; `head` says what the case is about and how it stands, `notes` how the limit was counted and
 * what was not, `days` a day each, in the order of the explanation's own, with a line more for each session.
 */
export interface Words {
  readonly text: string
  readonly head: readonly string[]
  readonly notes: readonly string[]
  readonly days: readonly string[]
}

const TITLES: Readonly<Record<Language, Readonly<Record<'head' | 'notes' | 'days', string>>>> = {
  en: { head: 'How your time limit is counted', notes: 'Notes', days: 'Day by day' },
  zh: { head: '办理时限说明', notes: '计算说明', days: '逐日计算' },
}

const LANGUAGES: readonly string[] = /* @__PURE__ */ Object.keys(TITLES)

/** Narrower than this no line of words can be set. */
const FEWEST_COLUMNS = 16

/**
 * Puts an explanation in words that a clerk can hand to an applicant.
 *
 * Edges: an explanation that went through JSON is said alike.
 * Throws: `choice-unknown` for another language than `zh` and `en` and for an option that is not known; `value-invalid` for what is not an
 * explanation, what are no options, or too few columns.
 *
 * @example
 * const file = { id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-09-30' }] }
 * const explanation = explain(file, { policy: xiaoshan2019, clock, now: '2019-09-30T12:00+08:00' })
 * say(explanation, 'zh').days[1] //=> '2019年10月1日 周二 国庆节 放假，国办发明电〔2018〕15号，不计'
 * say(explanation, 'en').notes[0] //=> 'The day of the start is not counted (General Provisions of the Civil Law art. 201(1)).'
 */
export function say(explanation: Explanation, language: Language, options: SayOptions = {}): Words {
  assertExplanation(explanation)
  const columns = columnsIn(language, options)
  const head = headOf(explanation, language).map(plain)
  const notes = notesOf(explanation, language).map(plain)
  const days = explanation.days.map((day) => sayDay(day, { explanation, language }))
  const titles = TITLES[language]
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : [])
  const all = [titles.head, ...head, ...section(titles.notes, notes), ...section(titles.days, days)]
  const lines = all.join('\n').split('\n')
  return { text: (columns ? lines.flatMap((line) => wrapped(line, columns)) : lines).join('\n'), head, notes, days }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Its parts are there; what `explain` wrote into them is not looked at again. */
export function assertExplanation(given: Explanation): void {
  const { assessment, matter, days, turns, grounds, causes, stages, clocks, occasions } = given ?? {}
  const objects = [assessment, assessment?.basis, matter, grounds, causes, stages, clocks, occasions]
  const lists = [days, turns, assessment?.limits, assessment?.findings]
  if (objects.every(isObject) && lists.every(Array.isArray)) return
  fail(NOT_EXPLANATION, { found: quote(given) })
}

function columnsIn(language: Language, options: SayOptions): number | undefined {
  if (!LANGUAGES.includes(language)) fail(UNKNOWN_LANGUAGE, { found: show(language), allowed: LANGUAGES })
  assertOptions(options, ['columns'])
  const { columns } = options
  if (columns === undefined || (Number.isInteger(columns) && columns >= FEWEST_COLUMNS)) return columns
  return fail(NOT_COLUMNS, { found: show(columns) }, { path: 'columns' })
}
