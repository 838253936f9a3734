import type { Browser } from 'playwright-core'
import { cn } from 'service-time'
import { timeline, yearCalendar } from 'service-time/render'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open } from '../support/browser.js'
import { explanations } from '../support/page.js'
import { EXPLANATIONS } from '../support/pictures.js'
import { RULES } from '../support/rule-pictures.js'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

interface Box {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the texts of each picture of a page lie, as the fonts of this machine draw them. */
const BOXES = `Array.from(document.querySelectorAll('svg'), (svg) => ({
  width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height,
  boxes: Array.from(svg.querySelectorAll('text'), (one) => { const { x, y, width, height } = one.getBBox(); return { text: one.textContent, x, y, width, height } }),
}))`

/** Ascent and descent of a font reach further than what is drawn. */
const isApart = (a: Box, b: Box) =>
  a.x + a.width <= b.x + 1 ||
  b.x + b.width <= a.x + 1 ||
  a.y + a.height * 0.75 <= b.y + b.height * 0.2 ||
  b.y + b.height * 0.75 <= a.y + a.height * 0.2

async function facesOf(pictures: readonly string[]): Promise<void> {
  const { page, said, close } = await open(browser, 'pictures.html', `<!doctype html><meta charset="utf-8">${pictures.join('')}`)
  try {
    const drawn = (await page.evaluate(BOXES)) as { width: number; height: number; boxes: Box[] }[]
    expect(drawn).toHaveLength(pictures.length)
    expect(said).toEqual([])
    for (const { width, height, boxes } of drawn) {
      for (const [i, box] of boxes.entries()) {
        expect([box.text, box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height]).toEqual([box.text, true])
        for (const other of boxes.slice(i + 1)) expect([box.text, other.text, isApart(box, other)]).toEqual([box.text, other.text, true])
      }
    }
  } finally {
    await close()
  }
}

describe.each(['zh', 'en'] as const)('in %s no label lies over another or beyond the picture', (language) => {
  const all = [...Object.values(EXPLANATIONS), ...Object.values(RULES), ...explanations]

  test.each([360, 720, 1_200])('of a timeline %i pixels wide', (width) => facesOf(all.map((one) => timeline(one, { language, width }))))

  test('of a year', () =>
    facesOf([320, 880, 1_400].flatMap((width) => [2019, 2026, 2027].map((year) => yearCalendar(cn, year, { language, width })))))
})

test('a picture opened by itself is one that the browser can read', async () => {
  const { page, said, close } = await open(browser, 'late.svg', timeline(EXPLANATIONS['late'] as never))
  expect(await page.evaluate('document.documentElement.namespaceURI')).toBe('http://www.w3.org/2000/svg')
  expect(said).toEqual([])
  await close()
})
