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

function detailOf(event: CaseEvent, { causes, stages }: Explanation, language: Language): string {
  if ('by' in event) return [formatLimit(event.by, language), event.reason].filter(Boolean).join(' · ')
  if ('stage' in event) return stages[event.stage]?.[language] ?? event.stage
  if ('cause' in event && event.cause !== undefined) return causes[event.cause]?.titles[language] ?? event.cause
  return 'result' in event ? (event.result ?? '') : ''
}
