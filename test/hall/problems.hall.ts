import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'

const database = emptyDatabase()
let hall: Hall
let events: string
beforeAll(async () => {
  hall = await openHall(database, '2027-01-06T09:00+08:00')
  events = `/api/cases/${(await hall.post('/api/cases', { rule: 'water-hookup' })).body.id}/events`
})
afterAll(async () => {
  await hall.stop()
  database.remove()
})

const notice = { scope: 'national', id: 'n', number: null, issued: '2026-12-01', covers: 2027, arrangements: [] }
const plain = { 'Content-Type': 'text/plain' }

/** Where, what is sent, with which headers, and what comes back. */
type Row = [title: string, to: 'cases' | 'events' | 'notices', body: unknown, problem: [status: number, code: string, path: string], headers?: object]

const rows: Row[] = [
  ['a misspelt rule', 'cases', { rule: 'water-hokup' }, [422, 'rule-unknown', 'rule']],
  ['no rule', 'cases', {}, [422, 'value-invalid', 'rule']],
  ['a number of papers that is none', 'cases', { rule: 'water-hookup', materials: -1 }, [422, 'value-invalid', 'materials']],
  ['a date that does not exist', 'cases', { rule: 'water-hookup', at: '2027-02-30T09:00' }, [422, 'instant-invalid', 'events[0].at']],
  ['an acceptance of tomorrow', 'cases', { rule: 'water-hookup', at: '2027-01-07T09:00' }, [422, 'event-ahead', 'events[0].at']],
  ['a beginning with the end', 'cases', { rule: 'water-hookup', type: 'completed' }, [422, 'opening-invalid', 'type']],
  ['an applicant that is a list', 'cases', { rule: 'water-hookup', applicant: [] }, [422, 'applicant-invalid', 'applicant']],
  ['a text that cannot be stored', 'cases', { rule: 'water-hookup', applicant: 'a\0' }, [422, 'text-unstorable', 'applicant']],
  ['half a character', 'cases', '{"rule":"water-hookup","applicant":"\\ud83d"}', [422, 'text-unstorable', 'applicant']],
  ['what is no JSON', 'cases', '{', [400, 'body-unreadable', '']],
  ['a list', 'cases', [], [400, 'body-unreadable', '']],
  ['a form of another site', 'cases', '{"rule":"water-hookup"}', [415, 'type-unsupported', ''], plain],
  ['a book', 'cases', { rule: 'x'.repeat(70_000) }, [413, 'body-too-large', '']],
  ['an event that there is not', 'events', { type: 'lost' }, [422, 'event-unknown', 'events[1].type']],
  ['a resume without a pause', 'events', { type: 'resumed' }, [409, 'event-not-allowed', 'events[1].type']],
  ['an event before the last', 'events', { type: 'completed', at: '2027-01-01T09:00' }, [409, 'event-out-of-order', 'events[1].at']],
  ['a cause that is a number', 'events', { type: 'paused', cause: 1 }, [422, 'value-invalid', 'events[1].cause']],
  ['a version that is none', 'events', { type: 'completed' }, [400, 'version-invalid', 'If-Match'], { 'If-Match': 'W/"1"' }],
  ['lists within lists', 'cases', `{"rule":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, [400, 'body-unreadable', '']],
  ['a notice of tomorrow', 'notices', { ...notice, issued: '2027-01-07' }, [422, 'notice-ahead', 'issued']],
  ['a notice of nobody', 'notices', { ...notice, scope: 'x' }, [422, 'scope-unknown', 'scope']],
  ['a notice without a year', 'notices', { ...notice, covers: '2027' }, [422, 'layer-invalid', 'covers']],
  [
    'a notice with a day that does not exist',
    'notices',
    { ...notice, arrangements: [{ occasion: '元旦', off: ['2027-02-30'], work: [] }] },
    [422, 'date-invalid', 'arrangements[0].off[0]'],
  ],
]

describe('the hall', () => {
  test.each(rows)('refuses %s with problem details', async (_title, to, body, problem, headers = {}) => {
    const path = { cases: '/api/cases', events, notices: '/api/notices' }[to]
    const { status, type, body: told } = await hall.post(path, body, { ...headers })
    expect([type, status, told.code, told.path]).toEqual(['application/problem+json', ...problem])
    expect(told).toMatchObject({ type: `urn:service-time:problem:${problem[1]}`, status, title: /./, detail: /\w.*[.?]$/s })
  })

  test('stays up, has recorded nothing of it, and has nothing to say to its keeper', async () => {
    const { body } = await hall.get('/api/cases')
    expect(body.cases.map(({ version }) => version)).toEqual([1])
    expect((await hall.get('/api/notices')).text).toBe('[]')
    expect(hall.said()).toBe('')
  })

  test.each(['XS-2027-9999', 'x', '%00', '%E0%A4%A'])('does not know the case %s', async (id) => {
    for (const answer of [await hall.get(`/api/cases/${id}`), await hall.post(`/api/cases/${id}/events`, { type: 'completed' })]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'case-unknown'])
    }
  })

  test.each([
    ['DELETE', '/api/cases', 'GET, POST'],
    ['PUT', '/api/cases/x', 'GET'],
    ['GET', '/api/cases/x/events', 'POST'],
    ['PATCH', '/api/notices', 'GET, POST'],
  ])('names what can be asked in place of %s %s', async (method, path, allowed) => {
    const answer = await fetch(`${hall.url}${path}`, { method, headers: { 'Accept-Language': 'en' } })
    expect([answer.status, answer.headers.get('allow'), answer.headers.get('content-type')]).toEqual([405, allowed, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ code: 'method-unsupported', title: 'Method not taken', detail: expect.stringContaining('Allow') })
  })

  test('says what is wrong in the language that is asked for', async () => {
    const told = async (language: string) => (await hall.post('/api/cases', { rule: 'water-hokup' }, { 'Accept-Language': language })).body.detail
    expect(await told('zh-CN,zh;q=0.9')).toContain('本政策没有规则“water-hokup”')
    expect(await told('en-GB')).toContain('"water-hokup" is not a rule of this policy')
  })

  test('answers people with a page, and programs with problem details', async () => {
    const page = await hall.get('/cases/XS-2027-9999', { Accept: 'text/html', 'Accept-Language': 'en' })
    expect([page.status, page.type]).toEqual([404, 'text/html; charset=UTF-8'])
    expect(page.text).toContain('There is no such case.')
    expect((await hall.get('/nowhere')).body).toMatchObject({ status: 404, code: 'page-unknown' })
  })
})
