import type { Assessment, CapResult, LimitKind, Standings } from '../case/assessment.js'
import type { Outcome } from '../case/verdict.js'
import { BACKSLASH, DELETE, QUOTE, SPACE } from '../time/ascii.js'
import type { Limit, Unit } from '../time/limit.js'

/* Pieces of the text of an assessment. What many cases have is made once. */

/** The beginning of a line, up to the name of the rule; an id is a text of the user's own, with escapes where it needs them. */
export function headOf(id: string): string {
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i)
    if (code < SPACE || code === QUOTE || code === BACKSLASH || code >= DELETE) return `{"id":${JSON.stringify(id)},"rule":`
  }
  return `{"id":"${id}","rule":`
}

/** The beginning of a limit. */
export const KINDS: Readonly<Record<LimitKind, string>> = {
  promised: '{"kind":"promised"',
  statutory: '{"kind":"statutory"',
  stage: '{"kind":"stage"',
  delivery: '{"kind":"delivery"',
}

/** Where the limits of an assessment begin, after the name of the one that binds. */
export const LIMITS: Readonly<Record<NonNullable<Assessment['binding']>, string>> = {
  promised: ',"binding":"promised","limits":[',
  statutory: ',"binding":"statutory","limits":[',
}

export const CERTAINTIES: Readonly<Record<NonNullable<Standings['certainty']>, string>> = {
  published: ',"certainty":"published"',
  projected: ',"certainty":"projected"',
}

const names = new Map<string, string>()

/** The name of a rule, a stage or a clock; a policy has some dozen. */
export function nameOf(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(name)
  names.set(name, text)
  return text
}

type Verdict = Pick<Standings, 'state' | 'outcome' | 'light'>

const verdicts = new Map<Outcome, Verdict & { readonly text: string }>()

/** Most cases of an outcome have one state and one light. */
export function verdictOf({ state, outcome, light }: Verdict): string {
  const known = verdicts.get(outcome)
  if (known !== undefined && known.state === state && known.light === light) return known.text
  const text = `,"state":"${state}","outcome":"${outcome}","light":"${light}"`
  verdicts.set(outcome, { state, outcome, light, text })
  return text
}

/** Amounts that are kept as texts lie this near to nothing: a year of days, two days of minutes. What remains of a late case is below nothing. */
const KEPT = 1_024

/** Writes amounts as values of a key. */
function amountsAs(key: string): (limit: Limit) => string {
  const known = new Map<string, (string | undefined)[]>()
  const written = (unit: string, amount: number) => `,"${key}":{"${unit}":${amount}}`
  const kept = (unit: string, amount: number): string => {
    const texts = known.get(unit) ?? []
    const text = texts[amount + KEPT] ?? written(unit, amount)
    texts[amount + KEPT] = text
    known.set(unit, texts)
    return text
  }
  return (limit) => {
    for (const unit in limit) {
      const amount = limit[unit as Unit] as number
      if (amount <= -KEPT || amount >= KEPT || (amount | 0) !== amount) return written(unit, amount)
      return known.get(unit)?.[amount + KEPT] ?? kept(unit, amount)
    }
    return ''
  }
}

export const limitOf = amountsAs('limit')
export const usedOf = amountsAs('used')
export const remainingOf = amountsAs('remaining')
export const elapsedOf = amountsAs('elapsed')

const caps = new Map<number, string>()

/** What was allowed of papers or steps, and what was needed: a few of each. */
export function capOf(cap: CapResult): string {
  const { allowed, actual, isKept } = cap
  if (actual === undefined || actual >= KEPT || allowed >= KEPT) return writeCap(cap)
  const place = (allowed * KEPT + actual) * 2 + (isKept ? 1 : 0)
  const known = caps.get(place)
  if (known !== undefined) return known
  const text = writeCap(cap)
  caps.set(place, text)
  return text
}

function writeCap({ allowed, actual, isKept }: CapResult): string {
  return actual === undefined ? `{"allowed":${allowed}}` : `{"allowed":${allowed},"actual":${actual},"isKept":${isKept}}`
}
