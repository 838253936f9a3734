import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts Chromium, from `CHROMIUM` or from where Debian puts it. */
export function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place))
  if (executablePath === undefined) throw new Error('There is no Chromium; install it (apt-get install chromium) or name it in CHROMIUM.')
  // The sandbox of Chromium does not run as root; the pages are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** A page that was opened from a file, with all that it said, failed at or asked for. */
export interface Opened {
  readonly page: Page
  readonly said: readonly string[]
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens a text as a file, as somebody does who was sent it. */
export async function open(browser: Browser, name: string, text: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'service-time-'))
  const path = join(folder, name)
  writeFileSync(path, text)
  const context = await browser.newContext({ viewport: { width: 1160, height: 900 }, ...options })
  const page = await context.newPage()
  const said: string[] = []
  const requests: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`file://${path}`)
  const close = async () => {
    await context.close()
    rmSync(folder, { recursive: true })
  }
  return { page, said, requests, close }
}
