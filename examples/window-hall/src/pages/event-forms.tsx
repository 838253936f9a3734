import type { Language } from 'service-time'
import type { Possible } from '../hall/possible.js'
import { actionIn, sayIn } from './words.js'

interface Forms {
  readonly id: string
  readonly version: number
  readonly possible: readonly Possible[]
  readonly language: Language
}

/** A form for each type of event that is possible now. It sends the version that the clerk saw, so that nobody decides on what is no longer so. */
export function EventForms({ id, version, possible, language }: Forms) {
  if (possible.length === 0) return <p>{sayIn(language)('nothingNext')}</p>
  const types = [...new Set(possible.map(({ type }) => type))]
  return (
    <div class="events">
      {types.map((type) => (
        <form data-post={`/api/cases/${id}/events`} data-version={version}>
          <input type="hidden" name="type" value={type} />
          <Fields choices={possible.filter((each) => each.type === type)} language={language} />
          <button type="submit">{actionIn(type, language)}</button>
          <p role="alert" />
        </form>
      ))}
    </div>
  )
}

interface Choices {
  readonly choices: readonly Possible[]
  readonly language: Language
}

/** What has to be told with an event besides that it happened. */
function Fields({ choices, language }: Choices) {
  const say = sayIn(language)
  const [{ type, cause, stage, unit } = { type: '' }] = choices
  if (unit) {
    return (
      <>
        <input name={`by.${unit}`} type="number" min={1} value={1} aria-label={say('by')} />
        <input name="reason" required placeholder={say('reason')} aria-label={say('reason')} />
      </>
    )
  }
  if (stage !== undefined || cause !== undefined) return <Choice choices={choices} language={language} />
  if (type === 'paused') return <input name="cause" required placeholder={say('cause')} aria-label={say('cause')} />
  if (type === 'completed') return <input name="result" placeholder={say('result')} aria-label={say('result')} />
  return null
}

function Choice({ choices, language }: Choices) {
  const name = choices[0]?.stage === undefined ? 'cause' : 'stage'
  return (
    <select name={name} aria-label={sayIn(language)(name)}>
      {choices.map((choice) => (
        <option value={choice[name]}>{choice.titles?.[language] ?? choice[name]}</option>
      ))}
    </select>
  )
}
