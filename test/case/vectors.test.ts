import { assess, type CaseEvent, type Convention, conventions } from 'service-time'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'
import { readVectors } from '../support/vectors.js'

interface Row {
  accepted: string
  pauses: [from: string, to: string][]
  completed: string
  minutes: number
  days: Record<Convention['pausedDay'], number>
  limitDays: number
  dueDay: Record<Convention['pausedDay'], string>
  limitHours: number
  dueHours: string
}

const { rows } = readVectors<{ rows: Row[] }>('paused-cases')

/** The vectors take starts as recorded. */
const asRecorded: Convention = { ...conventions['cn-civil-code'], intake: 'as-recorded' }
const RULES: readonly Convention['pausedDay'][] = ['after-pause-day', 'any-part', 'whole-day']

function judge({ accepted, pauses, completed }: Row, limit: Parameters<typeof policyOf>[0], pausedDay = asRecorded.pausedDay) {
  const events: CaseEvent[] = [
    { type: 'accepted', at: accepted },
    ...pauses.flatMap(([from, to]): CaseEvent[] => [
      { type: 'paused', at: from },
      { type: 'resumed', at: to },
    ]),
    { type: 'completed', at: completed },
  ]
  return assess(
    { id: 'V', rule: 'only', events },
    { policy: policyOf(limit, { convention: { ...asRecorded, pausedDay } }), clock: hall, now: completed },
  )
}

describe('the independent answers for paused cases', () => {
  test.each(rows)('accepted $accepted, completed $completed', (row) => {
    for (const rule of RULES) {
      const days = judge(row, { workingDays: row.limitDays }, rule)
      expect([rule, days.used, days.lastCountedDay]).toEqual([rule, { workingDays: row.days[rule] }, row.dueDay[rule]])
    }
    const hours = judge(row, { workingMinutes: row.limitHours * 60 })
    expect(hours.used).toEqual({ workingMinutes: row.minutes })
    expect(hours.dueAt).toBe(row.dueHours)
  })
})
