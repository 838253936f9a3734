import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../support/browser.js'
import { dated } from '../support/dated.js'
import { CALENDAR_DAYS, MONTHS, type Row, WORKING_DAYS, WORKING_HOURS, WORKING_MINUTES } from '../support/golden.js'

/* The package as it is built, in a page: as a folder of files somewhere, and bundled with an application. */

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

const QUESTIONS = [
  ...ask(WORKING_DAYS, 'workingDays'),
  ...ask(CALENDAR_DAYS, 'calendarDays'),
  ...ask(MONTHS, 'months'),
  ...ask(WORKING_HOURS, 'workingHours'),
  ...ask(WORKING_MINUTES, 'workingMinutes'),
]

function ask(rows: readonly Row[], unit: string) {
  return rows.map(([amount, start, due]) => ({ start: dated(start), limit: { [unit]: amount }, due: dated(due) }))
}

/** What a page does with the library: the golden answers by the clock and by a case, and a case that waits. */
const SCRIPT = `
import { assess, clockFor, explain, xiaoshan2019 } from 'service-time'
const clock = clockFor(xiaoshan2019)
const dues = ${JSON.stringify(QUESTIONS)}.map(({ start, limit }) => clock.deadline(start, limit).dueAt)
const file = { id: 'W-1', rule: 'water-hookup', events: [
  { type: 'accepted', at: '2019-07-01T10:00+08:00' }, { type: 'paused', at: '2019-07-05T10:00+08:00' }, { type: 'resumed', at: '2019-07-25T15:00+08:00' },
] }
const options = { policy: xiaoshan2019, clock, now: '2019-07-25T15:00+08:00' }
globalThis.answers = { dues, water: assess(file, options).dueAt, days: explain(file, options).days.length, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
`
const page = (script: string) => `<!doctype html><meta charset="utf-8"><title>service-time</title>${script}`
const IMPORTED = page(
  `<script type="importmap">{"imports":{"service-time":"/service-time/index.js"}}</script><script type="module">${SCRIPT}</script>`,
)

/** Serves the built files as they are, and nothing else but two pages. */
function serve(pages: Readonly<Record<string, string>>) {
  return createServer(async ({ url = '/' }, response) => {
    const text = pages[url]
    const name = /^\/service-time\/([\w-]+\.js)$/.exec(url)?.[1]
    const body = text ?? (name === undefined ? undefined : await readFile(dist + name, 'utf8').catch(() => undefined))
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': text === undefined ? 'text/javascript' : 'text/html' })
    response.end(body)
  })
}

const EXPECTED = {
  dues: QUESTIONS.map(({ due }) => (due.length === 10 ? `${due}T17:00:00+08:00` : due)),
  water: '2019-07-25T17:00:00+08:00',
}

let browser: Browser
let server: ReturnType<typeof serve>
beforeAll(async () => {
  const bundled = await build({
    stdin: { contents: SCRIPT, resolveDir: dist },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    alias: { 'service-time': `${dist}index.js` },
  })
  const script = (bundled.outputFiles[0] as { text: string }).text.replaceAll('</script', '<\\/script')
  server = serve({ '/imported': IMPORTED, '/bundled': page(`<script type="module">${script}</script>`), '/favicon.ico': '' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

describe.each(['imported', 'bundled'])('the library %s by a page', (how) => {
  test.each(['Asia/Shanghai', 'America/New_York'])('gives the golden answers where the host keeps the time of %s', async (timezoneId) => {
    const context = await browser.newContext({ timezoneId })
    const opened = await context.newPage()
    const said: string[] = []
    opened.on('console', (message) => said.push(message.text()))
    opened.on('pageerror', (error) => said.push(String(error)))
    await opened.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${how}`)
    await opened.waitForFunction('globalThis.answers !== undefined')
    const answers = await opened.evaluate('globalThis.answers')
    expect(answers).toMatchObject({ ...EXPECTED, zone: timezoneId, days: expect.any(Number) })
    expect(said).toEqual([])
    await context.close()
  })
})
