import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { emptyDatabase } from './database.js'
import { type Body, type Hall, openHall } from './hall.js'

const START = '2027-01-06T09:00+08:00'

/** What a writer was told is recorded. */
interface Acknowledged {
  readonly id: string
  readonly version: number
  readonly cause: string
}

const causeOf = ({ events }: Body, version: number) => {
  const event = events[version - 1]
  return event && 'cause' in event ? event.cause : undefined
}

describe('many windows at one case', () => {
  const database = emptyDatabase()
  let halls: readonly Hall[]
  beforeAll(async () => {
    halls = await Promise.all(Array.from({ length: database.isShared ? 2 : 1 }, () => openHall(database, START)))
  })
  afterAll(async () => {
    for (const hall of halls) await hall.stop()
    database.remove()
  })
  const hallOf = (i: number) => halls[i % halls.length] as Hall
  const opened = async () => (await hallOf(0).post('/api/cases', { rule: 'gas-hookup' })).body.id

  test('lose nothing: each event is recorded once, under the number that its writer was told', async () => {
    const id = await opened()
    const causes = Array.from({ length: 60 }, (_, i) => `c${i}`)
    const pause = async (cause: string, i: number) => (await hallOf(i).post(`/api/cases/${id}/events`, { type: 'paused', cause })).body.version
    const told = await Promise.all(causes.map(pause))
    const { body } = await hallOf(1).get(`/api/cases/${id}`)
    expect(told.map((version) => causeOf(body, version))).toEqual(causes)
    expect(body.events.length).toBe(1 + causes.length)
  })

  test('that have all seen the same version win once', async () => {
    const id = await opened()
    const decide = (i: number) => hallOf(i).post(`/api/cases/${id}/events`, { type: 'paused', cause: 'x' }, { 'If-Match': '"1"' })
    const statuses = (await Promise.all(Array.from({ length: 20 }, (_, i) => decide(i)))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, ...Array.from({ length: 19 }, () => 412)])
  })
})

describe('a hall that is killed in the middle of its work', () => {
  test('has lost nothing that it had acknowledged, however often it is killed', async () => {
    const database = emptyDatabase()
    const acknowledged: Acknowledged[] = []
    const kills = inject('server') ? 6 : 2
    for (let round = 1; round <= kills; round++) {
      const hall = await openHall(database, START)
      const work = Array.from({ length: 8 }, (_, i) => workUntilKilled(hall, `${round}-${i}`, acknowledged))
      await reached(acknowledged, acknowledged.length + 40)
      await hall.kill()
      await Promise.all(work)
    }
    const hall = await openHall(database, START)
    const cases = new Map<string, Body>()
    for (const { id } of acknowledged) if (!cases.has(id)) cases.set(id, (await hall.get(`/api/cases/${id}`)).body)
    const lost = acknowledged.filter(({ id, version, cause }) => causeOf(cases.get(id) as Body, version) !== cause)
    expect([acknowledged.length >= kills * 40, lost]).toEqual([true, []])
    await hall.stop()
    database.remove()
  })
})

/** Opens a case and adds to it, one event after the other, until nobody answers. */
async function workUntilKilled(hall: Hall, name: string, acknowledged: Acknowledged[]): Promise<void> {
  try {
    const { id } = (await hall.post('/api/cases', { rule: 'gas-hookup' })).body
    for (let i = 0; ; i++) {
      const cause = `${name}-${i}`
      const { status, body } = await hall.post(`/api/cases/${id}/events`, { type: 'paused', cause })
      if (status !== 201) throw new Error(`${status}: ${body.detail}`)
      acknowledged.push({ id, version: body.version, cause })
    }
  } catch (error) {
    // What `fetch` throws when the connection is gone.
    if (!(error instanceof TypeError)) throw error
  }
}

async function reached(list: readonly unknown[], count: number): Promise<void> {
  while (list.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
}
