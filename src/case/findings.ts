import type { Version } from '../policy/policy.js'
import type { Assessment, CapResult, Finding } from './assessment.js'
import { type Course, stopIn } from './course.js'
import type { CaseFile } from './file.js'
import type { Judgement } from './judge.js'
import type { CaseRecord } from './record.js'

/** What a record leaves doubtful, and what of it changed nothing. */
export function findingsOf({ later, deemed, course, terms }: CaseRecord, judgements: readonly Judgement[]): readonly Finding[] {
  const findings: Finding[] = []
  for (const { index } of later) findings.push({ code: 'event-after-now', index })
  if (deemed) findings.push({ code: 'deemed-accepted', index: deemed.index })
  for (const finding of distinct(judgements)) findings.push(finding)
  for (const stage of missingStages(course, terms.version)) findings.push({ code: 'stage-missing', stage })
  if (course.wasPausedAtEnd && course.at.completed) findings.push({ code: 'paused-at-completion' })
  return findings
}

/** What came too late for two limits is told once. */
function distinct(judgements: readonly Judgement[]): Iterable<Finding> {
  const found = judgements.some(({ settled }) => settled.findings.length > 0) ? judgements.flatMap(({ settled }) => settled.findings) : []
  return found.length > 0 ? new Map(found.map((finding) => [JSON.stringify(finding), finding])).values() : found
}

/** The stages of a decided case that are not in its record. */
function missingStages({ stages, at }: Course, version: Version): readonly string[] {
  if (stages.length === 0 || version.measure === 'span' || !stopIn(at, version)) return []
  const recorded = new Set(stages.map(({ name }) => name))
  return Object.keys(version.stages ?? {}).filter((stage) => !recorded.has(stage))
}

/** What the rule caps, beside what the case needed. */
export function capsOf(file: CaseFile, version: Version | undefined): Assessment['caps'] {
  const caps: { materials?: CapResult; steps?: CapResult } = {}
  const { materials, steps } = version?.caps ?? NO_CAPS
  if (materials !== undefined) caps.materials = capResult(materials, file.materials)
  if (steps !== undefined) caps.steps = capResult(steps, file.steps)
  return caps
}

const NO_CAPS: NonNullable<Version['caps']> = {}

function capResult(allowed: number, actual: number | undefined): CapResult {
  return actual === undefined ? { allowed } : { allowed, actual, isKept: actual <= allowed }
}
