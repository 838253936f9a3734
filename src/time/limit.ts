import { fail, type Language, quote, show } from '../errors.js'
import { UNKNOWN_LANGUAGE, UNKNOWN_SIGN } from '../messages/choices.js'
import { AMOUNT_INVALID, LIMIT_INVALID, LIMIT_TEXT_INVALID, UNIT_AMBIGUOUS, UNIT_UNKNOWN } from '../messages/time.js'
import { once } from './once.js'

/** How a unit is counted: in open time, by the clock on the wall, in working days, in calendar days, or in months. */
export type UnitKind = 'working-time' | 'clock-time' | 'working-days' | 'calendar-days' | 'months'

/** What the kinds of units differ in. */
interface KindFacts {
  /** Where the kind stands in a list by kinds: numbers are found faster than names. */
  readonly place: number
  /** Counts time, so that a date without a time of day says too little. */
  readonly countsTime: boolean
  /** Counts working days or working time, so that a start outside opening hours moves. */
  readonly countsWork: boolean
  /** Used and remaining are told in this unit. */
  readonly toldIn: 'own-unit' | 'calendarDays'
  /** A case is early with something left of its limit, or before the date of its end. */
  readonly earlyBy: 'remaining' | 'due-date'
  /** What is left when a light turns yellow, where the rule says nothing: a quarter of the limit, or one of its unit. */
  readonly usualWarning: 'quarter' | 'one'
}

export const UNIT_KINDS: Readonly<Record<UnitKind, KindFacts>> = {
  'working-time': { place: 0, countsTime: true, countsWork: true, toldIn: 'own-unit', earlyBy: 'remaining', usualWarning: 'quarter' },
  'clock-time': { place: 1, countsTime: true, countsWork: false, toldIn: 'own-unit', earlyBy: 'remaining', usualWarning: 'quarter' },
  'working-days': { place: 2, countsTime: false, countsWork: true, toldIn: 'own-unit', earlyBy: 'due-date', usualWarning: 'one' },
  'calendar-days': { place: 3, countsTime: false, countsWork: false, toldIn: 'calendarDays', earlyBy: 'due-date', usualWarning: 'quarter' },
  months: { place: 4, countsTime: false, countsWork: false, toldIn: 'calendarDays', earlyBy: 'due-date', usualWarning: 'quarter' },
}

interface UnitFacts {
  readonly kind: UnitKind
  /** Milliseconds for units of time, months for units of months, 1 for days. */
  readonly size: number
  readonly en: readonly [one: string, many: string]
  /** The measure word belongs to the Chinese name: 4个工作日, 90天. */
  readonly zh: string
}

/** The units of a limit. There is no `days`: 天 or "day" alone does not say whether it is a working day. */
export const UNITS = {
  workingMinutes: { kind: 'working-time', size: 60_000, en: ['working minute', 'working minutes'], zh: '个工作分钟' },
  workingHours: { kind: 'working-time', size: 3_600_000, en: ['working hour', 'working hours'], zh: '个工作小时' },
  workingDays: { kind: 'working-days', size: 1, en: ['working day', 'working days'], zh: '个工作日' },
  calendarDays: { kind: 'calendar-days', size: 1, en: ['calendar day', 'calendar days'], zh: '个自然日' },
  months: { kind: 'months', size: 1, en: ['month', 'months'], zh: '个月' },
  years: { kind: 'months', size: 12, en: ['year', 'years'], zh: '年' },
  minutes: { kind: 'clock-time', size: 60_000, en: ['clock minute', 'clock minutes'], zh: '个自然分钟' },
  hours: { kind: 'clock-time', size: 3_600_000, en: ['clock hour', 'clock hours'], zh: '个自然小时' },
} as const satisfies Readonly<Record<string, UnitFacts>>

/** The name of a unit, as it stands in a limit. */
export type Unit = keyof typeof UNITS

/**
 * An amount with its unit, such as `{ workingDays: 4 }`; exactly one unit.
 *
 * Units: `workingMinutes` and `workingHours` run in opening hours, `minutes` and `hours` around the clock;
 * `months` and `years` are Gregorian.
 */
export type Limit = { readonly [U in Unit]: { readonly [K in U]: number } & { readonly [K in Exclude<Unit, U>]?: never } }[Unit]

/** A limit taken apart. */
export interface Amount {
  readonly unit: Unit
  readonly amount: number
  /** What is known of its unit, at hand for those who count by it. */
  readonly facts: Facts
}

export const UNIT_NAMES = /* @__PURE__ */ Object.keys(UNITS) as readonly Unit[]

/** One literal for each unit: an object with a computed key costs several times as much. */
const LIMITS: Readonly<Record<Unit, (amount: number) => Limit>> = {
  workingMinutes: (workingMinutes) => ({ workingMinutes }),
  workingHours: (workingHours) => ({ workingHours }),
  workingDays: (workingDays) => ({ workingDays }),
  calendarDays: (calendarDays) => ({ calendarDays }),
  months: (months) => ({ months }),
  years: (years) => ({ years }),
  minutes: (minutes) => ({ minutes }),
  hours: (hours) => ({ hours }),
}

/** What is known of a unit, that of its kind included. */
export interface Facts extends KindFacts {
  readonly kind: UnitKind
  readonly size: number
  readonly toLimit: (amount: number) => Limit
}

const FACTS = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ UNIT_NAMES.map((unit) => {
    const { kind, size } = UNITS[unit]
    return [unit, { ...UNIT_KINDS[kind], kind, size, toLimit: LIMITS[unit] }]
  }),
) as Readonly<Record<Unit, Facts>>

/** What is known of a unit. */
export function kindOf(unit: Unit): Facts {
  return FACTS[unit]
}

/** What a table says by the kind of an amount's unit. */
export function byKind<T>(table: Readonly<Record<UnitKind, T>>): (amount: Amount) => T {
  const list: T[] = []
  for (const kind of Object.keys(UNIT_KINDS) as UnitKind[]) list[UNIT_KINDS[kind].place] = table[kind]
  return ({ facts }) => list[facts.place] as T
}

/** Units by the first one of each kind that people must choose from. */
const CHOICES: Readonly<Record<string, readonly Unit[]>> = {
  days: ['workingDays', 'calendarDays'],
  day: ['workingDays', 'calendarDays'],
  天: ['workingDays', 'calendarDays'],
  日: ['workingDays', 'calendarDays'],
  minute: ['workingMinutes', 'minutes'],
  minutes: ['workingMinutes', 'minutes'],
  分钟: ['workingMinutes', 'minutes'],
  hour: ['workingHours', 'hours'],
  hours: ['workingHours', 'hours'],
  小时: ['workingHours', 'hours'],
}

/** Words for units that are not their name in a text of ours. */
const SYNONYMS: Readonly<Record<string, Unit>> = { 日历日: 'calendarDays', 日历天: 'calendarDays', 自然天: 'calendarDays' }

/** The measure word may be left out, but not before 月: 6个月 are six months, 6月 is June. */
function namesOf(unit: Unit): readonly string[] {
  const { en, zh } = UNITS[unit]
  return [unit.toLowerCase(), ...en, zh, ...(unit === 'months' ? [] : [zh.replace(/^个/, '')])]
}

const words = /* @__PURE__ */ once(
  () =>
    new Map<string, Unit>([...UNIT_NAMES.flatMap((unit) => namesOf(unit).map((name): [string, Unit] => [name, unit])), ...Object.entries(SYNONYMS)]),
)

function isUnit(name: string): name is Unit {
  return Object.hasOwn(UNITS, name)
}

export function limitOf(unit: Unit, amount: number): Limit {
  return FACTS[unit].toLimit(amount)
}

/** Whether an amount may be negative: a limit may not, an amount to add may. */
export type Sign = (typeof SIGNS)[number]

const SIGNS = ['unsigned', 'signed'] as const

/**
 * Takes a limit apart, once it is known to be one.
 *
 * Throws: `limit-invalid`, `unit-unknown`, `unit-ambiguous`, `amount-invalid`.
 */
export function amountOf(limit: unknown, sign: Sign = 'unsigned', path = ''): Amount {
  const keys = typeof limit === 'object' && limit !== null ? Object.keys(limit) : []
  const [key] = keys
  if (key === undefined || keys.length !== 1) return fail(LIMIT_INVALID, { found: quote(limit) }, { path })
  if (!isUnit(key)) return refuseUnit(key, key, (unit) => `{ ${unit}: … }`, path)
  const amount = (limit as Record<string, unknown>)[key]
  const isAmount = typeof amount === 'number' && Number.isSafeInteger(amount) && (sign === 'signed' || amount >= 0)
  return isAmount
    ? { unit: key, amount, facts: FACTS[key] }
    : fail(AMOUNT_INVALID, { unit: key, found: quote(amount), signed: sign === 'signed' }, { path })
}

function refuseUnit(word: string, found: string, write: (unit: Unit, language: Language) => string, path: string): never {
  const choices = Object.hasOwn(CHOICES, word) ? CHOICES[word] : undefined
  if (!choices) return fail(UNIT_UNKNOWN, { found, allowed: UNIT_NAMES }, { path })
  const written = (language: Language) => choices.map((unit) => write(unit, language))
  return fail(UNIT_AMBIGUOUS, { found, choices: { en: written('en'), zh: written('zh') } }, { path })
}

/** No limit is written longer than this. */
const LONGEST_TEXT = 60

/**
 * Reads a limit from Chinese or English text, such as `4个工作日`, `8个工作小时`, `6个月` or `4 working days`.
 *
 * Edges: a text that leaves the kind of day, hour or minute open (`90天`, `60分钟`, `2 days`) is refused with the choices. An amount below zero is taken
 * where the sign is `signed`, as for `clock.add`; a limit has none.
 * Throws: `limit-invalid`, `unit-ambiguous`, `unit-unknown`, `amount-invalid`; `choice-unknown` for another sign.
 *
 * @example
 * parseLimit('4个工作日') //=> { workingDays: 4 }
 * parseLimit('-4 working days', 'signed') //=> { workingDays: -4 }
 */
export function parseLimit(text: string, sign: Sign = 'unsigned'): Limit {
  if (!SIGNS.includes(sign)) fail(UNKNOWN_SIGN, { found: show(sign), allowed: SIGNS }, { path: 'sign' })
  const plain = typeof text === 'string' && text.length <= LONGEST_TEXT ? text.toLowerCase().replace(/\s+/g, ' ').trim() : ''
  const match = /^([+-]?\d+(?:\.\d+)?) ?(\D+)$/.exec(plain)
  if (!match) return fail(LIMIT_TEXT_INVALID, { found: quote(text) })
  const [, number = '', name = ''] = match
  const word = name.replace(/^个 /, '个')
  // The plain names of the round-the-clock units are ambiguous in a text, though not as a key.
  const bare = word.replace(/^个/, '')
  const unit = Object.hasOwn(CHOICES, bare) ? undefined : words().get(word)
  if (unit === undefined) return refuseUnit(bare, show(text), (choice, language) => inWords(choice, number, language), '')
  const { amount } = amountOf({ [unit]: Number(number) }, sign)
  return limitOf(unit, amount)
}

function inWords(unit: Unit, amount: number | string, language: Language): string {
  const { en, zh } = UNITS[unit]
  return language === 'zh' ? `${amount}${zh}` : `${amount} ${Math.abs(Number(amount)) === 1 ? en[0] : en[1]}`
}

const LANGUAGES: readonly Language[] = ['en', 'zh']

/**
 * Writes a limit, or an amount used of one, in words.
 *
 * Units: an amount used may have a fraction, or a sign; it is written with two decimals at most.
 * Throws: `limit-invalid`, `amount-invalid` for what is no number, `choice-unknown` for another language.
 *
 * @example
 * formatLimit({ workingDays: 4 }, 'zh') //=> '4个工作日'
 */
export function formatLimit(limit: Limit, language: Language): string {
  const [unit = '', ...rest] = Object.keys(limit ?? {})
  if (!isUnit(unit) || rest.length > 0) return fail(LIMIT_INVALID, { found: quote(limit) })
  const amount: unknown = limit[unit]
  if (!Number.isFinite(amount)) return fail(AMOUNT_INVALID, { unit, found: quote(amount), signed: true })
  if (!LANGUAGES.includes(language)) return fail(UNKNOWN_LANGUAGE, { found: show(language), allowed: LANGUAGES }, { path: 'language' })
  return inWords(unit, Math.round((amount as number) * 100) / 100, language)
}
