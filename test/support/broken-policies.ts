import type { ErrorCode } from 'service-time'
import { policyOf } from './policies.js'

/** A copy of a small valid policy with one thing changed. */
export function brokenBy(change: (policy: never) => void): unknown {
  const copy = JSON.parse(JSON.stringify(policyOf({ workingDays: 4 })))
  change(copy as never)
  return copy
}

/** The only version of such a policy. */
export const versionOf = (policy: unknown) =>
  (policy as { rules: { only: { versions: Record<string, unknown>[] } } }).rules.only.versions[0] as Record<string, unknown>

const twice = (policy: { rules: { only: { versions: unknown[] } } }) => policy.rules.only.versions.push(versionOf(policy))

/** Policies that are not valid: what is wrong, how it comes about, the code and the path of the refusal. */
export const BROKEN: readonly [what: string, change: (policy: never) => void, code: ErrorCode, path: string][] = [
  ['an unknown key', (policy: { colour?: string }) => (policy.colour = 'red'), 'policy-invalid', ''],
  ['an unknown key of a version', (policy) => (versionOf(policy)['limt'] = 1), 'policy-invalid', 'rules.only.versions[0]'],
  ['a date that does not exist', (policy) => (versionOf(policy)['from'] = '2019-02-30'), 'policy-invalid', 'rules.only.versions[0].from'],
  ['an end before its start', (policy) => (versionOf(policy)['to'] = '2006-01-01'), 'policy-invalid', 'rules.only.versions[0].to'],
  [
    'a bare day',
    (policy) => (versionOf(policy)['target'] = { kind: 'each', limit: { days: 4 } }),
    'unit-ambiguous',
    'rules.only.versions[0].target.limit',
  ],
  [
    'two units',
    (policy) => (versionOf(policy)['target'] = { kind: 'each', limit: { workingDays: 4, months: 1 } }),
    'limit-invalid',
    'rules.only.versions[0].target.limit',
  ],
  [
    'a negative amount',
    (policy) => (versionOf(policy)['target'] = { kind: 'each', limit: { workingDays: -4 } }),
    'amount-invalid',
    'rules.only.versions[0].target.limit',
  ],
  [
    'a fraction',
    (policy) => (versionOf(policy)['target'] = { kind: 'average', limit: { workingDays: 0.5 } }),
    'amount-invalid',
    'rules.only.versions[0].target.limit',
  ],
  [
    'a cut in an unknown unit',
    (policy) => (versionOf(policy)['target'] = { kind: 'reduction', by: { weeks: 1 }, baseline: { zh: '甲', en: 'A' } }),
    'unit-unknown',
    'rules.only.versions[0].target.by',
  ],
  [
    'an unknown target',
    (policy) => (versionOf(policy)['target'] = { kind: 'most', limit: { workingDays: 4 } }),
    'policy-invalid',
    'rules.only.versions[0].target.kind',
  ],
  ['a sum without stages', (policy) => (versionOf(policy)['measure'] = 'sum'), 'policy-invalid', 'rules.only.versions[0].stages'],
  ['a warning in another unit', (policy) => (versionOf(policy)['warning'] = { workingHours: 8 }), 'policy-invalid', 'rules.only.versions[0].warning'],
  [
    'a warning of more than all',
    (policy) => (versionOf(policy)['warning'] = { share: 1.5 }),
    'policy-invalid',
    'rules.only.versions[0].warning.share',
  ],
  [
    'an extension in another unit',
    (policy) => (versionOf(policy)['extension'] = { by: { calendarDays: 10 }, times: 1 }),
    'policy-invalid',
    'rules.only.versions[0].extension',
  ],
  [
    'an extension that is never granted',
    (policy) => (versionOf(policy)['extension'] = { by: { workingDays: 10 }, times: 0 }),
    'policy-invalid',
    'rules.only.versions[0].extension.times',
  ],
  ['an odd correction', (policy) => (versionOf(policy)['correction'] = 'anew'), 'policy-invalid', 'rules.only.versions[0].correction'],
  ['an odd statutory limit', (policy) => (versionOf(policy)['statutory'] = { days: 4 }), 'unit-ambiguous', 'rules.only.versions[0].statutory'],
  [
    'a sum with a limit of the law in days',
    (policy) =>
      Object.assign(versionOf(policy), {
        measure: 'sum',
        target: { kind: 'each', limit: { workingHours: 8 } },
        statutory: { workingDays: 3 },
        stages: { a: { titles: { zh: '甲', en: 'A' } } },
      }),
    'policy-invalid',
    'rules.only.versions[0].statutory',
  ],
  [
    'a union in working days with stages on clocks of their own',
    (policy) =>
      Object.assign(policy, { clocks: { a: { titles: { zh: '甲', en: 'A' }, calendar: 'cn', hours: 'a' } } }) &&
      Object.assign(versionOf(policy), { measure: 'union', stages: { a: { titles: { zh: '甲', en: 'A' }, clock: 'a' } } }),
    'policy-invalid',
    'rules.only.versions[0].measure',
  ],
  [
    'a sum of days',
    (policy) => Object.assign(versionOf(policy), { measure: 'sum', stages: { a: { titles: { zh: '甲', en: 'A' } } } }),
    'policy-invalid',
    'rules.only.versions[0].measure',
  ],
  ['a citation missing', (policy) => (versionOf(policy)['citations'] = []), 'policy-invalid', 'rules.only.versions[0].citations'],
  [
    'a department nobody knows',
    (policy: { departments: object }) => (policy.departments = { b: { zh: '乙', en: 'B' } }),
    'policy-invalid',
    'rules.only.departments.lead[0]',
  ],
  ['two versions of one day', (policy) => twice(policy), 'policy-invalid', 'rules.only.versions[1].from'],
  ['a time zone nobody knows', (policy: { timeZone: string }) => (policy.timeZone = 'Asia/Hangzhou'), 'policy-invalid', 'timeZone'],
  [
    'a citation that says nothing',
    (policy) => (versionOf(policy)['citations'] = [{ part: 'body', article: '42' }]),
    'policy-invalid',
    'rules.only.versions[0].citations[0]',
  ],
  ['a convention nobody knows', (policy: { convention: string }) => (policy.convention = 'us'), 'choice-unknown', 'convention'],
]
