import type { Language } from 'service-time'
import { matters } from '../hall/policy.js'
import { layout } from './layout.js'
import { eventIn, sayIn } from './words.js'

/** The form with which a window takes a case in. */
export function newCasePage(language: Language) {
  const say = sayIn(language)
  return layout({
    title: say('newCase'),
    language,
    scripts: ['forms.js'],
    children: (
      <>
        <h1>{say('newCase')}</h1>
        <form class="tall" data-post="/api/cases" data-then="/cases/{id}">
          <label>
            {say('matter')}
            <select name="rule">
              {matters.map(([rule, titles]) => (
                <option value={rule}>{titles[language]}</option>
              ))}
            </select>
          </label>
          <label>
            {say('applicant')}
            <input name="applicant" maxlength={100} autocomplete="off" />
          </label>
          <label>
            {say('first')}
            <select name="type">
              {['accepted', 'received'].map((type) => (
                <option value={type}>{eventIn(type, language)}</option>
              ))}
            </select>
          </label>
          <button type="submit">{say('submit')}</button>
          <p role="alert" />
        </form>
      </>
    ),
  })
}
