import { assess, explain, movedBy, reassess, say } from '../../dist/index.js'
import { pick } from './values.js'

/* What can be asked of a case. */

const anyDate = (next) => new Date(Date.UTC(2019, next(24), 1 + next(28))).toISOString().slice(0, 10)

function explained(file, { next, ...options }) {
  const explanation = explain(file, options)
  for (const language of ['zh', 'en']) {
    const { text } = say(explanation, language, next(2) === 0 ? {} : { columns: 16 + next(80) })
    if (/undefined|NaN|\[object/.test(text)) throw new Error(`an explanation says: ${text}`)
  }
}

function reassessed(file, { policy, clock, clocks, now, next }) {
  const asOf = anyDate(next)
  return reassess(file, { policy, clock, clocks, asOf, ...(next(2) === 0 && { now }) })
}

/** A notice that moves some days of the new year, and one that closes some week. */
const NOTICES = [
  {
    id: 'new-year',
    number: null,
    issued: '2020-10-01',
    covers: 2020,
    arrangements: [{ occasion: '元旦', off: ['2020-01-01/2020-01-03'], work: ['2020-01-04'] }],
  },
  { id: 'storm', number: null, issued: '2019-08-09', covers: 2019, arrangements: [{ occasion: '台风', off: ['2019-08-12/2019-08-16'], work: [] }] },
]

/** A case that is refused is told beside the others, with its place; its error is thrown here, as by every other question. */
function moved(file, { next, ...options }) {
  const { moved, unmoved, rejected } = movedBy(pick(next, NOTICES), [file], options)
  if (moved.length + unmoved + rejected.length !== 1) throw new Error('a case is lost')
  if (rejected[0]) throw rejected[0].error
}

function judged(file, { next: _, ...options }) {
  assess(file, options)
}

/** Of five hundred questions so many; another calendar takes some milliseconds to compile. */
const SHARES = [
  [478, 'assess', judged],
  [20, 'explain', explained],
  [1, 'reassess', reassessed],
  [1, 'movedBy', moved],
]

export const QUESTIONS = SHARES.flatMap(([share, ...question]) => Array.from({ length: share }, () => question))
