import type { Language } from 'service-time'
import { SCOPES } from '../hall/calendar.js'
import { sayIn } from './words.js'

const EXAMPLE = `[
  { "occasion": "元旦", "off": ["2027-01-01/2027-01-03"], "work": ["2027-01-10"] }
]`

/** The fields of a notice as the library reads it; `null` is a number that is not known. */
export function NoticeForm({ language }: { readonly language: Language }) {
  const say = sayIn(language)
  return (
    <form class="tall" data-post="/api/notices" data-then="/notices">
      <label>
        {say('scope')}
        <select name="scope">
          {SCOPES.map((scope) => (
            <option value={scope}>{say(scope)}</option>
          ))}
        </select>
      </label>
      <label>
        {say('id')}
        <input name="id" required autocomplete="off" />
      </label>
      <label>
        {say('number')}
        <input name="number" data-empty="null" autocomplete="off" />
      </label>
      <label>
        {say('issued')}
        <input name="issued" type="date" required />
      </label>
      <label>
        {say('covers')}
        <input name="covers" type="number" required />
      </label>
      <label>
        {say('arrangements')}
        <textarea name="arrangements" data-json rows={4}>
          {EXAMPLE}
        </textarea>
      </label>
      <button type="submit">{say('submit')}</button>
      <p role="alert" />
    </form>
  )
}
