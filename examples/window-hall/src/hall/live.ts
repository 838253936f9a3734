import { alarm } from './alarm.js'
import { type Board, boardOf } from './board.js'
import { gathered } from './gather.js'
import type { Hall } from './hall.js'

/** A board that is always that of now. */
export interface LiveBoard {
  /** Calls back with the board as it is, and with every one that follows; gives the function that ends that. */
  readonly watch: (onBoard: (board: Board) => void) => () => void
  readonly stop: () => void
}

/** How long to wait after the database could not be read. */
const RETRY_MS = 1_000

/**
 * Reads the board when something was written, and when a light is due to change by itself: at `nextChangeAt`, by one timer for all cases.
 * Nothing is read in between.
 */
export async function liveBoard(hall: Hall): Promise<LiveBoard> {
  const watchers = new Set<(board: Board) => void>()
  let last: Board | undefined
  const timer = alarm(() => refresh())
  const refresh = gathered(async () => {
    try {
      const board = await boardOf(hall)
      timer.set(board.nextChangeAt === undefined ? undefined : Date.parse(board.nextChangeAt) - Date.parse(board.at))
      last = board
      for (const onBoard of watchers) onBoard(board)
    } catch (error) {
      console.error('The board could not be read, and will be again.', error)
      timer.set(RETRY_MS)
    }
  })
  await hall.database.onWritten(refresh)
  await refresh()
  const watch = (onBoard: (board: Board) => void) => {
    watchers.add(onBoard)
    if (last) onBoard(last)
    return () => void watchers.delete(onBoard)
  }
  return { watch, stop: () => timer.set(undefined) }
}
