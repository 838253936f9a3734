import type { Language } from 'service-time'
import type { Board } from '../hall/board.js'
import { boardLines } from './board-lines.js'
import { layout } from './layout.js'
import { sayIn } from './words.js'

/** The board for everybody in the hall: it names no applicant. */
export function boardPage(board: Board, language: Language) {
  const title = sayIn(language)('board')
  return layout({
    title,
    language,
    scripts: ['board.js'],
    children: (
      <>
        <h1>{title}</h1>
        <section id="board" aria-live="polite">
          {boardLines(board, language)}
        </section>
      </>
    ),
  })
}
