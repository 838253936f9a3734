import { assess } from '../case/assess.js'
import type { AssessOptions } from '../case/assessment.js'
import { explain } from '../case/explain.js'
import type { CaseFile } from '../case/file.js'
import { sayMoment } from '../case/moments.js'
import { assertClock } from '../clock/assert-clock.js'
import type { Clock } from '../clock/clock.js'
import { formatMoment, momentOf } from '../clock/moment.js'
import type { SessionTable } from '../clock/sessions.js'
import { fail, quote, ServiceTimeError } from '../errors.js'
import { NOT_SPAN } from '../messages/values.js'
import type { BilingualText, Policy } from '../policy/policy.js'
import { conventionOf } from '../time/convention.js'
import type { Day } from '../time/day.js'
import type { Moment } from '../time/instant.js'
import { amountOf, formatLimit, type Limit } from '../time/limit.js'
import { instantOf } from '../time/zone.js'
import { failureOf } from './reasons.js'
import type { Found } from './result.js'
import type { Claim } from './words.js'

const LABEL: BilingualText = { en: 'Limit', zh: '时限' }

/** Whether what began at one moment and ended at another kept a limit, as the convention of the clock counts it. */
export function takesAtMost(received: unknown, limit: Limit, clock: Clock): Found {
  assertClock(clock, 'clock')
  amountOf(limit, 'unsigned', 'limit')
  const [start, end] = endsOf(received, clock.table)
  const [from, to] = [formatMoment(clock.table, start), formatMoment(clock.table, end)]
  // As a case of one promise, a span is judged and explained by what judges and explains cases.
  const events = [{ type: 'accepted', at: from } as const, { type: 'completed', at: to } as const]
  const file: CaseFile = { id: 'span', rule: 'span', events }
  const options: AssessOptions = { policy: policyFor(limit, clock), clock, now: afterwards(clock.table, end) }
  const assessment = asSpan(received, () => assess(file, options))
  const isMet = assessment.outcome !== 'late'
  const subject = { en: `${sayMoment(from, 'en')} – ${sayMoment(to, 'en')}`, zh: `${sayMoment(from, 'zh')}至${sayMoment(to, 'zh')}` }
  const { holds, fails } = claimOf(limit)
  const asks = { explained: () => explain(file, options), assessment, limits: assessment.limits, label: LABEL }
  return { isMet, say: failureOf(subject, isMet ? holds : fails, asks) }
}

function claimOf(limit: Limit): Claim {
  const [en, zh] = [formatLimit(limit, 'en'), formatLimit(limit, 'zh')]
  return { holds: { en: `keeps to ${en}, and should not`, zh: `未超过${zh}，而预期超过` }, fails: { en: `does not keep to ${en}`, zh: `超过${zh}` } }
}

function endsOf(received: unknown, table: SessionTable): readonly [Moment, Moment] {
  if (!Array.isArray(received) || received.length !== 2) return fail(NOT_SPAN, { found: quote(received) })
  return [momentOf(table, received[0], '[0]'), momentOf(table, received[1], '[1]')]
}

/** The end, or the end of its date: by then it has happened. */
function afterwards({ zone }: SessionTable, { isDateOnly, day, instant }: Moment): number {
  return isDateOnly ? instantOf(zone, (day + 1) as Day, 0) : instant
}

/** What is refused of the case is told of the span that it stands for. */
function asSpan<T>(received: unknown, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    const known = error as ServiceTimeError
    if (known.code === 'event-out-of-order') fail(NOT_SPAN, { found: (received as unknown[]).map(quote).join(', ') })
    throw known.with({ path: known.path.replace(/^events(\[\d\])\.at$/, '$1'), caseId: undefined })
  }
}

/** Before every date that has a name. */
const EVER = '0001-01-01'

/** A policy of one rule that promises a limit. */
function policyFor(limit: Limit, { calendar, timeZone, convention }: Clock): Policy<'span'> {
  const words = { en: 'Span', zh: '时段' }
  const terms = { measure: 'span', starts: 'accepted', stops: 'completed', citations: [] } as const
  return {
    id: 'span',
    titles: words,
    source: { titles: words, issuer: words, date: EVER, status: 'in-force' },
    calendar: calendar.id,
    hours: 'span',
    timeZone,
    convention: conventionOf(convention),
    departments: {},
    rules: {
      span: {
        code: 'span',
        titles: words,
        departments: { lead: [], responsible: [] },
        versions: [{ from: EVER, target: { kind: 'each', limit }, ...terms }],
      },
    },
  }
}
