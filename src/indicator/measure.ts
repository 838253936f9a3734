import { type Expected, fail, quote } from '../errors.js'
import type { IndicatorTarget } from '../policy/policy.js'

/** What was measured: a share as a part of 1, a count, or for a milestone whether it is done. */
export type Measured = number | boolean

type Kind = IndicatorTarget['kind']
type OfKind<K extends Kind> = Extract<IndicatorTarget, { readonly kind: K }>

/** What the kinds of targets say of a measured number, or of a milestone. */
const REACHED: { readonly [K in Kind]: (target: OfKind<K>, measured: Measured) => boolean } = {
  'at-least': ({ value }, measured) => Number(measured) >= value,
  'at-most': ({ value }, measured) => Number(measured) <= value,
  equal: ({ value }, measured) => measured === value,
  range: ({ from, to }, measured) => from <= Number(measured) && Number(measured) <= to,
  approximate: ({ from, to }, measured) => from <= Number(measured) && Number(measured) <= to,
  'relative-cut': ({ share }, measured) => Number(measured) >= share,
  'full-coverage': (_, measured) => measured === 1,
  'count-per-period': ({ bound, value }, measured) => (bound === 'at-least' ? Number(measured) >= value : Number(measured) <= value),
  milestone: (_, measured) => measured === true,
}

/** Whether what was measured reaches a target. */
export function isReached(target: IndicatorTarget, measured: Measured): boolean {
  return (REACHED[target.kind] as (target: IndicatorTarget, measured: Measured) => boolean)(target, measured)
}

const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1

/** What can be measured, and when a value is such. */
const FITS = {
  share: isShare,
  // More than before is a cut below 0.
  cut: (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value <= 1,
  count: (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0,
  'yes-or-no': (value: unknown) => typeof value === 'boolean',
} as const satisfies { readonly [E in Expected]?: (value: unknown) => boolean }

/** Throws `value-invalid` unless a value is what a target measures. */
export function assertMeasured(target: IndicatorTarget, value: unknown): asserts value is Measured {
  const expected = measuredBy(target)
  if (!FITS[expected](value)) fail('value-invalid', { found: quote(value), expected }, { path: 'value' })
}

function measuredBy(target: IndicatorTarget): keyof typeof FITS {
  if (target.kind === 'milestone') return 'yes-or-no'
  if (target.kind === 'relative-cut') return 'cut'
  return target.kind === 'full-coverage' || target.unit === 'share' ? 'share' : 'count'
}
