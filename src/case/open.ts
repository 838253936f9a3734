import type { Moment } from '../time/instant.js'
import type { Mutable } from '../time/mutable.js'
import type { Stretch } from './course.js'

/**
 * The stretches that have begun and not ended, by name, in order of their beginnings. Most cases have one open at a time, so a map is
 * made only for those that begin while another is open.
 */
export interface Open {
  only: Mutable<Stretch> | undefined
  others: Map<string, Mutable<Stretch>> | undefined
}

export function nothingOpen(): Open {
  return { only: undefined, others: undefined }
}

export function isAnyOpen({ only, others }: Open): boolean {
  return only !== undefined || (others !== undefined && others.size > 0)
}

export function isOpenAs({ only, others }: Open, name: string): boolean {
  return only?.name === name || others?.has(name) === true
}

export function namesOpen({ only, others }: Open): readonly string[] {
  return [...(only ? [only.name] : []), ...(others?.keys() ?? [])]
}

/** Begins a stretch of a name that none which is open has. */
export function begin(open: Open, name: string, from: Moment): Stretch {
  const stretch: Mutable<Stretch> = { name, from, to: undefined }
  if (isAnyOpen(open)) {
    open.others ??= new Map()
    open.others.set(name, stretch)
  } else open.only = stretch
  return stretch
}

/** Ends the stretch of a name. */
export function finish(open: Open, name: string, to: Moment): void {
  const { only, others } = open
  if (only?.name === name) {
    only.to = to
    open.only = undefined
    return
  }
  const stretch = others?.get(name)
  if (stretch) stretch.to = to
  others?.delete(name)
}

export function finishAll(open: Open, to: Moment): void {
  const { only, others } = open
  if (only) only.to = to
  if (others) finishOthers(others, to)
  open.only = undefined
  open.others = undefined
}

function finishOthers(others: ReadonlyMap<string, Mutable<Stretch>>, to: Moment): void {
  for (const stretch of others.values()) stretch.to = to
}
