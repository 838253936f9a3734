import fc from 'fast-check'
import { type Assessment, assess, clockFor, cnLicensing, xiaoshan2019 } from 'service-time'
import { describe, expect, test } from 'vitest'
import { casesOf, EXTRACTED } from '../../examples/generate.js'
import { createVerdictWriter } from '../../src/stream/verdict-lines.js'
import { judgeEvents } from '../support/cases.js'
import { hall } from '../support/clocks.js'
import { possibleCases } from '../support/courses.js'
import { withBank } from '../support/policies.js'
import { runs } from '../support/runs.js'
import { after, iso, wait } from '../support/waits.js'

const clock = clockFor(xiaoshan2019)
const cases = [...casesOf(2_000, 3)]
const verdictsAt = (now: string) => cases.map((file) => assess(file, { policy: xiaoshan2019, clock, now }))

/** An assessment with its basis as the last key. */
const lineOf = ({ basis, ...rest }: Assessment) => `${JSON.stringify({ ...rest, basis })}\n`

function written(verdicts: readonly Assessment[]): string {
  const writer = createVerdictWriter()
  for (const verdict of verdicts) writer.add(verdict)
  return new TextDecoder().decode(writer.take())
}

function isWritten(...verdicts: readonly Assessment[]): void {
  expect(written(verdicts)).toBe(verdicts.map(lineOf).join(''))
}

describe('what is written is what JSON.stringify writes', () => {
  test.each(['2019-07-03T10:15', '2019-11-11T11:11:11', EXTRACTED])('of generated cases, asked at %s', (now) => {
    isWritten(...verdictsAt(now))
  })

  test('of every possible case, at every moment', () => {
    const seen = fc.tuple(possibleCases(), fc.nat({ max: 20 }), wait)
    fc.assert(
      fc.property(seen, ([{ limit, rule, events, minutes }, index, later]) => {
        isWritten(judgeEvents(limit, events, iso(after(minutes[index % minutes.length] as number, later)), rule))
      }),
      { numRuns: runs(500) },
    )
  })

  test('of texts that need an escape, and of those that do not', () => {
    const [verdict] = verdictsAt(EXTRACTED) as [Assessment]
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary-ascii' }),
      fc.constantFrom('\ud800', '\u007f', '甲"\n"basis":', '\\', '', '\u2028'),
    )
    fc.assert(fc.property(text, text, (id, rule) => isWritten({ ...verdict, id, rule })))
  })

  test('of a case that stands still, whose light is not that of the limit which binds it', () => {
    const events = [
      { type: 'accepted', at: '2019-09-16T10:00' },
      { type: 'paused', at: '2019-09-19T10:00' },
    ] as const
    const verdict = judgeEvents({ workingDays: 5 }, events, '2019-09-30T10:00', { statutory: { calendarDays: 10 }, warning: { workingDays: 2 } })
    expect([verdict.light, verdict.binding, verdict.limits[1]?.light]).toEqual(['yellow', 'statutory', 'green'])
    isWritten(verdict)
  })

  test('of cases by two limits, and of those that are paused', () => {
    const happened = [
      { type: 'accepted', at: '2026-03-02T09:00' },
      { type: 'paused', at: '2026-03-03T09:00', cause: 'inspection' },
    ] as const
    const options = { policy: cnLicensing, clock: clockFor(cnLicensing) }
    const ask = (count: number, now: string) => assess({ id: 'A-1', rule: 'ordinary-licence', events: happened.slice(0, count) }, { ...options, now })
    const found = [ask(1, '2026-03-04T09:00'), ask(2, '2026-03-04T09:00'), ask(1, '2030-03-04T09:00')]
    expect(found.map(({ limits }) => limits.length)).toEqual([2, 2, 2])
    isWritten(...found)
  })

  test('of a deadline that no notice has settled', () => {
    const accepted = { id: 'A-1', rule: 'real-estate-registration', events: [{ type: 'accepted', at: '2027-09-28T10:00' }] } as const
    const found = assess(accepted, { policy: xiaoshan2019, clock, now: '2027-09-29T09:00' })
    expect(found.awaits).toBeDefined()
    isWritten(found)
  })

  test('of a stage on a clock of its own', () => {
    const events = [
      { type: 'accepted', at: '2019-07-01T09:00' },
      { type: 'stage-started', at: '2019-07-01T09:00', stage: 'bank-account' },
    ] as const
    const found = assess(
      { id: 'A-1', rule: 'business-setup', events },
      { policy: withBank, clock: clockFor(withBank), clocks: { bank: hall }, now: '2019-07-01T10:00' },
    )
    expect(found.limits.map(({ clock }) => clock)).toContain('bank')
    isWritten(found)
  })
})

test('the lines are the same however often the writer is emptied', () => {
  const verdicts = verdictsAt(EXTRACTED)
  const writer = createVerdictWriter()
  for (const size of [1, 10, verdicts.length]) {
    let lines = ''
    for (let at = 0; at < verdicts.length; at += size) {
      for (const verdict of verdicts.slice(at, at + size)) writer.add(verdict)
      lines += new TextDecoder().decode(writer.take())
    }
    expect(lines).toBe(verdicts.map(lineOf).join(''))
  }
  expect(writer.take()).toHaveLength(0)
})
