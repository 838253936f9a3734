import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watch } from './board-stream.js'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'

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
const cut = () => tell('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')

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

test('a connection that is lost is made anew, and the board has missed nothing', async () => {
  const [one, other] = halls
  const { boards, until, leave } = await watch(other)
  cut()
  const answers = []
  for (let i = 0; i < 20; i++) {
    const { status, body } = await one.post('/api/cases', { rule: 'gas-hookup' })
    answers.push(status)
    if (status === 201) {
      const count = () => boards.length
      for (let seen = count(); !boards.at(-1)?.includes(`${body.id} green`); seen++) await until(seen + 1)
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(answers.slice(0, -1).every((status) => status === 503)).toBe(true)
  expect(answers.at(-1)).toBe(201)
  leave()
})

test('the tables themselves refuse that a row is changed or removed', () => {
  for (const [statement, table] of [
    ["update events set event = '{}'", 'events'],
    ['delete from notices', 'notices'],
    ['truncate cases cascade', 'cases'],
  ] as const) {
    expect(() => tell(statement)).toThrow(`rows of ${table} are added, never changed`)
  }
})
