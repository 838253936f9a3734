import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageOf } from '../../src/render/page/page.js'
import { launch, open } from '../support/browser.js'
import { CONTENT } from '../support/page.js'

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

/** Screenshots differ from machine to machine by their fonts, so they are made and not compared. */
test.each(['zh', 'en'] as const)('the pictures of the page in %s are made', async (language) => {
  const { page, said, close } = await open(browser, 'report.html', await pageOf(CONTENT, language))
  const top = (selector: string) => page.locator(selector).evaluate((one) => one.getBoundingClientRect().top + one.ownerDocument.defaultView.scrollY)
  await page.screenshot({
    path: `${pictures}report.${language}.png`,
    clip: { x: 0, y: 0, width: 1_160, height: (await top('#rules')) - 20 },
    fullPage: true,
  })
  const y = (await top('#overdue')) - 10
  const height = (await top('tbody.case:nth-of-type(4)')) - y
  await page.screenshot({ path: `${pictures}report-overdue.${language}.png`, clip: { x: 20, y, width: 1_120, height }, fullPage: true })
  expect(said).toEqual([])
  await close()
})
