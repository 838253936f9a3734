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
  await page.screenshot({ path: `${pictures}report.${language}.png`, clip: { x: 0, y: 0, width: 1_160, height: 620 } })
  await page.locator('#overdue').scrollIntoViewIfNeeded()
  await page.locator('section[aria-labelledby=overdue]').screenshot({ path: `${pictures}report-overdue.${language}.png` })
  expect(said).toEqual([])
  await close()
})
