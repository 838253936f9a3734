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

const opened = async (rule: string, at: string) => (await hall.post('/api/cases', { rule, at })).body.id
const dueOf = async (id: string) => (await hall.get(`/api/cases/${id}`)).body.assessment.dueAt
const national = {
  scope: 'national',
  id: 'cn-2027',
  number: '国办发明电〔2026〕9号',
  issued: '2026-12-28',
  covers: 2027,
  arrangements: [{ occasion: '元旦', off: ['2027-01-01/2027-01-03'], work: ['2027-01-10'] }],
}
const typhoon = {
  scope: 'local',
  id: 'typhoon',
  number: null,
  issued: '2027-01-06',
  covers: 2027,
  arrangements: [{ occasion: '台风', off: ['2027-01-08'], work: [] }],
}

describe('a new notice', () => {
  let water: string
  let network: string

  test('of the State Council moves open deadlines, and is answered with those that it has moved', async () => {
    water = await opened('water-hookup', '2027-01-06T08:30+08:00')
    network = await opened('network-hookup', '2027-01-06T08:30+08:00')
    expect(await dueOf(water)).toBe('2027-01-12T17:00:00+08:00')
    const { status, body } = await hall.post('/api/notices', national)
    expect(status).toBe(201)
    const move = {
      before: { dueDate: '2027-01-12', dueAt: '2027-01-12T17:00:00+08:00' },
      after: { dueDate: '2027-01-11', dueAt: '2027-01-11T17:00:00+08:00' },
    }
    expect(body.moved).toEqual([{ id: water, rule: 'water-hookup', ...move, limits: [{ kind: 'promised', ...move }] }])
    expect((await hall.get('/?lang=en')).text).toContain('was <s>Tue 2027-01-12 17:00</s>')
    expect([await dueOf(water), await dueOf(network)]).toEqual(['2027-01-11T17:00:00+08:00', '2027-01-08T17:00:00+08:00'])
  })

  test('of the hall itself moves them as well, those of paused cases too', async () => {
    await hall.post(`/api/cases/${network}/events`, { type: 'paused', cause: 'site-survey' })
    const { body } = await hall.post('/api/notices', typhoon)
    expect(body.moved.map(({ id, before, after }) => [id, before.dueDate, after.dueDate])).toEqual([
      [water, '2027-01-11', '2027-01-12'],
      [network, '2027-01-08', '2027-01-10'],
    ])
  })

  test('is posted once', async () => {
    const { status, body } = await hall.post('/api/notices', national)
    expect([status, body.code]).toEqual([409, 'notice-known'])
  })

  test('shows on the page of notices; on the board no more, once a deadline is again what was promised at first', async () => {
    const { text } = await hall.get('/notices?lang=zh')
    expect(text).toContain('国办发明电〔2026〕9号')
    expect(text.replace(/<[^>]+>/g, ' ')).toMatch(new RegExp(`${water}\\s+供水报装接入\\s+2027年1月12日 周二 17:00\\s+2027年1月11日 周一 17:00`))
    expect((await hall.get('/?lang=en')).text).not.toContain('<s>')
  })
})

describe('a notice of the hall', () => {
  test('settles no year: the notice of the State Council is still awaited', async () => {
    const other = emptyDatabase()
    const window = await openHall(other, '2027-01-06T09:00+08:00')
    await window.post('/api/notices', typhoon)
    const { assessment } = (await window.post('/api/cases', { rule: 'water-hookup' })).body
    expect([assessment.dueDate, assessment.awaits]).toEqual(['2027-01-13', ['cn-2027']])
    await window.stop()
    other.remove()
  })
})

describe('cases that are taken in while a notice is posted', () => {
  test('are promised by the notice, or are among those that it has moved', async () => {
    const other = emptyDatabase()
    const window = await openHall(other, '2027-01-06T09:00+08:00')
    const accept = () => window.post('/api/cases', { rule: 'water-hookup' })
    const before = Array.from({ length: 15 }, accept)
    const posting = window.post('/api/notices', national)
    const after = Array.from({ length: 15 }, accept)
    const cases = (await Promise.all([...before, ...after])).map(({ body }) => body)
    const moved = (await posting).body.moved.map(({ id }) => id)
    const promisedFor = (date: string) => cases.flatMap(({ id, assessment }) => (assessment.dueDate === date ? [id] : []))
    expect(promisedFor('2027-01-12').sort()).toEqual([...moved].sort())
    expect(promisedFor('2027-01-11').length).toBe(30 - moved.length)
    await window.stop()
    other.remove()
  })
})
