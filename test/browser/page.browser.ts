import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOf } from '../../src/render/page/page.js'
import { launch, type Opened, open } from '../support/browser.js'
import { CONTENT } from '../support/page.js'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const LANGUAGES = ['zh', 'en'] as const

async function onPage(language: 'zh' | 'en', run: (opened: Opened) => Promise<void>, options?: BrowserContextOptions): Promise<void> {
  const opened = await open(browser, 'report.html', await pageOf(CONTENT, language), options)
  try {
    await run(opened)
  } finally {
    await opened.close()
  }
}

const shown = (page: Page) => page.locator('tbody.case:visible tr:first-child th').allTextContents()
const listed = CONTENT.overdue.listed.map(({ assessment }) => assessment.id)
const ofRule = (rule: string) => CONTENT.overdue.listed.filter(({ assessment }) => assessment.rule === rule).map(({ assessment }) => assessment.id)
const [firstRule] = CONTENT.overdue.listed.map(({ assessment }) => assessment.rule)

describe.each(LANGUAGES)('the page in %s', (language) => {
  test('opens without a word on the console, and asks for nothing but itself', () =>
    onPage(language, async ({ page, said, requests }) => {
      await page.waitForLoadState('networkidle')
      expect([said, requests.length]).toEqual([[], 1])
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en')
      expect(await shown(page)).toEqual(listed)
    }))

  test('filters its cases by text and by rule, and says how many are left', () =>
    onPage(language, async ({ page }) => {
      const count = page.locator('#shown')
      expect(await count.textContent()).toMatch(new RegExp(`^${listed.length} `))
      const [some] = listed.slice(-1) as [string]
      await page.getByRole('searchbox').fill(some.toLowerCase())
      expect(await shown(page)).toEqual([some])
      expect(await count.textContent()).toMatch(/^1 /)
      await page.getByRole('searchbox').fill('no such case')
      expect(await shown(page)).toEqual([])
      await page.getByRole('searchbox').fill('')
      await page.getByRole('combobox').selectOption(firstRule as string)
      expect(await shown(page)).toEqual(ofRule(firstRule as string))
    }))

  test('sorts its cases by the keys alone, down and up, and says so', () =>
    onPage(language, async ({ page }) => {
      const button = page.locator('#overdue-cases thead button').first()
      await page.getByRole('combobox').focus()
      await page.keyboard.press('Tab')
      expect(await button.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
      const head = page.locator('#overdue-cases thead th').first()
      await page.keyboard.press('Enter')
      expect(await head.getAttribute('aria-sort')).toBe('ascending')
      expect(await shown(page)).toEqual([...listed].sort())
      await page.keyboard.press('Space')
      expect(await head.getAttribute('aria-sort')).toBe('descending')
      expect(await shown(page)).toEqual([...listed].sort().reverse())
      expect(await page.locator('#overdue-cases thead button').count()).toBe(4)
    }))

  test('keeps each case together with its timeline when it sorts and filters', () =>
    onPage(language, async ({ page }) => {
      await page.locator('#overdue-cases thead button').first().click()
      const names = await page.locator('tbody.case:visible svg > title').allTextContents()
      expect(names.map((name) => name.split(/[,，]/)[0])).toEqual(await shown(page))
    }))

  test('tells its pictures and its parts to those who do not see them', () =>
    onPage(language, async ({ page }) => {
      const images = await page.getByRole('img').all()
      const timelines = page.locator('svg.service-time')
      expect(await timelines.count()).toBe(listed.length)
      expect(images.length).toBe(listed.length + 1 + CONTENT.rules.filter(({ figures }) => figures.times.length > 0).length)
      for (const id of listed) expect(await page.getByRole('img', { name: id }).count()).toBe(1)
      for (const role of ['main', 'banner', 'search'] as const) expect(await page.getByRole(role).count()).toBe(1)
      for (const table of await page.locator('table:visible').all()) expect(await table.getByRole('columnheader').count()).toBeGreaterThan(3)
    }))

  test.each([1_160, 700, 390])('is not wider than a window of %i pixels', (width) =>
    onPage(
      language,
      async ({ page }) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      },
      { viewport: { width, height: 800 } },
    ),
  )

  test('shows all of its cases where scripts do not run, and no controls', () =>
    onPage(
      language,
      async ({ page }) => {
        expect(await page.locator('tbody.case:visible').count()).toBe(listed.length)
        expect(await page.locator('#filter').isVisible()).toBe(false)
      },
      { javaScriptEnabled: false },
    ))

  test('runs no script but its own', () =>
    onPage(language, async ({ page, said }) => {
      await page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.wasRun = true' }))")
      expect(await page.evaluate('window.wasRun')).toBeUndefined()
      expect(said.join()).toMatch(/Content Security Policy/)
    }))

  test('is dark where the screen asks for it, and white on paper', () =>
    onPage(
      language,
      async ({ page }) => {
        const colours = () =>
          page.evaluate(
            "[document.body, document.querySelector('svg.service-time > rect')].map((one, i) => getComputedStyle(one)[i ? 'fill' : 'backgroundColor'])",
          )
        expect(await colours()).toEqual(['rgb(13, 17, 23)', 'rgb(13, 17, 23)'])
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
        expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)'])
        expect(await page.locator('#filter').isVisible()).toBe(false)
      },
      { colorScheme: 'dark' },
    ))
})
