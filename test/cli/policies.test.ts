import { expect, test } from 'vitest'
import { clockNamed } from '../../src/cli/policies.js'
import { errorOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

test('hours of a policy that do not come with the package are asked for, and can be given', () => {
  const policy = { ...policyOf({ workingDays: 4 }), hours: 'county-hall' }
  const error = errorOf(() => clockNamed(policy, undefined))
  expect(error).toMatchObject({ code: 'choice-unknown', path: 'hours', facts: { found: 'county-hall', allowed: ['hall-9-to-5'] } })
  expect(error.text('en')).toMatch(
    /^"county-hall" is not a known name of opening hours .* Or give the hours yourself, such as --hours 09:00-12:00,13:30-17:00\.$/,
  )
  expect(error.text('zh')).toContain('也可自行给出办公时间，例如 --hours 09:00-12:00,13:30-17:00。')
  expect(clockNamed(policy, '08:30-12:00, 14:00-17:30').hours).toEqual({ workday: ['08:30-12:00', '14:00-17:30'] })
})
