import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Outlook } from './outlook.js'
import type { DayTable, Ranks } from './table.js'

/** 64 bits: two editions do not come to agree by chance, and nobody has a reason to forge one. */
const LENGTH = 16

/**
 * A hash of all that the answers of a calendar follow from: of its days, with the notice that settles each, and, where some are
 * projected, of what notices may still make of them.
 */
export function editionOf(table: DayTable, outlook: Outlook | undefined): string {
  const { first, last, publishedTo, horizon, weekend, awaits, said } = table
  const { marks, settled } = said()
  const span = [first, last, publishedTo, horizon, [...weekend].sort().join(''), [...settled].sort((a, b) => a - b)]
  const awaited = awaits.map(({ after, notice, known }) => [after, notice, ...known])
  const days = [...marks].sort(([a], [b]) => a - b).map(([day, mark]) => [day, mark.origin, mark.isOff, mark.occasion, mark.notice, mark.noticeId])
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([span, awaited, days, outlook && boundsOf(table, outlook)])))).slice(0, LENGTH)
}

/** The calendars of an outlook, each once, and which of them make its pairs. */
function boundsOf(table: DayTable, { most, least, soonest, latest }: Outlook) {
  const pairs = [...soonest, ...latest]
  const ranks = [...new Set<Pick<Ranks, 'rank'>>([most, least, ...pairs.flatMap(({ from, to }) => [from, to])])]
  return [pairs.map(({ from, to }) => [ranks.indexOf(from), ranks.indexOf(to)]), ranks.map((each) => stepsFrom(table, each))]
}

/** The days at which the working days before them come to differ from those of a table in another number: few, where days are many. */
function stepsFrom({ rank }: Pick<Ranks, 'rank'>, other: Pick<Ranks, 'rank'>): readonly number[] {
  const steps: number[] = []
  let known = 0
  for (let i = 0; i < rank.length; i++) {
    const ahead = (other.rank[i] as number) - (rank[i] as number)
    if (ahead !== known) steps.push(i, ahead)
    known = ahead
  }
  return steps
}
