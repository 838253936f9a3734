import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.js'
import { emptyDatabase } from './database.js'
import { type Hall, openHall } from './hall.js'

const pictures = fileURLToPath(new URL('../../examples/window-hall/pictures/', import.meta.url))
const database = emptyDatabase()
let browser: Browser
let hall: Hall
let receipt: string
beforeAll(async () => {
  browser = await launch()
  hall = await openHall(database, '2027-01-06T10:30+08:00')
  receipt = await fill(hall)
})
afterAll(async () => {
  await browser?.close()
  await hall?.stop()
  database.remove()
})

/** A morning in the hall; gives the case whose receipt is shown. */
async function fill(hall: Hall): Promise<string> {
  const accept = async (rule: string, at: string, rest: object = {}) => (await hall.post('/api/cases', { rule, at: `${at}+08:00`, ...rest })).body.id
  const add = (id: string, event: object) => hall.post(`/api/cases/${id}/events`, event)
  await accept('gas-hookup', '2026-12-28T10:00')
  await accept('network-hookup', '2027-01-04T14:00')
  await accept('sixty-minute-certificate', '2027-01-06T09:50', { type: 'received' })
  const id = await accept('water-hookup', '2027-01-06T09:12', { applicant: '萧山一号餐饮店' })
  const licence = await accept('ordinary-licence', '2026-12-14T09:30')
  await add(licence, { type: 'paused', cause: 'hearing', at: '2026-12-21T09:00+08:00' })
  const done = await accept('real-estate-registration', '2026-12-30T15:00')
  await add(done, { type: 'completed' })
  await accept('investment-project', '2026-11-20T10:00')
  const arrangements = [{ occasion: '元旦', off: ['2027-01-01/2027-01-03'], work: ['2027-01-10'] }]
  await hall.post('/api/notices', {
    scope: 'national',
    id: 'cn-2027',
    number: '国办发明电〔2026〕9号',
    issued: '2026-12-28',
    covers: 2027,
    arrangements,
  })
  return id
}

/** Screenshots differ from machine to machine by their fonts, so they are made and not compared. */
test.each(['zh', 'en'] as const)('the pictures of the hall in %s are made', async (language) => {
  const context = await browser.newContext({ locale: language, viewport: { width: 1_080, height: 900 }, deviceScaleFactor: 1.25 })
  const page = await context.newPage()
  await page.goto(`${hall.url}/?lang=${language}`)
  await page.screenshot({ path: `${pictures}board.${language}.png`, clip: { x: 0, y: 0, width: 1_080, height: (await bottom(page, 'table')) + 20 } })
  // As on a sheet of A5, with its margins.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 560, height: 794 })
  await page.goto(`${hall.url}/cases/${receipt}/receipt`)
  await page.addStyleTag({ content: 'main { padding: 38px !important }' })
  await page.screenshot({ path: `${pictures}receipt.${language}.png`, fullPage: true })
  expect(await page.title()).toContain(receipt)
  await context.close()
})

const bottom = (page: Page, element: string) => page.locator(element).evaluate((one) => one.getBoundingClientRect().bottom)
