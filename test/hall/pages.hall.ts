import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'

const database = emptyDatabase()
let hall: Hall
let id: string
beforeAll(async () => {
  hall = await openHall(database, '2027-01-06T09:00+08:00')
  id = (await hall.post('/api/cases', { rule: 'water-hookup', applicant: '<b>张三</b> & "Söhne"', at: '2027-01-06T08:30+08:00' })).body.id
})
afterAll(async () => {
  await hall.stop()
  database.remove()
})

const page = async (path: string) => (await hall.get(path, { Accept: 'text/html' })).text
const words = (html: string) => html.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]+>/g, ' ')

describe('the receipt', () => {
  test('says by when and why that day, in both languages', async () => {
    const zh = words(await page(`/cases/${id}/receipt?lang=zh`))
    expect(zh).toMatch(/最迟办结时间\s+2027年1月12日 周二 17:00/)
    expect(zh).toContain('放假通知公布后可能调整：2027年1月10日 周日 – 2027年1月12日 周二')
    expect(zh).toContain('2027年1月7日 周四 工作日，以届时通知为准，计第1个工作日')
    const en = words(await page(`/cases/${id}/receipt?lang=en`))
    expect(en).toMatch(/To be done by\s+Tue 2027-01-12 17:00/)
    expect(en).toContain('Thu 2027-01-07: working day, as long as no notice says otherwise, counted as working day 1')
  })

  test('has a line of time, and a style for paper', async () => {
    const html = await page(`/cases/${id}/receipt`)
    expect(html).toContain('<svg')
    expect(html).toContain('<link rel="stylesheet" href="/public/print.css" media="print"/>')
    expect((await hall.get('/public/print.css')).text).toContain('size: A5')
  })

  test('writes the name of the applicant as it was told, and nothing of it is markup', async () => {
    expect(await page(`/cases/${id}/receipt`)).toContain('&lt;b&gt;张三&lt;/b&gt; &amp; &quot;Söhne&quot;')
  })
})

describe('the pages', () => {
  test('speak the language that was chosen last, then that of the browser', async () => {
    const { headers } = await hall.get('/?lang=en')
    expect(headers.get('set-cookie')).not.toContain('Secure')
    const [cookie] = (headers.get('set-cookie') ?? '').split(';') as [string]
    expect((await hall.get('/', { Cookie: cookie, 'Accept-Language': 'zh-CN' })).text).toContain('<h1>Board</h1>')
    expect((await hall.get('/', { 'Accept-Language': 'zh-CN' })).text).toContain('<h1>办件看板</h1>')
    expect((await hall.get('/', { 'Accept-Language': 'fr' })).text).toContain('<html lang="zh-CN">')
  })

  test('name no applicant on the board, which hangs in the hall', async () => {
    expect(await page('/')).not.toContain('张三')
    expect(await page(`/cases/${id}`)).toContain('张三')
  })

  test('offer every matter of the policy to a new case', async () => {
    const matters = [...(await page('/cases/new?lang=en')).matchAll(/<option value="([a-z0-9-]+)">([^<]+)</g)]
    expect(matters.length).toBe(20 + 2)
    expect(matters.map(([, rule]) => rule)).toContain('ordinary-licence')
  })

  test('show a case whatever its causes are called, and whatever was sent along', async () => {
    const { id: odd } = (await hall.post('/api/cases', { rule: 'gas-hookup' })).body
    const sent = [
      { type: 'paused', cause: 'constructor', by: 'hand' },
      { type: 'resumed', stage: 'toString' },
      { type: 'completed', result: '<i>', cause: '__proto__' },
    ]
    for (const event of sent) expect((await hall.post(`/api/cases/${odd}/events`, event)).status).toBe(201)
    const details = words(await page(`/cases/${odd}?lang=en`)).replace(/\s+/g, ' ')
    expect(details).toMatch(/Paused constructor .* Resumed .* Completed &lt;i&gt;/)
  })

  test('are kept from what other sites send them', async () => {
    const { headers } = await hall.get('/')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })
})
