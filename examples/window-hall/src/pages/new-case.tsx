import type { Language } from 'service-time'
import { matters } from '../hall/policy.js'
import { Choose, Field } from './field.js'
import { layout } from './layout.js'
import { eventIn, sayIn } from './words.js'

const FIRST = ['accepted', 'received']

/** The form with which a window takes a case in. */
export function newCasePage(language: Language) {
  const title = sayIn(language)('newCase')
  return layout({
    title,
    language,
    scripts: ['forms.js'],
    children: (
      <>
        <h1>{title}</h1>
        <NewCaseForm language={language} />
      </>
    ),
  })
}

function NewCaseForm({ language }: { readonly language: Language }) {
  const say = sayIn(language)
  return (
    <form class="tall" data-post="/api/cases" data-then="/cases/{id}">
      <Choose label={say('matter')} name="rule" options={matters.map(([rule, titles]) => [rule, titles[language]])} />
      <Field label={say('applicant')} name="applicant">
        <input id="applicant" name="applicant" maxlength={100} autocomplete="off" />
      </Field>
      <Choose label={say('first')} name="type" options={FIRST.map((type) => [type, eventIn(type, language)])} />
      <button type="submit">{say('submit')}</button>
      <p role="alert" />
    </form>
  )
}
