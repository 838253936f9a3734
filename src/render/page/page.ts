import { sayMoment } from '../../case/moments.js'
import type { Language } from '../../errors.js'
import { escaped } from '../svg.js'
import type { PageContent } from './content.js'
import { says, tag } from './html.js'
import { overdueOf } from './overdue.js'
import { loadPlotter } from './plotter.js'
import { SCRIPT } from './script.js'
import { monthsOf, rulesOf, summaryOf } from './sections.js'
import { STYLE } from './style.js'
import { WORDS } from './words.js'

/** Strokes that tell what is over the limit without colours. */
const STROKES =
  '<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs><pattern id="over" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" style="fill:var(--over)"/><path d="M0 0v5" style="stroke:var(--on-over);stroke-width:1.6"/></pattern></defs></svg>'

/** A page that stands by itself: it asks for nothing from anywhere, and its policy allows it nothing but its own style and script. */
export async function pageOf(content: PageContent, language: Language): Promise<string> {
  const words = WORDS[language]
  const plotter = await loadPlotter()
  const { policy, asOf } = content
  const policyTitle = policy.titles[language]
  const main = [summaryOf(content, language), monthsOf(content, plotter, language), rulesOf(content, plotter, language), overdueOf(content, language)]
  const { assessed, measured, exempt } = countsOf(content)
  const header = tag(
    'header',
    {},
    says('h1', words.title),
    says('p', policyTitle),
    policy.status === 'draft' ? says('p', words.draft, { class: 'faint' }) : '',
    asOf === undefined ? '' : says('p', words.asOf(sayMoment(asOf, language)), { class: 'faint' }),
    says('p', words.counts(content.read, assessed, measured, exempt, content.rejected), { class: 'faint' }),
  )
  const head = tag(
    'head',
    {},
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(await policyOf(SCRIPT))}">`,
    says('title', `${words.title} – ${policyTitle}`),
    tag('style', {}, STYLE),
  )
  const skip = says('a', words.toMain, { class: 'skip', href: '#main' })
  const body = tag('body', {}, skip, STROKES, header, tag('main', { id: 'main' }, ...main), tag('script', {}, SCRIPT))
  return `<!doctype html>\n${tag('html', { lang: language === 'zh' ? 'zh-CN' : 'en' }, head, body)}\n`
}

function countsOf({ total: { outcomes } }: PageContent) {
  const { measured, exempt, ...judged } = outcomes
  return { measured, exempt, assessed: Object.values(judged).reduce((sum, n) => sum + n, 0) }
}

/** Nothing is loaded and nothing is sent; of scripts, the one that is the page's own by its hash. Charts set styles of their own. */
async function policyOf(script: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script))
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
