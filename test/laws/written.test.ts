import fc from 'fast-check'
import { assess, type CaseEvent, createCalendar, createClock } from 'service-time'
import { expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../../src/time/instant.js'
import { zoneOf } from '../../src/time/zone.js'
import { HALL_HOURS } from '../support/clocks.js'
import { policyOf } from '../support/policies.js'
import { runs } from '../support/runs.js'

const calendar = createCalendar({
  id: 'plain',
  weekend: ['saturday', 'sunday'],
  notices: [],
  coverage: { from: '1960-01-01', to: '2030-12-31' },
})
const clocks = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Monrovia'].map(
  (timeZone) => createClock({ calendar, hours: HALL_HOURS, timeZone }),
)
const policy = policyOf({ hours: 48 }, { from: '1960-01-01' })

const digits = (most: number) => fc.nat({ max: most }).map((n) => String(n).padStart(2, '0'))
const dates = fc.date({ min: new Date('1961-01-01T00:00Z'), max: new Date('2029-12-31T00:00Z'), noInvalidDate: true })
const seconds = fc.oneof(
  fc.constantFrom('', ':00', ':59'),
  digits(59).map((second) => `:${second}`),
  fc.tuple(digits(59), fc.stringMatching(/^\d{1,9}$/)).map(([second, fraction]) => `:${second}.${fraction}`),
)
const OFFSETS = [
  '',
  'Z',
  '+00:00',
  '-00:00',
  '+08:00',
  '+08:00:00',
  '-05:00',
  '-04:00',
  '+05:45',
  '+10:30',
  '+11:00',
  '-11:00',
  '+13:00',
  '-00:44:30',
]
const texts = fc
  .tuple(dates, fc.constantFrom('T', ' '), digits(23), digits(59), seconds, fc.constantFrom(...OFFSETS))
  .map(([date, mark, hour, minute, rest, offset]) => `${date.toISOString().slice(0, 10)}${mark}${hour}:${minute}${rest}${offset}`)

test('start and stop are written in one form, however they were written in the case', () => {
  fc.assert(
    fc.property(fc.constantFrom(...clocks), texts, texts, (clock, one, other) => {
      const zone = zoneOf(clock.timeZone)
      const at = (text: string) => parseInstant(text, zone)
      const [from, to] = at(one) <= at(other) ? [one, other] : [other, one]
      const events: CaseEvent[] = [
        { type: 'accepted', at: from },
        { type: 'completed', at: to },
      ]
      const { startsAt, stoppedAt } = assess({ id: 'C', rule: 'only', events }, { policy, clock, now: '2030-01-02T00:00Z' })
      expect([startsAt, stoppedAt]).toEqual([formatInstant(at(from), zone), formatInstant(at(to), zone)])
    }),
    { numRuns: runs(3_000) },
  )
})
