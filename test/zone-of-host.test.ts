import { expect, test } from 'vitest'

/** Minutes that the host's clock is behind UTC at the start of July 2019, by the zones under which all tests are run. */
const BEHIND: Readonly<Record<string, number>> = {
  UTC: 0,
  'Asia/Shanghai': -480,
  'America/New_York': 240,
  'Pacific/Apia': -780,
  'Australia/Lord_Howe': -630,
}

test('the host keeps the time of the zone under which the tests are run', () => {
  const zone = process.env['TZ'] ?? ''
  expect([Intl.DateTimeFormat().resolvedOptions().timeZone, new Date('2019-07-01T00:00:00Z').getTimezoneOffset()]).toEqual([zone, BEHIND[zone]])
})
