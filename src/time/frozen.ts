/** A copy of plain data that nobody can change. */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  const copy = Array.isArray(value)
    ? value.map((item: unknown) => frozenCopy(item))
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, frozenCopy(part)]))
  return Object.freeze(copy) as T
}

/** Plain data itself, which nobody can change from here on: for what is ours alone, so that no copy is needed. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  // At the start of a process each list of values that is made only to be walked through costs more than the walk.
  for (const key in value) frozen(value[key])
  return Object.freeze(value)
}
