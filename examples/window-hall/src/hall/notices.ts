import { type ChangedClocks, type MovedCase, movedBy, type Notice, ServiceTimeError } from 'service-time'
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
    const clock = clockWith([...before, posted])
    const asked = askedAt(hall.clockOf(before), await nowIn(query))
    // Nothing that was posted is ever removed, so that a slip in the year would hold for good.
    if (notice.issued > asked.now.slice(0, 10)) throw new HallError('notice-ahead', 'issued')
    const moved = movesOf({ clock }, await openCasesIn(query), asked)
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

/** What the clock moves that follows from a notice. One after which some case could not be judged any more is refused, with the error of that case. */
function movesOf(change: ChangedClocks, cases: readonly Recorded[], asked: Asked): readonly MovedCase[] {
  const files = cases.map(({ file }) => file)
  const { moved, rejected } = movedBy(change, files, asked)
  if (rejected[0]) throw rejected[0].error
  return moved
}

const isScope = (scope: unknown): scope is Scope => SCOPES.some((each) => each === scope)
