import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'

/** The variables of the environment that say where the history is kept. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The file that the history of sessions is kept in; none where it is not to be kept.
 *
 * Edges: `SERVICE_TIME_REPL_HISTORY` names another, and keeps none when it is empty, as does Node's own variable when it alone is set and
 * empty. Otherwise it lies among the state of the user's programs.
 */
export function historyFile(env: Environment, home: string): string | undefined {
  const { SERVICE_TIME_REPL_HISTORY: own, NODE_REPL_HISTORY: ofNode, XDG_STATE_HOME: state = '' } = env
  if (own !== undefined) return own.trim() === '' ? undefined : own
  if (ofNode?.trim() === '') return undefined
  // A relative path there is to be ignored, as the directory specification has it.
  return join(isAbsolute(state) ? state : join(home, '.local', 'state'), 'service-time', 'repl_history')
}

/** Makes the file, if it is not there; what stands in the way is told, for a session goes on without a history. */
export function prepareHistory(file: string): string | undefined {
  try {
    makeFolder(dirname(file))
    // It is read as well as written, so that both must be allowed.
    closeSync(openSync(file, 'a+', 0o600))
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** One by one: asked to make all at once, Node 20 tries for ever where a file system has no place for them, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder, 0o700)
}
