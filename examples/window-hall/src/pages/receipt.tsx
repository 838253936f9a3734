import { raw } from 'hono/html'
import { type Language, say as sayOf } from 'service-time'
import { timeline } from 'service-time/render'
import { titlesOf } from '../hall/policy.js'
import type { Explained } from './case.js'
import { layout } from './layout.js'
import { dateIn, dueIn, instantIn } from './times.js'
import { sayIn } from './words.js'

/** What the applicant takes home: by when, why that day, and whether it may still move. */
export function receiptPage({ judged: { file, applicant, assessment }, explanation }: Explained, language: Language) {
  const say = sayIn(language)
  const words = sayOf(explanation, language)
  const { basis } = assessment
  return layout({
    title: `${say('receipt')} ${file.id}`,
    language,
    scripts: ['print.js'],
    children: (
      <article class="receipt">
        <h1>{say('receipt')}</h1>
        <dl>
          <dt>{say('case')}</dt>
          <dd>{file.id}</dd>
          <dt>{say('matter')}</dt>
          <dd>{titlesOf(file.rule)[language]}</dd>
          {applicant && [<dt>{say('applicant')}</dt>, <dd>{applicant}</dd>]}
        </dl>
        <Due explanation={explanation} language={language} />
        <figure>{raw(timeline(explanation, { language, theme: 'light' }))}</figure>
        <Lines lines={words.notes} />
        <Lines lines={words.days} />
        <footer>
          <p>{`${say('basis')}: ${explanation.matter.policy[language]} · ${say('edition')} ${basis.edition} · ${instantIn(basis.now, language)}`}</p>
          <p class="sign">
            <span>{say('signed')}</span>
            <span>{say('stamp')}</span>
          </p>
        </footer>
        <p class="screen">
          <button type="button" id="print">
            {say('print')}
          </button>
          <a href={`/cases/${file.id}`}>{say('toCase')}</a>
        </p>
      </article>
    ),
  })
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="words">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** The due date large; while the case stands still, that of a resume now. Where a notice is awaited, the span within which it will lie. */
function Due({ explanation: { assessment }, language }: Pick<Explained, 'explanation'> & { readonly language: Language }) {
  const say = sayIn(language)
  const { dueDate, dueAt, ifResumedNow, earliest, latest } = assessment
  const due = dueDate !== undefined && dueAt !== undefined ? { dueDate, dueAt } : ifResumedNow
  if (!due) return <p class="due-by">{say('noDue')}</p>
  return (
    <p class="due-by">
      {say('dueBy')} <strong>{dueIn(due, language)}</strong>
      {ifResumedNow && <small>{say('ifResumed')}</small>}
      {earliest !== undefined && latest !== undefined && (
        <small>{`${say('mayMove')}${dateIn(earliest, language)} – ${dateIn(latest, language)}`}</small>
      )}
    </p>
  )
}
