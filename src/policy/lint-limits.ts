import { amountOf, kindOf, type Limit, limitOf, UNITS } from '../time/limit.js'
import { type Found, found } from './findings.js'
import type { Version } from './policy.js'

/** What is odd about the limits of a version. */
export function limitFindings(version: Version): readonly Found[] {
  const whole = version.target.kind === 'reduction' ? undefined : version.target.limit
  return [
    ...(whole ? [...promiseFindings(whole, version), ...stageFindings(whole, version)] : []),
    ...idleFindings(version),
    ...unkeptFindings(version),
  ]
}

/** Which of two limits is longer, as a number above or below 0; undefined where their units are of different kinds. */
function compare(one: Limit, other: Limit): number | undefined {
  const [a, b] = [sizeOf(one), sizeOf(other)]
  return a.kind === b.kind ? a.size - b.size : undefined
}

function sizeOf(limit: Limit): { readonly kind: string; readonly size: number } {
  const { unit, amount } = amountOf(limit)
  return { kind: UNITS[unit].kind, size: amount * UNITS[unit].size }
}

function promiseFindings(promised: Limit, { statutory }: Version): readonly Found[] {
  if (!statutory) return []
  const longer = compare(promised, statutory)
  if (longer === undefined) return [found('units-differ', '.statutory', { one: promised, other: statutory })]
  if (longer <= 0) return []
  return [
    found('promised-longer-than-statutory', '.target', { promised, statutory }),
    found('limit-never-binds', '.target', { limit: promised, why: 'statutory-first' }),
  ]
}

/** A stage binds one case, so only a target that binds each case can be compared with it. */
function stageFindings(whole: Limit, { target, measure, stages = {} }: Version): readonly Found[] {
  const limits = Object.entries(stages).flatMap(([stage, rule]) => (rule?.limit ? [{ stage, limit: rule.limit }] : []))
  if (target.kind !== 'each') return []
  const single = limits.flatMap(({ stage, limit }) => {
    const longer = compare(limit, whole)
    if (longer === undefined) return [found('units-differ', `.stages.${stage}.limit`, { one: limit, other: whole })]
    return longer > 0 ? [found('stage-exceeds-whole', `.stages.${stage}.limit`, { stage, limit, whole })] : []
  })
  const isMeasured = measure !== 'span' && single.length === 0 && limits.length > 0
  return isMeasured
    ? togetherFindings(
        whole,
        limits.map(({ limit }) => limit),
        { isSum: measure === 'sum', isAll: limits.length === Object.keys(stages).length },
      )
    : single
}

/** Stages that add up take together what each takes; where every one has a limit, the whole takes no more than all of them. */
function togetherFindings(
  whole: Limit,
  limits: readonly Limit[],
  { isSum, isAll }: { readonly isSum: boolean; readonly isAll: boolean },
): readonly Found[] {
  const { unit } = amountOf(whole)
  const total = limits.reduce((sum, limit) => sum + sizeOf(limit).size, 0)
  const longer = total - sizeOf(whole).size
  if (longer > 0 && isSum) return [found('stage-exceeds-whole', '.stages', { stage: '', limit: limitOf(unit, total / UNITS[unit].size), whole })]
  return longer < 0 && isAll ? [found('limit-never-binds', '.target', { limit: whole, why: 'stages-first' })] : []
}

/** Limits that no case can ever be under. */
function idleFindings({ starts, stops, delivery, deemedAcceptance, extension }: Version): readonly Found[] {
  const deemed =
    deemedAcceptance && starts === 'received'
      ? [found('limit-never-binds', '.deemedAcceptance', { limit: deemedAcceptance, why: 'starts-at-receipt' })]
      : []
  const delivered = delivery && stops === 'delivered' ? [found('limit-never-binds', '.delivery', { limit: delivery, why: 'stops-at-delivery' })] : []
  const longer =
    extension && sizeOf(extension.by).size === 0 ? [found('limit-never-binds', '.extension.by', { limit: extension.by, why: 'adds-nothing' })] : []
  return [...deemed, ...delivered, ...longer]
}

/** No time at all is too short for any work; no day is the day of the start itself. */
function unkeptFindings({ target, statutory, delivery, deemedAcceptance, stages = {} }: Version): readonly Found[] {
  const limits: readonly (readonly [path: string, limit: Limit | undefined])[] = [
    ['.target.limit', target.kind === 'reduction' ? undefined : target.limit],
    ['.statutory', statutory],
    ['.delivery', delivery],
    ['.deemedAcceptance', deemedAcceptance],
    ...Object.entries(stages).map(([stage, rule]) => [`.stages.${stage}.limit`, rule?.limit] as const),
  ]
  return limits.flatMap(([path, limit]) => {
    if (!limit) return []
    const { unit, amount } = amountOf(limit)
    return amount === 0 && kindOf(unit).countsTime ? [found('limit-never-kept', path, { limit })] : []
  })
}
