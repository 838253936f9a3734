import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DayTable } from './table.js'

/** 64 bits: enough to tell editions apart by chance, which nobody has a reason to forge. */
const LENGTH = 16

/** A hash of all that the days of a table follow from: calendars that differ in a day, or in the notice that settles one, differ in it. */
export function editionOf({ first, last, publishedTo, weekend, marks, awaits }: DayTable): string {
  const head = [first, last, publishedTo, [...weekend].sort().join(''), ...awaits.map(({ after, notice }) => `${after} ${notice}`)]
  const days = [...marks].sort(([a], [b]) => a - b).map(([day, mark]) => [day, mark.origin, mark.isOff, mark.occasion, mark.notice, mark.noticeId])
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([head, days])))).slice(0, LENGTH)
}
