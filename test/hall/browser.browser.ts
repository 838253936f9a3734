import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../support/browser.js'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'

const START = '2027-01-06T10:30+08:00'
const database = emptyDatabase()
let browser: Browser
let hall: Hall
beforeAll(async () => {
  browser = await launch()
  hall = await openHall(database, START)
})
afterAll(async () => {
  await browser?.close()
  await hall?.stop()
  database.remove()
})

/** A page in a language, in a zone that is not the hall's; what it says on its console fails the test, if it is not expected. */
async function onPage(language: 'zh' | 'en', path: string, run: (page: Page) => Promise<void>, expected = /^$/): Promise<void> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const context = await browser.newContext({ locale, timezoneId: 'America/New_York', viewport: { width: 1_160, height: 900 } })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  await page.goto(`${hall.url}${path}`)
  await run(page)
  await context.close()
  expect(said.filter((text) => !expected.test(text))).toEqual([])
}

const line = (page: Page, id: string) => page.locator(`#${id}`)

describe('a clerk', () => {
  test('takes a case in, pauses, resumes and completes it, and hands it over, with clicks alone', () =>
    onPage('zh', '/cases/new', async (page) => {
      await page.getByLabel('办理事项').selectOption('water-hookup')
      await page.getByLabel('申请人').fill('张三')
      await page.getByRole('button', { name: '提交' }).click()
      await page.waitForURL(/XS-2027-\d+$/)
      await page.getByLabel('事由').fill('现场勘查')
      for (const step of ['暂停', '恢复', '办结', '送达']) {
        await page.getByRole('button', { name: step, exact: true }).click()
        await page.locator('.history li', { hasText: step }).waitFor()
      }
      await page.getByText('此件已办结，不再登记。').waitFor()
      expect(await page.locator('.history strong').allTextContents()).toEqual(['受理', '暂停', '恢复', '办结', '送达'])
    }))

  test('takes a case in once, however often the button is clicked, and another from the page that was left', () =>
    onPage('en', '/cases/new', async (page) => {
      const taken = async () => (await hall.get('/api/cases')).body.cases.length
      const before = await taken()
      for (const cases of [1, 2]) {
        await page.getByLabel('Matter').selectOption('water-hookup')
        await page.getByRole('button', { name: 'Submit' }).dblclick()
        await page.waitForURL(/XS-2027-\d+$/)
        expect(await taken()).toBe(before + cases)
        await page.goBack()
      }
    }))

  test('extends a licence by working days, with a reason', () =>
    onPage('en', '/cases/new', async (page) => {
      await page.getByLabel('Matter').selectOption('ordinary-licence')
      await page.getByRole('button', { name: 'Submit' }).click()
      await page.waitForURL(/XS-2027-\d+$/)
      await page.getByLabel('By').fill('10')
      await page.getByLabel('Reason').fill('many papers')
      await page.getByRole('button', { name: 'Extend' }).click()
      await page.locator('.history', { hasText: '10 working days · many papers' }).waitFor()
    }))

  test('who looks at an old page does not decide over what has happened since', async () => {
    const { id } = (await hall.post('/api/cases', { rule: 'gas-hookup' })).body
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${hall.url}/cases/${id}`)
    await hall.post(`/api/cases/${id}/events`, { type: 'paused', cause: 'x' })
    await page.getByRole('button', { name: 'Complete' }).click()
    await page.getByText('Something has happened to this case since you read it; read it again first.').waitFor()
    expect((await hall.get(`/api/cases/${id}`)).body.version).toBe(2)
    await context.close()
  })

  test('posts a notice, and sees which deadlines it has moved', async () => {
    const { id } = (await hall.post('/api/cases', { rule: 'water-hookup' })).body
    await onPage('en', '/notices', async (page) => {
      await page.getByLabel('Id', { exact: true }).fill('cn-2027')
      await page.getByLabel('Issued').fill('2026-12-28')
      await page.getByLabel('Year').fill('2027')
      await page.getByRole('button', { name: 'Submit' }).click()
      await page.locator('#cn-2027').waitFor()
      const moved = page.locator('#cn-2027 tr', { hasText: id })
      expect(await moved.locator('td').allTextContents()).toEqual([id, 'Water hook-up', 'Tue 2027-01-12 17:00', 'Mon 2027-01-11 17:00'])
      await page.getByRole('link', { name: 'Board' }).click()
      await line(page, id).getByText('was Tue 2027-01-12 17:00').waitFor()
    })
  })
})

describe('the board in the hall', () => {
  test('turns its lights by itself, with no request of its page but the one that stays open', () =>
    onPage('en', '/', async (page) => {
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      const { at } = (await hall.get('/api/cases')).body
      const received = new Date(Date.parse(at) - 45 * 60_000 + 5_000).toISOString()
      const { id } = (await hall.post('/api/cases', { rule: 'sixty-minute-certificate', type: 'received', at: received })).body
      await line(page, id).getByText('In time').waitFor()
      await line(page, id).getByText('Soon due').waitFor()
      expect(await line(page, id).getAttribute('class')).toBe('changed')
      // The stream may be asked for just after the page is there, and is asked for once.
      expect(requests.filter((url) => url !== `${hall.url}/board/stream`)).toEqual([])
      expect(requests.length).toBeLessThanOrEqual(1)
    }))

  test('finds its hall again after it was closed and opened', () => {
    const reopen = async (page: Page) => {
      const { port } = new URL(hall.url)
      await hall.stop()
      hall = await openHall({ ...database, env: { ...database.env, PORT: port } }, START)
      const { id } = (await hall.post('/api/cases', { rule: 'water-hookup' })).body
      await line(page, id).getByText('正常').waitFor()
    }
    // The browser says itself that nobody was there for a while.
    return onPage('zh', '/', reopen, /net::ERR/)
  })
})

describe('the receipt', () => {
  test('is printed on one sheet of A5, without what is for the screen', async () => {
    const { id } = (await hall.post('/api/cases', { rule: 'water-hookup', applicant: '张三' })).body
    await onPage('zh', `/cases/${id}/receipt`, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('nav').isVisible()).toBe(false)
      expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
      expect(await page.locator('.due-by strong').textContent()).toMatch(/^2027年1月\d+日 周. 17:00$/)
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets) ?? []
      // A5 in points, to the pixel of the browser.
      expect([Math.abs(Number(width) - 419.5) < 1, Math.abs(Number(height) - 595.3) < 1]).toEqual([true, true])
      expect(sheets.match(/\/Type \/Page\b/g)?.length).toBe(1)
    })
  })
})
