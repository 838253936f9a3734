import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watch } from './board-stream.js'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'

const database = emptyDatabase()
let hall: Hall
beforeAll(async () => {
  hall = await openHall(database, '2027-01-06T10:30+08:00')
})
afterAll(async () => {
  await hall.stop()
  database.remove()
})

/** A certificate in 60 minutes of which so many will have passed in some seconds. */
async function receivedSoThat(minutes: number, inSeconds: number): Promise<string> {
  const { at } = (await hall.get('/api/cases')).body
  const received = new Date(Date.parse(at) - minutes * 60_000 + inSeconds * 1_000).toISOString()
  return (await hall.post('/api/cases', { rule: 'sixty-minute-certificate', type: 'received', at: received })).body.id
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the board', () => {
  test('changes its lights by itself when they are due to change, and is silent in between', async () => {
    const warned = await receivedSoThat(45, 8)
    const late = await receivedSoThat(60, 10)
    // What was just recorded has come to the board.
    await rest(1_500)
    const { boards, until, leave } = await watch(hall)
    await until(3)
    await rest(3_000)
    leave()
    expect(boards).toEqual([
      [`${late} yellow`, `${warned} green`],
      [`${late} yellow`, `${warned} yellow`],
      [`${late} red`, `${warned} yellow`],
    ])
  })

  test('shows to everybody who looks what any window records', async () => {
    const [one, other] = await Promise.all([watch(hall), watch(hall)])
    const { id } = (await hall.post('/api/cases', { rule: 'water-hookup' })).body
    await Promise.all([one.until(2), other.until(2)])
    for (const { boards, leave } of [one, other]) {
      expect(boards.at(-1)).toContain(`${id} green`)
      leave()
    }
  })
})
