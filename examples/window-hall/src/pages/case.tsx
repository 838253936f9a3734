import { raw } from 'hono/html'
import { type Explanation, type Language, say as sayOf } from 'service-time'
import { timeline } from 'service-time/render'
import type { Judged } from '../hall/append.js'
import type { Possible } from '../hall/possible.js'
import { EventForms } from './event-forms.js'
import { EventList } from './event-list.js'
import { layout } from './layout.js'
import { brief } from './times.js'
import { colonIn, lightIn, sayIn } from './words.js'

/** A case with the reasons for its verdict. */
export interface Explained {
  readonly judged: Judged
  readonly explanation: Explanation
}

/** A case as the clerk sees it: how it stands, what has happened, and what may happen next. */
export function casePage({ judged, explanation, possible }: Explained & { readonly possible: readonly Possible[] }, language: Language) {
  const { file, version } = judged
  const say = sayIn(language)
  return layout({
    title: file.id,
    language,
    scripts: ['forms.js'],
    children: (
      <>
        <Head judged={judged} language={language} />
        <figure>{raw(timeline(explanation, { language }))}</figure>
        <Words explanation={explanation} language={language} />
        <h2>{say('next')}</h2>
        <EventForms id={file.id} version={version} possible={possible} language={language} />
        <h2>{say('events')}</h2>
        <EventList events={file.events} explanation={explanation} language={language} />
      </>
    ),
  })
}

function Head({ judged: { file, applicant, assessment }, language }: Pick<Explained, 'judged'> & { readonly language: Language }) {
  const say = sayIn(language)
  return (
    <>
      <h1>
        {file.id} <span class={`light ${assessment.light}`}>{lightIn(assessment.light, language)}</span>
      </h1>
      {applicant && <p>{`${say('applicant')}${colonIn(language)}${applicant}`}</p>}
      <p>
        <a class="button" href={`/cases/${file.id}/receipt`}>
          {say('receipt')}
        </a>
      </p>
    </>
  )
}

function Words({ explanation, language }: Pick<Explained, 'explanation'> & { readonly language: Language }) {
  const { head, notes } = sayOf(explanation, language)
  return (
    <ul class="words">
      {[...head, ...notes].map((line) => (
        <li>{brief(line)}</li>
      ))}
    </ul>
  )
}
