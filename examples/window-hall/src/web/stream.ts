import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Board } from '../hall/board.js'
import type { LiveBoard } from '../hall/live.js'
import { boardLines } from '../pages/board-lines.js'
import { languageOf } from './language.js'

/**
 * The board as server-sent events: the whole of it each time, as the page shows it, so that a page that was cut off for a while has only to
 * connect again, which browsers do by themselves.
 */
export function streamOf(live: LiveBoard): Hono {
  const app = new Hono()
  app.get('/board/stream', (c) =>
    streamSSE(c, async (stream) => {
      const language = languageOf(c)
      const send = (board: Board) => stream.writeSSE({ event: 'board', data: String(boardLines(board, language)) })
      const leave = live.watch(send)
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      leave()
    }),
  )
  return app
}
