import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { expect, inject, test } from 'vitest'
import { emptyDatabase } from './database.js'
import { openHall } from './hall.js'

const START = '2027-01-06T09:00+08:00'

test('a hall that was closed in order, or killed, is opened again with all its cases', async () => {
  const database = emptyDatabase()
  const first = await openHall(database, START)
  const { id } = (await first.post('/api/cases', { rule: 'water-hookup' })).body
  expect(await first.stop()).toBe(0)
  const second = await openHall(database, START)
  expect((await second.post(`/api/cases/${id}/events`, { type: 'paused', cause: 'x' })).status).toBe(201)
  await second.kill()
  const third = await openHall(database, START)
  expect((await third.get(`/api/cases/${id}`)).body.version).toBe(2)
  await third.stop()
  database.remove()
})

test('a folder is opened by one hall at a time, and the second says which has it', async () => {
  const database = emptyDatabase()
  const first = await openHall(database, START)
  await expect(openHall(database, START)).rejects.toThrow(/The process \d+ has .* open\. Stop it, or set HALL_DATA to another folder/)
  expect((await first.get('/api/cases')).status).toBe(200)
  await first.stop()
  database.remove()
})

test('a folder that a process of another container has is left alone as long as that says it is there', async () => {
  const database = emptyDatabase()
  const path = `${database.env['HALL_DATA']}.pid`
  // Its number is one that is taken here as well, by this test.
  const write = () => writeFileSync(path, `${process.pid} elsewhere pid:[1]`)
  write()
  const beat = setInterval(write, 1_000)
  await expect(openHall(database, START)).rejects.toThrow(`The process ${process.pid} has`)
  clearInterval(beat)
  const hall = await openHall(database, START)
  expect(await hall.stop()).toBe(0)
  database.remove()
}, 30_000)

test('a hall whose port is taken says so, and by no stack', async () => {
  const database = emptyDatabase()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const env = { ...process.env, ...database.env, PORT: String(port), HOST: '127.0.0.1' }
  const child = spawnSync('node', ['dist/main.js'], { cwd: inject('installed'), env, encoding: 'utf8' })
  expect([child.status, child.stderr]).toEqual([1, expect.stringMatching(/^listen EADDRINUSE.*\n$/)])
  server.close()
  database.remove()
}, 30_000)

test.each([
  [{ PORT: 'x' }, 'PORT is a number from 0 to 65535'],
  [{ HALL_STARTS_AT: '2027-01-06T09:00' }, 'HALL_STARTS_AT is an instant with its offset'],
])('a hall that is told %j says what is wrong, and does not open', (env, message) => {
  const run = () => execFileSync('node', ['dist/main.js'], { cwd: inject('installed'), env: { ...process.env, ...env }, stdio: 'pipe' })
  expect(run).toThrow(message)
})

/** A program beside the hall that opens its folder, once the hall is closed. */
const CHANGE = `
import { openPglite } from './dist/database/pglite.js'
const database = await openPglite(process.env.HALL_DATA)
for (const statement of ["update events set event = '{}'", 'delete from events', 'truncate cases cascade', 'delete from notices', 'drop table nothing']) {
  await database.transaction((query) => query(statement)).catch((error) => console.log(error.message))
}
await database.close()
`

test('the tables themselves refuse that a row is changed or removed', async () => {
  const database = emptyDatabase()
  const hall = await openHall(database, START)
  await hall.post('/api/cases', { rule: 'water-hookup' })
  await hall.stop()
  const options = { cwd: inject('installed'), env: { ...process.env, ...database.env }, encoding: 'utf8' } as const
  const said = execFileSync('node', ['--input-type=module', '--eval', CHANGE], options)
  const refused = (table: string) => `rows of ${table} are added, never changed`
  expect(said.trim().split('\n')).toEqual([
    refused('events'),
    refused('events'),
    refused('cases'),
    refused('notices'),
    'table "nothing" does not exist',
  ])
  database.remove()
})

/** Counts how often the disk is asked for, while rows are added one by one. */
const COUNT = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { fsyncSync } = fs
let synced = 0
fs.fsyncSync = (file) => {
  synced++
  fsyncSync(file)
}
syncBuiltinESMExports()
const { openPglite } = await import('./dist/database/pglite.js')
const database = await openPglite(process.env.HALL_DATA)
await database.transaction((query) => query('create table lines (line int)'))
const counts = []
for (let line = 0; line < 5; line++) {
  const before = synced
  await database.transaction((query) => query('insert into lines values ($1)', [line]))
  counts.push(synced - before)
}
console.log(JSON.stringify(counts))
await database.close()
`

test('a commit is on the disk before it is acknowledged', () => {
  const database = emptyDatabase()
  const options = { cwd: inject('installed'), env: { ...process.env, ...database.env }, encoding: 'utf8' } as const
  const counts = JSON.parse(execFileSync('node', ['--input-type=module', '--eval', COUNT], options)) as number[]
  expect(counts.map((count) => count >= 1)).toEqual([true, true, true, true, true])
  database.remove()
})
