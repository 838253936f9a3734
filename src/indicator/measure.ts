import { fail, quote, type ValueFault } from '../errors.js'
import { NOT_COUNT, NOT_CUT, NOT_SHARE, NOT_YES_OR_NO } from '../messages/values.js'
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
  return (REACHED[target.kind] as (target: IndicatorTarget, measured: Measured) => boolean)(
    target,
    typeof measured === 'number' ? plain(measured) : measured,
  )
}

/** A number as it is read: a share that was reckoned, such as 1 - 0.9, is not missed by the sixteenth digit. */
function plain(measured: number): number {
  return Number.isInteger(measured) ? measured : Number(measured.toPrecision(12))
}

const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1

/** What can be measured: when a value is such, and what is wrong with one that is not. */
const MEASURES = {
  share: { fits: isShare, fault: NOT_SHARE },
  // More than before is a cut below 0.
  cut: { fits: (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value <= 1, fault: NOT_CUT },
  count: { fits: (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0, fault: NOT_COUNT },
  milestone: { fits: (value: unknown) => typeof value === 'boolean', fault: NOT_YES_OR_NO },
} as const satisfies Readonly<Record<string, { readonly fits: (value: unknown) => boolean; readonly fault: ValueFault }>>

/** Throws `value-invalid` unless a value is what a target measures. */
export function assertMeasured(target: IndicatorTarget, value: unknown): asserts value is Measured {
  const { fits, fault }: { readonly fits: (value: unknown) => boolean; readonly fault: ValueFault } = MEASURES[measuredBy(target)]
  if (!fits(value)) fail(fault, { found: quote(value) }, { path: 'value' })
}

function measuredBy(target: IndicatorTarget): keyof typeof MEASURES {
  if (target.kind === 'milestone') return 'milestone'
  if (target.kind === 'relative-cut') return 'cut'
  return target.kind === 'full-coverage' || target.unit === 'share' ? 'share' : 'count'
}
