import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watch } from './board-stream.js'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'
import { wireTo } from './wire.js'

const START = '2027-01-06T09:00+08:00'
const database = emptyDatabase()
const url = database.env['DATABASE_URL'] as string
let halls: readonly [Hall, Hall]
beforeAll(async () => {
  // Both make the tables, which are not there yet, at the same time.
  halls = await Promise.all([openHall(database, START), openHall(database, START)])
})
afterAll(async () => {
  for (const hall of halls) await hall.stop()
  database.remove()
})

const tell = (statement: string) => execFileSync('psql', ['--quiet', '--command', statement, url], { stdio: 'pipe' })

test('the boards of several processes are in step, without any of them asking', async () => {
  const [one, other] = halls
  const { boards, until, leave } = await watch(other)
  const { id } = (await one.post('/api/cases', { rule: 'water-hookup' })).body
  await until(2)
  expect(boards.map((lines) => lines.includes(`${id} green`))).toEqual([false, true])
  leave()
})

test('a notice that is posted at one process counts at once in the others', async () => {
  const [one, other] = halls
  const arrangements = [{ occasion: '元旦', off: ['2027-01-01/2027-01-03'], work: ['2027-01-10'] }]
  await one.post('/api/notices', { scope: 'national', id: 'cn-2027', number: null, issued: '2026-12-28', covers: 2027, arrangements })
  expect((await other.post('/api/cases', { rule: 'water-hookup' })).body.assessment.dueDate).toBe('2027-01-11')
})

test('while the database is away it says so, stays up, and goes on when the database is back', async () => {
  const wire = await wireTo(new URL(url))
  const address = new URL(url)
  address.port = String(wire.port)
  const far = await openHall({ ...database, env: { DATABASE_URL: address.href } }, START)
  const { boards, leave } = await watch(far)
  await wire.cut()
  const refused = await far.post('/api/cases', { rule: 'gas-hookup' })
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'database-away', '1'])
  await wire.mend()
  const { id } = (
    await until(
      () => far.post('/api/cases', { rule: 'gas-hookup' }),
      ({ status }) => status === 201,
    )
  ).body
  // Recorded at another process: the board hears of it once it listens again, though it may have missed the word.
  const { id: other } = (await halls[0].post('/api/cases', { rule: 'gas-hookup' })).body
  const shown = await until(
    async () => boards.at(-1) ?? [],
    (lines) => [id, other].every((each) => lines.includes(`${each} green`)),
  )
  expect(shown.length).toBeGreaterThan(1)
  leave()
  await far.stop()
})

/** Asks again until the answer is as it should be; a test that waits too long is ended by its time limit. */
async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test('the tables themselves refuse that a row is changed or removed', () => {
  for (const [statement, table] of [
    ["update events set event = '{}'", 'events'],
    ['delete from notices', 'notices'],
    ['truncate cases cascade', 'cases'],
  ] as const) {
    expect(() => tell(statement)).toThrow(`rows of ${table} are added, never changed`)
  }
})
