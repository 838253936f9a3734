import type { Language } from '../errors.js'
import { type Day, formatDay, parseDay } from '../time/day.js'
import { asking, assertPolicy } from './assert-policy.js'
import { type FindingName, type Found, found } from './findings.js'
import { limitFindings } from './lint-limits.js'
import { originOf } from './origin.js'
import { type Conflict, isInForce, type Policy, type Rule, type Version } from './policy.js'

/** Something in a policy that its author should know of. */
export interface LintFinding {
  readonly code: FindingName
  /** A `note` says what was not compared, and is no fault. */
  readonly kind: 'fault' | 'note'
  readonly path: string
  readonly text: Readonly<Record<Language, string>>
  /** The conflicts of the sources that account for it, by the record of the version. */
  readonly known: readonly Conflict[]
}

/**
 * Looks for what a policy says that its schema lets through and its author can hardly have meant.
 *
 * Units: only limits of one kind are compared (months with years, minutes with hours); others are noted as `units-differ`.
 * Edges: a conflict of a version that names a finding in `findings` makes it `known`. A limit of 0 days is that of work done at once; one of
 * 0 minutes or hours can never be kept. A promise longer than the law is told twice: it breaks the law, and it never binds.
 * Throws: `value-invalid` for what is not a policy, `policy-invalid` for one that was never read and lacks a part.
 *
 * @example
 * lint(xiaoshan2019) //=> []
 */
export function lint(policy: Policy): readonly LintFinding[] {
  assertPolicy(policy)
  return asking(policy, () => findingsIn(policy))
}

function findingsIn(policy: Policy): readonly LintFinding[] {
  const ofRules = Object.entries(policy.rules).flatMap(([name, rule]) =>
    rule.versions.flatMap((version, i) => {
      const path = `rules.${name}.versions[${i}]`
      const all = [...limitFindings(version), ...clockFindings(version), ...dateFindings(rule, version), ...citationFindings(policy, version, path)]
      return all.map((finding) => told(finding, path, version.conflicts))
    }),
  )
  return [...unusedClocks(policy).map((finding) => told(finding, '')), ...ofRules]
}

function told({ code, path, text }: Found, place: string, conflicts: readonly Conflict[] = []): LintFinding {
  const known = conflicts.filter(({ findings }) => findings?.includes(code))
  return { code, kind: code === 'units-differ' ? 'note' : 'fault', path: place + path, text, known }
}

/** Clocks that are named for nothing. */
function unusedClocks({ clocks = {}, rules }: Policy): readonly Found[] {
  const stages = Object.values(rules).flatMap(({ versions }) => versions.flatMap((version) => Object.values(version.stages ?? {})))
  const used = new Set(stages.flatMap((stage) => stage?.clock ?? []))
  return Object.keys(clocks).flatMap((clock) => (used.has(clock) ? [] : [found('clock-unused', `clocks.${clock}`, { clock })]))
}

/** Clocks of stages that are not measured by themselves. */
function clockFindings({ measure, stages = {} }: Version): readonly Found[] {
  if (measure === 'sum') return []
  return Object.entries(stages).flatMap(([stage, { clock, limit } = {}]) =>
    clock === undefined || limit ? [] : [found('clock-idle', `.stages.${stage}.clock`, { stage, clock })],
  )
}

/** What is odd about when a version holds, beside the others of its rule. */
function dateFindings({ versions }: Rule, version: Version): readonly Found[] {
  return [...neighbourFindings(versions, version), ...targetDateFindings(versions, version)]
}

function neighbourFindings(versions: readonly Version[], version: Version): readonly Found[] {
  const { from } = version
  const earlier = versions.filter((other, i) => other.from < from || (other.from === from && i < versions.indexOf(version)))
  const running = earlier.find(({ to }) => to === undefined || to >= from)
  if (running) return [found('versions-overlap', '.from', { from, other: running.from })]
  const ended = earlier
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1)
  const next = ended && dayAfter(ended)
  return next && next < from ? [found('versions-gap', '.from', { from: next, to: formatDay((parseDay(from) - 1) as Day) })] : []
}

/** What was to be reached by a date binds from the day after. */
function targetDateFindings(versions: readonly Version[], { targetDate }: Version): readonly Found[] {
  if (targetDate === undefined) return []
  const day = parseDay(dayAfter(targetDate))
  const isMet = versions.some((version) => version.targetDate === targetDate && isInForce(version, day))
  return isMet ? [] : [found('target-date-without-version', '.targetDate', { targetDate })]
}

function dayAfter(date: string): string {
  return formatDay((parseDay(date) + 1) as Day)
}

/** A citation that leads nowhere; or, of a policy that extends another, those of another target than its own. */
function citationFindings(policy: Policy, { citations }: Version, path: string): readonly Found[] {
  const hasPlace = citations.some(({ section, row, article }) => section !== undefined || row !== undefined || article !== undefined)
  if (!hasPlace) return [found('citation-missing', '.citations', { why: 'no-place' })]
  if (policy.origins === undefined) return []
  const base = originOf(policy, `${path}.citations`)
  const isInherited = base !== policy.id && originOf(policy, `${path}.target`) === policy.id
  return isInherited ? [found('citation-missing', '.citations', { why: 'inherited', base })] : []
}
