import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cn } from 'service-time'
import { LegalHoliday } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { datesBetween } from '../support/oracle.js'

const dates = datesBetween('2007-01-01', '2026-12-24')

/**
 * The dates that chinese-days calls working days. It works on local dates of its host and under a host west of Greenwich
 * reads its own holidays a day early, so it is asked in a process under UTC.
 */
function chineseDays(): ReadonlySet<string> {
  const script = `
    const { isWorkday } = require('chinese-days')
    const dates = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
    console.log(JSON.stringify(dates.filter((date) => isWorkday(date))))
  `
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const output = execFileSync(process.execPath, ['-e', script], { cwd, env: { TZ: 'UTC' }, input: JSON.stringify(dates), encoding: 'utf8' })
  return new Set(JSON.parse(output) as string[])
}

/** What tyme4ts says of a date: its holiday arrangement, else the weekday. */
function isTymeWorkday(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return LegalHoliday.fromYmd(year, month, day)?.isWork() ?? (weekday !== 0 && weekday !== 6)
}

/** Make-up days that tyme4ts does not know, with the notice and the occasion for which they are worked. */
const TYME_ERRORS = [
  ['2013-04-07', 'Sun', '国办发明电〔2012〕33号', '清明节'],
  ['2013-10-12', 'Sat', '国办发明电〔2012〕33号', '国庆节'],
] as const

describe('every day of 2007-01-01 to 2026-12-24', () => {
  test('is worked or off in cn as in chinese-days', () => {
    const peer = chineseDays()
    expect(peer.size).toBeGreaterThan(4_900)
    expect(dates.filter((date) => cn.isWorkingDay(date) !== peer.has(date))).toEqual([])
  })

  test('is worked or off in cn as in tyme4ts, but for the errors of tyme4ts that are listed', () => {
    expect(dates.filter((date) => cn.isWorkingDay(date) !== isTymeWorkday(date))).toEqual(TYME_ERRORS.map(([date]) => date))
  })

  test.each(TYME_ERRORS)('%s (%s), which tyme4ts calls off, is worked by %s', (date, weekday, notice, occasion) => {
    expect(new Date(date).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' })).toBe(weekday)
    expect(isTymeWorkday(date)).toBe(false)
    expect(cn.day(date)).toEqual({ kind: 'makeup', working: true, certainty: 'published', occasion, notice })
  })
})
