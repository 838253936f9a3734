import type { IcsEvent } from './events.js'

/** What an event says of its days. */
export type Kind = 'off' | 'work'

const HOLIDAY = 'WORK-HOLIDAY'
const WORKDAY = 'ALTERNATE-WORKDAY'

/** How Apple's feed marks days off and days worked. */
export const SPECIAL_DAY: Readonly<Record<Kind, string>> = { off: HOLIDAY, work: WORKDAY }

/** Words by which a summary says that its day is worked; "停止上班" and "non-working day" say the opposite. */
const WORKED = /[(（【[]\s*(?:班|work)\s*[)）】\]]|^班\s*[|｜·]|\s班$|[补補]班|(?<![不止停免需])上班|(?<!non[\s-]?)\bwork(?:ing)? ?day\b/iu

/** Whether a summary or Apple's mark says that the day is worked. */
export function saysWork({ summary, specialDay }: IcsEvent): boolean {
  return specialDay === WORKDAY || (specialDay !== HOLIDAY && WORKED.test(summary))
}

/** Google's feeds say of a day that nobody is off how to hide it, in the language of the feed and with their own name. */
const OBSERVANCE = /^\s*observance\b|\n.*google/i

/**
 * The rule of days off for the events of a file. In a file that marks days off as Apple does, what is not marked is an
 * observance; in others an event is a day off unless its description says that it is an observance.
 */
export function offRuleOf(events: readonly IcsEvent[]): (event: IcsEvent) => boolean {
  const isMarked = ({ specialDay }: IcsEvent) => specialDay === HOLIDAY || specialDay === WORKDAY
  if (events.some(isMarked)) return isMarked
  return ({ description }) => !OBSERVANCE.test(description)
}

const COUNTER = /[(（]?第\s*\d+\s*天\s*[/／]?\s*(?:共\s*\d+\s*天)?[)）]?/gu
const BRACKETED = /[(（【[]\s*(?:休|假|班|放假|[补補]班|上班|调休|調休|off|work)\s*[)）】\]]/giu
const LEADING = /^[休班]\s*[|｜·]/u
const TRAILING = /\s(?:休|班|放假|假期)$/u
const TRAILING_WORK = /(?:调休|調休|补行|補行)?(?:[补補]班|(?<![不止停免需])上班)日?$|\s(?<!non\s)work(?:ing)? ?day$/iu

/** The occasion of a summary, without what says that its day is off or worked; empty where nothing else is said. */
export function occasionOf(summary: string): string {
  const marks = [COUNTER, BRACKETED, LEADING, TRAILING, TRAILING_WORK]
  return marks.reduce((text, mark) => text.replace(mark, '').trim(), summary.trim())
}
