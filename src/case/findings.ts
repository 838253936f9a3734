import type { Version } from '../policy/policy.js'
import { frozen } from '../time/frozen.js'
import type { Assessment, CapResult, Finding } from './assessment.js'
import { type Course, stopIn } from './course.js'
import type { CaseFile } from './file.js'
import type { Judgement } from './judge.js'
import type { CaseRecord } from './record.js'
import { areRecorded, isRecorded } from './runs.js'
import { NO_FINDINGS } from './settle.js'

/** What a record leaves doubtful, and what of it changed nothing. */
export function findingsOf(record: CaseRecord, judgements: readonly Judgement[]): readonly Finding[] {
  return isPlain(record) && !hasIgnored(judgements) ? NO_FINDINGS : listFindings(record, judgements)
}

/** Whether nothing in a record can be doubtful, as in most. */
function isPlain({ later, deemed, inForce, course: { stages, wasPausedAtEnd } }: CaseRecord): boolean {
  return (
    later.length === 0 &&
    deemed === undefined &&
    !wasPausedAtEnd &&
    (stages.length === 0 || inForce === undefined || areRecorded(stages, inForce.version))
  )
}

function hasIgnored(judgements: readonly Judgement[]): boolean {
  for (let i = 0; i < judgements.length; i++) if ((judgements[i] as Judgement).settled.findings.length > 0) return true
  return false
}

function listFindings({ later, deemed, course, inForce }: CaseRecord, judgements: readonly Judgement[]): readonly Finding[] {
  const findings: Finding[] = []
  for (const { index } of later) findings.push({ code: 'event-after-now', index })
  if (deemed) findings.push({ code: 'deemed-accepted', index: deemed.index })
  for (const index of course.lateRequests) findings.push({ code: 'correction-ignored', index })
  if (hasIgnored(judgements)) for (const finding of distinct(judgements)) findings.push(finding)
  if (inForce) addMissing(findings, course, inForce.version)
  if (course.wasPausedAtEnd && course.at.completed) findings.push({ code: 'paused-at-completion' })
  return findings.length === 0 ? NO_FINDINGS : findings
}

/** What came too late for two limits is told once. */
function distinct(judgements: readonly Judgement[]): Iterable<Finding> {
  const found = judgements.flatMap(({ settled }) => settled.findings)
  return new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()
}

/** Adds the stages of a decided case that are not in its record. */
function addMissing(findings: Finding[], { stages, at }: Course, version: Version): void {
  if (stages.length === 0 || version.measure === 'span' || !stopIn(at, version)) return
  for (const stage of Object.keys(version.stages ?? {})) if (!isRecorded(stages, stage)) findings.push({ code: 'stage-missing', stage })
}

/** What the rule caps, beside what the case needed. */
export function capsOf(file: CaseFile, version: Version | undefined): Assessment['caps'] {
  return version?.caps === undefined ? NO_CAPS : capsIn(file, version.caps)
}

function capsIn(file: CaseFile, { materials, steps }: NonNullable<Version['caps']>): Assessment['caps'] {
  const caps: { materials?: CapResult; steps?: CapResult } = {}
  if (materials !== undefined) caps.materials = capResult(materials, file.materials)
  if (steps !== undefined) caps.steps = capResult(steps, file.steps)
  return caps
}

/** Shared by the verdicts of all rules without caps, so that nobody may change it. */
const NO_CAPS: Assessment['caps'] = /* @__PURE__ */ frozen({})

function capResult(allowed: number, actual: number | undefined): CapResult {
  return actual === undefined ? { allowed } : { allowed, actual, isKept: actual <= allowed }
}
