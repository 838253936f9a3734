import { readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** How often a process says that it is there, and how long nobody has to have said so before a folder is taken over from another machine or container. */
const BEAT_MS = 1_000
const SILENCE_MS = 5_000

/**
 * Sees to it that one process alone opens a folder of PGlite, which two would ruin; gives the function that lets go of it.
 *
 * A process that was killed leaves its file behind. Here it is known whether the process in it is still alive; of one in another container, which may
 * have the same number, only that it writes its file anew each second.
 */
export async function claim(folder: string): Promise<() => void> {
  const path = `${folder}.pid`
  const holder = await holderOf(path)
  if (holder !== undefined) {
    throw new Error(`The process ${holder} has ${folder} open. Stop it, or set HALL_DATA to another folder; if it is no hall, remove ${path}.`)
  }
  const write = () => writeFileSync(path, `${process.pid} ${place()}`)
  write()
  const beat = setInterval(write, BEAT_MS).unref()
  return () => {
    clearInterval(beat)
    rmSync(path, { force: true })
  }
}

/** The process that holds the folder, if one does. */
async function holderOf(path: string): Promise<number | undefined> {
  const [, number, where] = /^(\d+) (.*)$/s.exec(ifThere(() => readFileSync(path, 'utf8')) ?? '') ?? []
  const pid = Number(number)
  if (number === undefined || where === undefined || pid === 0) return undefined
  const isHeld = where === place() ? pid !== process.pid && isAlive(pid) : await isWrittenAnew(path)
  return isHeld ? pid : undefined
}

/** Where processes have numbers of their own: a machine, or a container. */
function place(): string {
  return `${hostname()} ${ifThere(() => readlinkSync('/proc/self/ns/pid')) ?? ''}`
}

async function isWrittenAnew(path: string): Promise<boolean> {
  const writtenAt = () => ifThere(() => statSync(path).mtimeMs)
  const before = writtenAt()
  await wait(SILENCE_MS)
  const now = writtenAt()
  return now !== undefined && now !== before
}

function ifThere<T>(read: () => T): T | undefined {
  try {
    return read()
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
