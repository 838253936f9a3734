/** Whether a value can be walked through item by item, now or as they come; a text, whose items are its characters, is none. */
export function isSeries(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value)
}
