import { raw } from 'hono/html'
import { formatLimit, type Language, say as sayOf } from 'service-time'
import { timeline } from 'service-time/render'
import { titlesOf } from '../hall/policy.js'
import type { Explained } from './case.js'
import { layout } from './layout.js'
import { brief, dateIn, dueIn, instantIn } from './times.js'
import { colonIn, sayIn } from './words.js'

/** So many pixels the words of the picture need; on a sheet of A5 it is drawn a little smaller. */
const WIDTH = 540

/** What the applicant takes home: by when, why that day, and whether it may still move. */
export function receiptPage({ judged, explanation }: Explained, language: Language) {
  const say = sayIn(language)
  const { notes, days } = sayOf(explanation, language)
  return layout({
    title: `${say('receipt')} ${judged.file.id}`,
    language,
    scripts: ['print.js'],
    children: (
      <article class="receipt">
        <h1>{say('receipt')}</h1>
        <Facts judged={judged} language={language} />
        <Due explanation={explanation} language={language} />
        <figure>{raw(timeline(explanation, { language, theme: 'light', width: WIDTH }))}</figure>
        <Lines title={say('notes')} lines={notes} />
        <Lines title={say('days')} lines={days} />
        <Foot explanation={explanation} language={language} />
        <ForScreen id={judged.file.id} language={language} />
      </article>
    ),
  })
}

function Facts({ judged: { file, applicant, assessment }, language }: Pick<Explained, 'judged'> & { readonly language: Language }) {
  const say = sayIn(language)
  const { startsAt, limit } = assessment
  return (
    <dl>
      <Named name={say('case')} value={file.id} />
      <Named name={say('matter')} value={titlesOf(file.rule)[language]} />
      {applicant && <Named name={say('applicant')} value={applicant} />}
      {startsAt && <Named name={say('from')} value={instantIn(startsAt, language)} />}
      {limit && <Named name={say('limit')} value={formatLimit(limit, language)} />}
    </dl>
  )
}

/** What the answer rests on, so that it can be reproduced; and room for a signature. */
function Foot({ explanation: { matter, assessment }, language }: Pick<Explained, 'explanation'> & { readonly language: Language }) {
  const say = sayIn(language)
  const { edition, now } = assessment.basis
  return (
    <footer>
      <p>
        {`${say('basis')}${colonIn(language)}`}
        {[matter.policy[language], `${say('edition')} ${edition}`, instantIn(now, language)].join(' · ')}
      </p>
      <p class="sign">
        <span>{say('signed')}</span>
        <span>{say('stamp')}</span>
      </p>
    </footer>
  )
}

function ForScreen({ id, language }: { readonly id: string; readonly language: Language }) {
  const say = sayIn(language)
  return (
    <p class="screen">
      <button type="button" id="print">
        {say('print')}
      </button>{' '}
      <a href={`/cases/${id}`}>{say('toCase')}</a>
    </p>
  )
}

function Named({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul class="words">
        {lines.map((line) => (
          <li>{brief(line)}</li>
        ))}
      </ul>
    </>
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
