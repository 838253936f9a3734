import type { Language } from 'service-time'
import { SCOPES } from '../hall/calendar.js'
import { Choose, Field } from './field.js'
import { sayIn } from './words.js'

const EXAMPLE = `[
  { "occasion": "元旦", "off": ["2027-01-01/2027-01-03"], "work": ["2027-01-10"] }
]`

/** The fields of a notice as the library reads it; `null` is a number that is not known. */
export function NoticeForm({ language }: { readonly language: Language }) {
  const say = sayIn(language)
  const one = (name: 'id' | 'number' | 'issued' | 'covers', field: object) => (
    <Field label={say(name)} name={name}>
      <input id={name} name={name} autocomplete="off" {...field} />
    </Field>
  )
  return (
    <form class="tall" data-post="/api/notices" data-then="/notices">
      <Choose label={say('scope')} name="scope" options={SCOPES.map((scope) => [scope, say(scope)])} />
      {one('id', { required: true })}
      {one('number', { 'data-empty': 'null' })}
      {one('issued', { required: true, type: 'date' })}
      {one('covers', { required: true, type: 'number' })}
      <Field label={say('arrangements')} name="arrangements">
        <textarea id="arrangements" name="arrangements" data-json rows={4}>
          {EXAMPLE}
        </textarea>
      </Field>
      <button type="submit">{say('submit')}</button>
      <p role="alert" />
    </form>
  )
}
