import { type Assessment, assess, readCase } from 'service-time'
import type { Query } from '../database/database.js'
import { HallError } from './errors.js'
import { type Hall, write } from './hall.js'
import { type Asked, askedAt, type HallCase, policy } from './policy.js'
import { addCase, addEvent, caseIn, nextIdIn, noticesIn, nowIn, type Recorded } from './record.js'

/** A case with the verdict on it. */
export interface Judged extends Recorded {
  readonly assessment: Assessment
}

/** What a window is told; all of it comes from outside, so nothing is known of it. */
export type Told = Readonly<Record<string, unknown>>

/** Takes a case in under a new number, with its first event. */
export function openCase(hall: Hall, told: Told): Promise<Judged> {
  const { rule, applicant = '', materials, steps, type = 'accepted', at } = told
  if (typeof applicant !== 'string' || applicant.length > 100) throw new HallError('applicant-invalid', 'applicant')
  if (type !== 'accepted' && type !== 'received') throw new HallError('opening-invalid', 'type')
  return write(hall, async (query) => {
    const asked = await askedIn(query, hall)
    // What is refused takes no number.
    const draft = readCase({ id: 'new', rule, materials, steps, events: [{ type, at: at ?? asked.now }] }, policy)
    const assessment = judgedBy(draft, asked)
    const id = await nextIdIn(query, asked.now.slice(0, 4))
    const file = { ...draft, id }
    const judged = { file, applicant, version: 1, assessment: { ...assessment, id } }
    await addCase(query, judged)
    await addEvent(query, file)
    return judged
  })
}

/** What happens to a case; without `at` it happens now. */
export interface Happening {
  readonly id: string
  readonly event: Told
  /** The version that the writer has seen; without it, whatever the case has come to by now. */
  readonly expected?: number | undefined
}

/** Adds an event to a case, if it is possible after those before it. */
export function addTo(hall: Hall, { id, event, expected }: Happening): Promise<Judged> {
  return write(hall, async (query) => {
    const { file: before, applicant, version } = await caseIn(query, id)
    const asked = await askedIn(query, hall)
    if (expected !== undefined && expected !== version) throw new HallError('version-stale')
    const file = readCase({ ...before, events: [...before.events, { ...event, at: event['at'] ?? asked.now }] }, policy)
    const judged = { file, applicant, version: version + 1, assessment: judgedBy(file, asked) }
    await addEvent(query, file)
    return judged
  })
}

/** Asks now, by the notices that have been posted. */
export async function askedIn(query: Query, { clockOf }: Hall): Promise<Asked> {
  return askedAt(clockOf(await noticesIn(query)), await nowIn(query))
}

/** The library refuses what cannot happen, with the place of it; what is dated later it lets be, and the hall does not. */
function judgedBy(file: HallCase, asked: Asked): Assessment {
  const assessment = assess(file, asked)
  const ahead = assessment.findings.find((finding) => finding.code === 'event-after-now')
  if (ahead) throw new HallError('event-ahead', `events[${ahead.index}].at`)
  return assessment
}
