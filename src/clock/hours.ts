import { fail, show } from '../errors.js'
import { digits } from '../time/day.js'

/**
 * When a working day is open.
 *
 * Shape: `workday` lists the sessions of every working day, make-up days included, as `HH:MM-HH:MM`.
 * Edges: `24:00` is the end of the day; a session that ends at or before its start runs past midnight and belongs to its first day.
 */
export interface Hours {
  readonly workday: readonly string[]
}

/** Opening and closing in milliseconds from the midnight of the day the session belongs to. */
export interface Session {
  readonly open: number
  readonly close: number
}

const DAY = 86_400_000

/**
 * Reads the sessions of a day, in order.
 *
 * Throws: `sessions-invalid`, `sessions-overlap`.
 */
export function parseHours(hours: Hours): readonly Session[] {
  const texts: unknown = hours?.workday
  if (!Array.isArray(texts) || texts.length === 0) {
    return fail('value-invalid', { found: show(texts), expected: 'sessions' }, { path: 'hours.workday' })
  }
  const sessions = texts.map((text, i) => ({ text: String(text), ...parseSession(text, `hours.workday[${i}]`) })).sort((a, b) => a.open - b.open)
  sessions.forEach((session, i) => {
    const next = sessions[(i + 1) % sessions.length] as (typeof sessions)[number]
    // The session after the last is the first of the next day, which an overnight session could run into.
    const opens = i + 1 < sessions.length ? next.open : next.open + DAY
    if (session.close > opens) fail('sessions-overlap', { first: session.text, second: next.text }, { path: 'hours.workday' })
  })
  return sessions.map(({ open, close }) => ({ open, close }))
}

function parseSession(text: unknown, path: string): Session {
  const open = typeof text === 'string' ? timeOfDay(text, 0) : Number.NaN
  const close = typeof text === 'string' && text.length === 11 && text[5] === '-' ? timeOfDay(text, 6) : Number.NaN
  const isSession = open < DAY && close <= DAY
  return isSession ? { open, close: close <= open ? close + DAY : close } : fail('sessions-invalid', { found: show(text) }, { path })
}

function timeOfDay(text: string, at: number): number {
  const hour = digits(text, at, at + 2)
  const minute = digits(text, at + 3, at + 5)
  return text[at + 2] === ':' && minute < 60 ? (hour * 60 + minute) * 60_000 : Number.NaN
}
