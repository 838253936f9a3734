import { fail, inContext, quote, show, type ValueFault } from '../errors.js'
import { EVENT_UNKNOWN } from '../messages/case.js'
import { NOT_CASE, NOT_CASE_ID, NOT_COUNT, NOT_EVENT, NOT_EVENTS, NOT_RULE_NAME, NOT_TEXT } from '../messages/values.js'
import { asking } from '../policy/assert-policy.js'
import { type Policy, ruleOf } from '../policy/policy.js'
import type { InstantInput } from '../time/instant.js'
import type { Limit } from '../time/limit.js'
import { isRecord } from '../time/record.js'

/** What can happen to a case. */
export const EVENT_TYPES = [
  'received',
  'accepted',
  'rejected',
  'correction-requested',
  'corrected',
  'paused',
  'resumed',
  'extended',
  'stage-started',
  'stage-finished',
  'completed',
  'withdrawn',
  'revoked',
  'delivered',
] as const

/** The type of an event. */
export type EventType = (typeof EVENT_TYPES)[number]

/**
 * One dated event of a case.
 *
 * Shape: `at` is an instant, or a date where the limit counts days; `cause` names a pause, `stage` a stage of the rule; an extension
 * adds `by` to the limit, in its unit. `revoked` takes an acceptance back; a refusal on the merits is `completed` with that `result`.
 */
export type CaseEvent<S extends string = string, C extends string = string> =
  | {
      readonly type: 'received' | 'accepted' | 'rejected' | 'correction-requested' | 'corrected' | 'withdrawn' | 'revoked' | 'delivered'
      readonly at: InstantInput
    }
  | { readonly type: 'extended'; readonly at: InstantInput; readonly by: Limit; readonly reason?: string }
  | { readonly type: 'completed'; readonly at: InstantInput; readonly result?: string }
  | { readonly type: 'paused' | 'resumed'; readonly at: InstantInput; readonly cause?: C }
  | { readonly type: 'stage-started' | 'stage-finished'; readonly at: InstantInput; readonly stage: S }

/**
 * What happened: the rule a case falls under and its events in order of time. `materials` and `steps` are what the
 * applicant had to hand in and go through, for rules that cap them.
 */
export interface CaseFile<R extends string = string, S extends string = string, C extends string = string> {
  readonly id: string
  readonly rule: R
  readonly events: readonly CaseEvent<S, C>[]
  readonly materials?: number
  readonly steps?: number
}

/** The cases of a policy: `CaseOf<typeof xiaoshan2019>` knows the names of its rules, stages and declared causes. */
export type CaseOf<P> = P extends Policy<infer R, infer S, infer C> ? CaseFile<R, S, C> : never

/**
 * Takes a value of unknown origin, such as parsed JSON, for a case of a policy.
 *
 * Edges: checks the shape and the name of the rule; the order of events is checked by `assess`.
 * Throws: `value-invalid`, `event-unknown`, `rule-unknown`, `policy-invalid`, each with the case id and the path of the fault.
 *
 * @example
 * readCase(JSON.parse('{"id":"A-1","rule":"water-hookup","events":[{"type":"accepted","at":"2019-07-01"}]}'), xiaoshan2019).rule //=> 'water-hookup'
 */
export function readCase<R extends string, S extends string, C extends string>(value: unknown, policy: Policy<R, S, C>): CaseFile<R, S, C> {
  try {
    assertCaseFile(value)
    const { rule } = value
    asking(policy, () => ruleOf(policy, rule))
    value.events.forEach(kindOfEvent)
    // The rule is one of the policy's; a stage or a cause of another is an error that `assess` names.
    return value as CaseFile<R, S, C>
  } catch (error) {
    throw inCase(value, error)
  }
}

/** An error with the name of the case, if the value has an id to name it by. */
export function inCase(value: unknown, error: unknown): unknown {
  const id = isRecord(value) ? value['id'] : undefined
  return inContext(error, typeof id === 'string' && id !== '' ? { caseId: id } : {})
}

/** An event with every field that any type of event has. */
export interface AnyEvent {
  readonly type: EventType
  readonly at: unknown
  readonly cause?: string | undefined
  readonly stage?: string | undefined
  readonly by?: unknown
  readonly reason?: string | undefined
}

/** Throws `value-invalid` unless a value has the shape of a case; fields of the user's own are let be, and what types its events have is seen as they are read. */
export function assertCaseFile(value: unknown): asserts value is CaseFile & { readonly events: readonly AnyEvent[] } {
  if (!isRecord(value)) return refuse(value, NOT_CASE, '')
  const { id, rule, materials, steps, events } = value
  if (typeof id !== 'string' || id === '') refuse(id, NOT_CASE_ID, 'id')
  if (typeof rule !== 'string') refuse(rule, NOT_RULE_NAME, 'rule')
  if (!isCount(materials)) refuse(materials, NOT_COUNT, 'materials')
  if (!isCount(steps)) refuse(steps, NOT_COUNT, 'steps')
  if (!Array.isArray(events) || events.length === 0) return refuse(events, NOT_EVENTS, 'events')
  // A list with holes has events that are none, which `forEach` passes over.
  for (let index = 0; index < events.length; index++) assertEvent(events[index], index)
}

function assertEvent(value: unknown, index: number): void {
  if (!isRecord(value)) refuse(value, NOT_EVENT, `events[${index}]`)
  const { cause, stage, result, reason } = value
  if (isText(cause) && isText(stage) && isText(result) && isText(reason)) return
  refuseText({ cause, stage, result, reason }, index)
}

function refuseText(texts: Readonly<Record<string, unknown>>, index: number): never {
  const [key, found] = Object.entries(texts).find(([, text]) => !isText(text)) as [string, unknown]
  return refuse(found, NOT_TEXT, `events[${index}].${key}`)
}

const KINDS: ReadonlyMap<unknown, number> = /* @__PURE__ */ new Map(EVENT_TYPES.map((type, kind) => [type, kind]))

/** The place of the type of an event among all types; throws `event-unknown`. */
export function kindOfEvent({ type }: Pick<AnyEvent, 'type'>, index: number): number {
  return KINDS.get(type) ?? refuseType(type, index)
}

function refuseType(type: unknown, index: number): never {
  return fail(EVENT_UNKNOWN, { index, found: show(type), allowed: EVENT_TYPES }, { path: `events[${index}].type` })
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

function isCount(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0)
}

function refuse(found: unknown, fault: ValueFault, path: string): never {
  return fail(fault, { found: quote(found) }, { path })
}
