import { formatLimit, type Language } from 'service-time'
import type { Board, Line } from '../hall/board.js'
import { titlesOf } from '../hall/policy.js'
import { dueIn, instantIn } from './times.js'
import { lightIn, sayIn, stateIn } from './words.js'

const COLUMNS = ['light', 'case', 'matter', 'state', 'due'] as const

/** What of the board changes: sent to the page again whenever it does. */
export function boardLines({ at, lines }: Board, language: Language) {
  const say = sayIn(language)
  return (
    <div>
      <p class="as-of">{`${say('asOf')} ${instantIn(at, language)}`}</p>
      {lines.length === 0 ? <p>{say('noCases')}</p> : <Lines lines={lines} language={language} />}
    </div>
  )
}

function Lines({ lines, language }: { readonly lines: readonly Line[]; readonly language: Language }) {
  return (
    <table class="board">
      <thead>
        <tr>
          {COLUMNS.map((word) => (
            <th scope="col">{sayIn(language)(word)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <BoardLine line={line} language={language} />
        ))}
      </tbody>
    </table>
  )
}

interface Shown {
  readonly line: Line
  readonly language: Language
}

function BoardLine({ line, language }: Shown) {
  const { file, verdict } = line
  const light = 'light' in verdict ? verdict.light : 'none'
  return (
    <tr id={file.id} data-light={light}>
      <td>
        <span class={`light ${light}`}>{lightIn(light, language)}</span>
      </td>
      <td>
        <a href={`/cases/${file.id}`}>{file.id}</a>
      </td>
      <td>{titlesOf(file.rule)[language]}</td>
      <td>{'light' in verdict ? stateIn(verdict.state, language) : verdict.text(language)}</td>
      <td>
        <Due line={line} language={language} />
      </td>
    </tr>
  )
}

const leftIn = (amount: string, language: Language) => (language === 'zh' ? `剩余${amount}` : `${amount} left`)

/**
 * The due date; of a case that stands still, what is left to it; what was promised before a notice moved it, and whether one still may.
 *
 * What is left of a clock that runs is not here: it would be wrong a minute later, and the board is drawn anew only when a light changes.
 */
function Due({ line: { verdict, promised }, language }: Shown) {
  const say = sayIn(language)
  if (!('light' in verdict)) return null
  const { state, dueDate, dueAt, remaining, certainty } = verdict
  if (state === 'paused' && remaining) return <>{leftIn(formatLimit(remaining, language), language)}</>
  if (dueDate === undefined || dueAt === undefined) return <>—</>
  const isMoved = promised !== undefined && promised.dueAt !== dueAt && state === 'running'
  return (
    <>
      <span class="due">{dueIn({ dueDate, dueAt }, language)}</span>
      {certainty === 'projected' && <small>{say('provisional')}</small>}
      {isMoved && (
        <small>
          {say('promised')} <s>{dueIn(promised, language)}</s>
        </small>
      )}
    </>
  )
}
