import { type Context, Hono } from 'hono'
import { addTo, type Judged, openCase } from '../hall/append.js'
import { boardOf } from '../hall/board.js'
import { HallError } from '../hall/errors.js'
import type { Hall } from '../hall/hall.js'
import { judgedIn } from '../hall/judged.js'
import { postedIn, postNotice } from '../hall/notices.js'
import { possibleAfter } from '../hall/possible.js'
import { bodyOf, expectedBy } from './body.js'

/** The hall for programs, and for the forms of its own pages. */
export const apiOf = (hall: Hall): Hono => new Hono().route('/cases', casesOf(hall)).route('/notices', noticesOf(hall))

function casesOf(hall: Hall): Hono {
  const cases = new Hono()
  cases.get('/', async (c) => {
    const { at, lines, nextChangeAt } = await boardOf(hall)
    return c.json({ at, nextChangeAt, cases: lines })
  })
  cases.post('/', async (c) => {
    const judged = await openCase(hall, await bodyOf(c))
    return c.json(shown(judged), 201, { Location: `/api/cases/${judged.file.id}`, ...tagOf(judged) })
  })
  cases.get('/:id', async (c) => {
    const { judged, asked } = await judgedIn(hall, c.req.param('id'))
    return c.json({ ...shown(judged), possible: possibleAfter(judged.file, asked) }, 200, tagOf(judged))
  })
  cases.post('/:id/events', async (c) => {
    const judged = await addTo(hall, { id: c.req.param('id'), event: await bodyOf(c), expected: expectedBy(c) })
    return c.json(shown(judged), 201, tagOf(judged))
  })
  cases.all('/', allowOnly('GET, POST')).all('/:id', allowOnly('GET')).all('/:id/events', allowOnly('POST'))
  return cases
}

function noticesOf(hall: Hall): Hono {
  const notices = new Hono()
  notices.get('/', async (c) => c.json(await hall.database.transaction(postedIn)))
  notices.post('/', async (c) => c.json(await postNotice(hall, await bodyOf(c)), 201))
  notices.all('/', allowOnly('GET, POST'))
  return notices
}

/** Refuses what is asked of a place that is there by another method than those that it answers to. */
const allowOnly = (methods: string) => (c: Context) => {
  c.header('Allow', methods)
  throw new HallError('method-unsupported')
}

const shown = ({ file, applicant, version, assessment }: Judged) => ({ ...file, applicant, version, assessment })

/** A writer that sends it back as `If-Match` is refused if anything has happened meanwhile. */
const tagOf = ({ version }: Judged) => ({ ETag: `"${version}"` })
