import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from 'service-time'
import { sayIn } from './words.js'

interface Layout {
  readonly title: string
  readonly language: Language
  /** Scripts of `public/`, where the page does something by itself. */
  readonly scripts?: readonly string[]
  readonly children: Child
}

/** What all pages have around them. */
export function layout({ title, language, scripts = [], children }: Layout) {
  return html`<!doctype html>${(
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${sayIn(language)('hall')}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/public/hall.css" />
        <link rel="stylesheet" href="/public/print.css" media="print" />
        {scripts.map((script) => (
          <script type="module" src={`/public/${script}`} />
        ))}
      </head>
      <body>
        <Header language={language} />
        <main>{children}</main>
      </body>
    </html>
  )}`
}

function Header({ language }: { readonly language: Language }) {
  const say = sayIn(language)
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <header>
      <strong>{say('hall')}</strong>
      <nav>
        <a href="/">{say('board')}</a>
        <a href="/cases/new">{say('newCase')}</a>
        <a href="/notices">{say('notices')}</a>
        <a href={`?lang=${other}`} hreflang={other} class="other">
          {say('other')}
        </a>
      </nav>
    </header>
  )
}
