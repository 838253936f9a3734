import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'

const database = emptyDatabase()
let hall: Hall
beforeAll(async () => {
  hall = await openHall(database, '2027-01-06T09:00+08:00')
})
afterAll(async () => {
  await hall.stop()
  database.remove()
})

const opened = async (body: object) => (await hall.post('/api/cases', body)).body
const happened = (id: string, event: object) => hall.post(`/api/cases/${id}/events`, event)
const onBoard = async () => (await hall.get('/api/cases')).body.cases.map(({ file }) => file.id)

describe('a window', () => {
  test('takes a case in under a new number, and says by when it is due', async () => {
    const { status, headers, body } = await hall.post('/api/cases', { rule: 'water-hookup', applicant: '张三' })
    expect([status, headers.get('location'), headers.get('etag')]).toEqual([201, `/api/cases/${body.id}`, '"1"'])
    expect(body.id).toMatch(/^XS-2027-\d{4}$/)
    expect([body.applicant, body.assessment.dueAt, body.assessment.light]).toEqual(['张三', '2027-01-12T17:00:00+08:00', 'green'])
    expect((await hall.get(`/api/cases/${body.id}`)).body.events).toEqual(body.events)
  })

  test('pauses, resumes, extends, completes and hands over, each with what the library makes of it', async () => {
    const { id } = await opened({ rule: 'ordinary-licence', at: '2027-01-04T10:00+08:00' })
    const steps = [
      { type: 'paused', cause: 'hearing', at: '2027-01-04T15:00+08:00' },
      { type: 'resumed', at: '2027-01-05T09:00+08:00' },
      { type: 'extended', by: { workingDays: 10 }, reason: '材料复杂' },
      { type: 'completed', result: 'granted' },
      { type: 'delivered' },
    ]
    const states: unknown[] = []
    for (const step of steps) {
      const { status, body } = await happened(id, step)
      states.push([status, body.version, body.assessment.state, body.assessment.limit])
    }
    expect(states).toEqual([
      [201, 2, 'paused', { workingDays: 20 }],
      [201, 3, 'running', { workingDays: 20 }],
      [201, 4, 'running', { workingDays: 30 }],
      [201, 5, 'completed', { workingDays: 30 }],
      [201, 6, 'completed', { workingDays: 30 }],
    ])
  })

  test('is told what may happen next, by the rule of the case', async () => {
    const { id } = await opened({ rule: 'ordinary-licence' })
    const types = async () => [...new Set((await hall.get(`/api/cases/${id}`)).body.possible.map(({ type }) => type))]
    expect(await types()).toEqual(['completed', 'withdrawn', 'revoked', 'paused', 'extended'])
    await happened(id, { type: 'paused', cause: 'hearing' })
    expect((await hall.get(`/api/cases/${id}`)).body.possible.filter(({ type }) => type === 'resumed')).toMatchObject([{ cause: 'hearing' }])
    await happened(id, { type: 'withdrawn' })
    expect(await types()).toEqual(['delivered'])
  })

  test('keeps what it did not ask for, such as a note', async () => {
    const { id } = await opened({ rule: 'gas-hookup' })
    await happened(id, { type: 'paused', cause: 'site-survey', note: '业主改期' })
    expect((await hall.get(`/api/cases/${id}`)).body.events[1]?.note).toBe('业主改期')
  })

  test('that has read an older version is refused, and one that has read the newest is not', async () => {
    const { id } = await opened({ rule: 'water-hookup' })
    const pause = { type: 'paused', cause: 'x' }
    expect((await hall.post(`/api/cases/${id}/events`, pause, { 'If-Match': '"1"' })).headers.get('etag')).toBe('"2"')
    const stale = await hall.post(`/api/cases/${id}/events`, { type: 'completed' }, { 'If-Match': '"1"' })
    expect([stale.status, stale.body.code]).toEqual([412, 'version-stale'])
    expect((await hall.get(`/api/cases/${id}`)).body.version).toBe(2)
  })
})

describe('the board', () => {
  test('shows a case until it is handed over', async () => {
    const { id } = await opened({ rule: 'water-hookup' })
    await happened(id, { type: 'completed' })
    expect(await onBoard()).toContain(id)
    await happened(id, { type: 'delivered' })
    expect(await onBoard()).not.toContain(id)
  })

  test('shows what is late first, then what is due first', async () => {
    const { id: late } = await opened({ rule: 'water-hookup', at: '2026-12-01T10:00+08:00' })
    const { id: soon } = await opened({ rule: 'network-hookup', at: '2027-01-05T10:00+08:00' })
    const ids = await onBoard()
    expect(ids.slice(0, 2)).toEqual([late, soon])
  })
})
