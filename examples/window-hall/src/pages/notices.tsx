import type { Language, MovedCase } from 'service-time'
import type { PostedNotice } from '../hall/notices.js'
import { titlesOf } from '../hall/policy.js'
import { layout } from './layout.js'
import { NoticeForm } from './notice-form.js'
import { dateIn, dueIn } from './times.js'
import { sayIn } from './words.js'

/** What was posted, newest first, and which deadlines it moved. */
export function noticesPage(posted: readonly PostedNotice[], language: Language) {
  const say = sayIn(language)
  return layout({
    title: say('notices'),
    language,
    scripts: ['forms.js'],
    children: (
      <>
        <h1>{say('notices')}</h1>
        {posted.length === 0 && <p>{say('noNotices')}</p>}
        {posted.map((each) => (
          <Posted posted={each} language={language} />
        ))}
        <h2>{say('post')}</h2>
        <NoticeForm language={language} />
      </>
    ),
  })
}

interface Shown {
  readonly posted: PostedNotice
  readonly language: Language
}

function Posted({ posted: { scope, notice, moved }, language }: Shown) {
  const say = sayIn(language)
  return (
    <section class="notice" id={notice.id}>
      <h2>{notice.number ?? notice.id}</h2>
      <p>{`${say(scope)} · ${say('issued')} ${dateIn(notice.issued, language)}`}</p>
      <ul class="words">
        {notice.arrangements.map(({ occasion, off, work }) => (
          <li>{[occasion, ...runs(say('off'), off), ...runs(say('work'), work)].join(' ')}</li>
        ))}
      </ul>
      <h3>{say('moved')}</h3>
      {moved.length === 0 ? <p>{say('noneMoved')}</p> : <Moves moved={moved} language={language} />}
    </section>
  )
}

const runs = (word: string, days: readonly string[]) => (days.length === 0 ? [] : [word, days.join(' ').replaceAll('/', '–')])

function Moves({ moved, language }: { readonly moved: readonly MovedCase[]; readonly language: Language }) {
  const say = sayIn(language)
  return (
    <table class="moves">
      <thead>
        <tr>
          {(['case', 'matter', 'before', 'after'] as const).map((word) => (
            <th scope="col">{say(word)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moved.map(({ id, rule, before, after }) => (
          <tr>
            <td>
              <a href={`/cases/${id}`}>{id}</a>
            </td>
            <td>{titlesOf(rule)[language]}</td>
            <td>
              <s>{dueIn(before, language)}</s>
            </td>
            <td>{dueIn(after, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
