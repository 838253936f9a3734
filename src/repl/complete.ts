import { EVENT_TYPES } from '../case/file.js'
import type { Policy } from '../policy/policy.js'
import { UNIT_NAMES } from '../time/limit.js'
import type { Session } from './session.js'

/** Names that fit, and the part of the line that they stand for. */
export type Completion = readonly [names: readonly string[], part: string]

/** What is written, and whose names come next. */
interface Place {
  readonly before: RegExp
  readonly names: (session: Session) => readonly string[]
}

const OPEN = `(['"\`])`

/** Places inside a text that is still open; the first that fits the line decides. */
const PLACES: readonly Place[] = [
  { before: place(`\\b(?:assess|explain)\\(\\s*${OPEN}`), names: ({ cases }) => Object.keys(cases) },
  { before: place(`\\bcases\\[\\s*${OPEN}`), names: ({ cases }) => Object.keys(cases) },
  { before: place(`\\bpolicies\\[\\s*${OPEN}`), names: ({ policies }) => Object.keys(policies) },
  { before: place(`\\b(?:deadline\\(.*,\\s*|rule\\s*:\\s*|rules\\[\\s*)${OPEN}`), names: (session) => ruleNames(session) },
  { before: place(`\\btype\\s*:\\s*${OPEN}`), names: () => EVENT_TYPES },
  { before: place(`\\bstage\\s*:\\s*${OPEN}`), names: (session) => namesIn('stages', session) },
  { before: place(`\\bcause\\s*:\\s*${OPEN}`), names: (session) => namesIn('causes', session) },
  { before: /\b(?:add|deadline)\(.*,\s*\{\s*()(\w*)$/, names: () => UNIT_NAMES },
  { before: /^\.lang\s+()(\S*)$/, names: () => ['zh', 'en'] },
  { before: /^\.now\s+()(\S*)$/, names: () => ['system'] },
  { before: /^\.asof\s+()(\S*)$/, names: () => ['latest'] },
]

/** Up to an open quotation mark, and the part of a name after it. */
function place(before: string): RegExp {
  return new RegExp(`${before}((?:(?!\\1).)*)$`)
}

/** What the line may go on with: names of rules, cases, stages and events where they belong; nothing where other names do. */
export function complete(line: string, session: Session): Completion | undefined {
  for (const { before, names } of PLACES) {
    const part = before.exec(line)?.[2]
    if (part !== undefined) return [names(session).filter((name) => name.startsWith(part)), part]
  }
  return undefined
}

const policiesOf = ({ policy, policies }: Session): readonly Policy[] => [policy, ...Object.values(policies).filter((other) => other !== policy)]

function ruleNames(session: Session): readonly string[] {
  return [...new Set(policiesOf(session).flatMap(({ rules }) => Object.keys(rules)))]
}

/** The names that the rules give to their stages or to the causes of pauses. */
function namesIn(part: 'stages' | 'causes', session: Session): readonly string[] {
  const versions = policiesOf(session).flatMap(({ rules }) => Object.values(rules).flatMap((rule) => rule.versions))
  return [...new Set(versions.flatMap((version) => Object.keys(version[part] ?? {})))]
}
