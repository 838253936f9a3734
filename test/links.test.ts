import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const PAGES = [
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  ...readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.split('\\').join('/')}`)
    .filter((file) => file.endsWith('.md')),
]

const text = (page: string) => readFileSync(`${root}/${page}`, 'utf8').replace(/^```.*?^```$/gms, '')

/** What GitHub makes of a heading: small letters, hyphens for blanks, no other marks, and a number where it was there before. */
function anchorsIn(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>()
  const slugs = [...text(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => {
    const plain = (heading as string).replace(/\\/g, '').toLowerCase()
    const slug = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/ /g, '-')
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  })
  const marked = [...text(page).matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id as string)
  return new Set([...slugs, ...marked])
}

const linksIn = (page: string) =>
  [
    ...text(page)
      .replace(/`[^`\n]*`(?!\])/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].map(([, target]) => target as string)

/** Why a link leads nowhere, if it does. */
function faultOf(page: string, target: string): string | undefined {
  if (/^https?:/.test(target)) return undefined
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : posix.join(posix.dirname(page), path)
  if (!existsSync(`${root}/${file}`)) return `${target}: no such file`
  const isMissing = anchor !== undefined && file.endsWith('.md') && !anchorsIn(file).has(anchor)
  return isMissing ? `${target}: no such heading` : undefined
}

describe('every link', () => {
  test.each(PAGES)('of %s leads somewhere', (page) => {
    expect(linksIn(page).flatMap((target) => faultOf(page, target) ?? [])).toEqual([])
  })

  test('is found, and one that leads nowhere would be noticed', () => {
    expect(linksIn('README.md').length).toBeGreaterThan(10)
    expect(faultOf('README.md', 'docs/none.md')).toBe('docs/none.md: no such file')
    expect(faultOf('README.md', 'docs/errors.md#none')).toBe('docs/errors.md#none: no such heading')
    expect(faultOf('README.md', '#speed')).toBeUndefined()
  })

  test('leads to every guide from both front pages', () => {
    const guides = PAGES.filter((page) => page.startsWith('docs/guides/'))
    for (const page of ['README.md', 'README.zh-CN.md']) expect(guides.filter((guide) => !linksIn(page).includes(guide))).toEqual([])
  })
})
