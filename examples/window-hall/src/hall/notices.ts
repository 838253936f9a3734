import { type Assessment, assess, type MovedCase, movedBy, type Notice, type PrintedDeadline, ServiceTimeError } from 'service-time'
import { readLayer } from 'service-time/layer'
import type { Query } from '../database/database.js'
import type { Told } from './append.js'
import { clockWith, type Posted, SCOPES, type Scope } from './calendar.js'
import { HallError } from './errors.js'
import { type Hall, write } from './hall.js'
import { type Asked, askedAt } from './policy.js'
import { noticesIn, nowIn, openCasesIn, type Recorded } from './record.js'

/** A notice with the open deadlines that it moved when it was posted. */
export interface PostedNotice extends Posted {
  readonly moved: readonly MovedCase[]
}

/**
 * Posts a notice and tells which open deadlines it moves.
 *
 * No case is taken in meanwhile: whatever was promised before is in the list, and whatever is promised after rests on the notice.
 */
export function postNotice(hall: Hall, { scope, ...told }: Told): Promise<PostedNotice> {
  if (!isScope(scope)) throw new HallError('scope-unknown', 'scope')
  const notice = noticeFrom(told)
  return write(hall, async (query) => {
    const before = await noticesIn(query, 'alone')
    if (before.some((posted) => posted.notice.id === notice.id)) throw new HallError('notice-known', 'id')
    const posted = { scope, notice }
    const after = clockWith([...before, posted])
    const moved = movesOf(await openCasesIn(query), askedAt(hall.clockOf(before), await nowIn(query)), { posted, after })
    await add(query, { ...posted, moved }, before.length + 1)
    return { ...posted, moved }
  })
}

export async function postedIn(query: Query): Promise<readonly PostedNotice[]> {
  return query<PostedNotice>('select scope, notice, moved from notices order by seq desc')
}

async function add(query: Query, { scope, notice, moved }: PostedNotice, seq: number): Promise<void> {
  const values = [seq, notice.id, scope, JSON.stringify(notice), JSON.stringify(moved)]
  await query('insert into notices (seq, id, scope, notice, moved) values ($1, $2, $3, $4::text::jsonb, $5::text::jsonb)', values)
}

/** A notice from outside, checked to its last part; the path of a fault is that in the notice. */
function noticeFrom(told: Told): Notice {
  try {
    return readLayer({ id: 'posted', notices: [told] }).notices[0] as Notice
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    throw error.with({ path: error.path.replace(/^notices\[0\]\.?/, '') })
  }
}

interface Change {
  readonly posted: Posted
  readonly after: Asked['clock']
}

/**
 * The library tells what a notice of the State Council moves. One of the hall's own is no notice to it but a layer, so there both verdicts are
 * laid side by side. A notice after which some case could not be judged any more is refused, with the error of that case.
 */
function movesOf(cases: readonly Recorded[], asked: Asked, { posted, after }: Change): readonly MovedCase[] {
  const files = cases.map(({ file }) => file)
  if (posted.scope === 'local') return files.flatMap((file) => moveOf(assess(file, asked), assess(file, { ...asked, clock: after })))
  const { moved, rejected } = movedBy(posted.notice, files, asked)
  if (rejected[0]) throw rejected[0].error
  return moved
}

function moveOf(before: Assessment, after: Assessment): readonly MovedCase[] {
  const [was, is] = [promiseOf(before), promiseOf(after)]
  return was && is && was.dueAt !== is.dueAt ? [{ id: before.id, rule: before.rule, before: was, after: is }] : []
}

/** The deadline of an open case; while it is paused, that of a resume now. */
function promiseOf({ state, dueDate, dueAt, ifResumedNow }: Assessment): PrintedDeadline | undefined {
  if (state === 'paused') return ifResumedNow
  return state === 'running' && dueDate !== undefined && dueAt !== undefined ? { dueDate, dueAt } : undefined
}

const isScope = (scope: unknown): scope is Scope => SCOPES.some((each) => each === scope)
