import { fail, quote } from '../errors.js'
import { NOT_POLICY_PATH } from '../messages/values.js'
import type { Policy } from './policy.js'

/**
 * The id of the policy that a value of a policy comes from: its own, or that of one which it extends.
 *
 * Edges: of a part that was put together from several, the one that changed it last.
 * Throws: `value-invalid` for a path that leads nowhere.
 *
 * @example
 * const hurried = refinePolicy(xiaoshan2019, {
 *   id: 'hurried', titles: xiaoshan2019.titles, source: xiaoshan2019.source,
 *   rules: { 'water-hookup': { versions: [{ from: '2019-07-01', target: { kind: 'each', limit: { workingDays: 3 } } }] } },
 * })
 * originOf(hurried, 'rules.water-hookup.versions[0].target') //=> 'hurried'
 * originOf(hurried, 'rules.water-hookup.versions[0].caps') //=> 'xiaoshan-2019'
 */
export function originOf(policy: Policy, path: string): string {
  // What is no text leads where the empty text does.
  const steps = typeof path === 'string' ? path.split(/\.|(?=\[)/) : ['']
  const found = steps.reduce<unknown>((inner, step) => insideOf(inner, step.replace(/^\[(\d+)\]$/, '$1')), policy)
  if (found === undefined) return fail(NOT_POLICY_PATH, { found: quote(path) }, { path: 'path' })
  const places = steps.map((_, i) =>
    steps
      .slice(0, i + 1)
      .join('.')
      .replaceAll('.[', '['),
  )
  const origins = policy.origins ?? {}
  return places.reduce((origin, place) => (Object.hasOwn(origins, place) ? (origins[place] as string) : origin), policy.id)
}

function insideOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.prototype.propertyIsEnumerable.call(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}
