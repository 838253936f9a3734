import {
  type Assessment,
  assess,
  type CaseEvent,
  type Limit,
  type Policy,
  type Version,
  type XiaoshanRule,
  type XiaoshanStage,
  xiaoshan2019,
} from 'service-time'
import { hall } from './clocks.js'
import { policyOf } from './policies.js'

/** An event in short: its type, its moment, and the cause, stage or result where there is one. */
export type Short = readonly [type: CaseEvent['type'], at: string, name?: string]

export function eventsOf(shorts: readonly Short[]): CaseEvent<XiaoshanStage>[] {
  return shorts.map(([type, at, name]) => {
    const key = type.startsWith('stage-') ? 'stage' : type === 'completed' ? 'result' : 'cause'
    return { type, at, ...(name !== undefined && { [key]: name }) } as CaseEvent<XiaoshanStage>
  })
}

/** What is expected of an assessment; a field that is `undefined` must not be there. */
export type Expected = { readonly [K in keyof Assessment]?: Assessment[K] | undefined }

/** The fields of an assessment of which something is expected. */
export function toldOf(found: Assessment, expected: Expected): Expected {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, found[key as keyof Assessment]]))
}

/** A moment after every case of the tests. */
export const LATER = '2020-06-01T09:00'

/** Judges a case of a rule of Xiaoshan. */
export function judge(rule: XiaoshanRule, shorts: readonly Short[], now = LATER): Assessment {
  return assess({ id: 'C', rule, events: eventsOf(shorts) }, { policy: xiaoshan2019, clock: hall, now })
}

type Terms = Partial<Version> & { convention?: Policy['convention'] }

/** Judges a case under a policy of one rule with the given limit. */
export function judgeLimit(limit: Limit, shorts: readonly Short[], now = LATER, terms: Terms = {}): Assessment {
  return judgeEvents(limit, eventsOf(shorts), now, terms)
}

/** Judges events under a policy of one rule with the given limit. */
export function judgeEvents(limit: Limit, events: readonly CaseEvent[], now = LATER, terms: Terms = {}): Assessment {
  return assess({ id: 'C', rule: 'only', events }, { policy: policyOf(limit, terms), clock: hall, now })
}
