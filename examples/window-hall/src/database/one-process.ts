import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Sees to it that one process alone opens a folder of PGlite, which two would ruin; gives the function that lets go of it.
 *
 * A process that was killed leaves its file behind, so what counts is whether the process in it is still alive.
 */
export function claim(folder: string): () => void {
  const path = `${folder}.pid`
  const holder = holderOf(path)
  if (holder !== undefined) {
    throw new Error(`The process ${holder} has ${folder} open. Stop it, or set HALL_DATA to another folder; if it is no hall, remove ${path}.`)
  }
  writeFileSync(path, String(process.pid))
  return () => rmSync(path, { force: true })
}

/** The process that holds the folder; in a container that was started anew it may have had our own number. */
function holderOf(path: string): number | undefined {
  const pid = Number(readIfThere(path))
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Signal 0 asks whether a process is there; one of another user is, though it may not be asked. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
