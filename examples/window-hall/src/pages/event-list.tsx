import { type CaseEvent, type Explanation, formatLimit, type Language } from 'service-time'
import { dateIn, instantIn } from './times.js'
import { eventIn } from './words.js'

interface List {
  readonly events: readonly CaseEvent[]
  readonly explanation: Explanation
  readonly language: Language
}

/** Every event that was recorded, as it was recorded. */
export function EventList({ events, explanation, language }: List) {
  return (
    <ol class="history">
      {events.map((event) => (
        <li>
          <span>{atIn(String(event.at), language)}</span> <strong>{eventIn(event.type, language)}</strong> {detailOf(event, explanation, language)}
        </li>
      ))}
    </ol>
  )
}

const atIn = (at: string, language: Language) => (at.length > 10 ? instantIn(at, language) : dateIn(at, language))

/** What is told with an event of its type; whatever else was sent along is kept, and not shown. */
function detailOf(event: CaseEvent, { causes, stages }: Explanation, language: Language): string {
  switch (event.type) {
    case 'extended':
      return [formatLimit(event.by, language), event.reason].filter(Boolean).join(' · ')
    case 'stage-started':
    case 'stage-finished':
      return own(stages, event.stage)?.[language] ?? event.stage
    case 'paused':
    case 'resumed':
      return own(causes, event.cause ?? '')?.titles[language] ?? event.cause ?? ''
    case 'completed':
      return event.result ?? ''
    default:
      return ''
  }
}

/** A cause may be called `constructor`, which every object has. */
const own = <T,>(all: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(all, name) ? all[name] : undefined)
