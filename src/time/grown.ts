/** A list of which nothing has come yet; `grown` makes another of it. */
export const NONE: never[] = []

/**
 * A list with one more, which takes the place of the list given. Most cases have a pause or two, and a list that grows by `push` gets
 * room for seventeen at once, which costs more than all else about them.
 */
export function grown<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item]
  if (list.length === 1) return [list[0] as T, item]
  if (list.length === 2) return [list[0] as T, list[1] as T, item]
  list.push(item)
  return list
}
