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
  const show = (board: Board) => {
    last = board
    timer.set(waitOf(board))
    for (const onBoard of watchers) onBoard(board)
  }
  const retry = (error: unknown) => {
    console.error('The board could not be read, and will be again.', error)
    timer.set(RETRY_MS)
  }
  const refresh = gathered(() => boardOf(hall).then(show, retry))
  const watch = (onBoard: (board: Board) => void) => {
    watchers.add(onBoard)
    if (last) onBoard(last)
    return () => void watchers.delete(onBoard)
  }
  await hall.database.onWritten(refresh)
  await refresh()
  return { watch, stop: () => timer.set(undefined) }
}

/** The milliseconds until the board changes by itself. */
const waitOf = ({ at, nextChangeAt }: Board) => (nextChangeAt === undefined ? undefined : Date.parse(nextChangeAt) - Date.parse(at))
