/** Text of unknown origin, cut short and without characters that could steer a terminal. */
export function clip(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return short.replace(/\p{Cc}/gu, '\uFFFD')
}

/** Names in a row. */
export const list = (items: readonly string[]) => items.map((item) => clip(item) || '""').join(', ') || '-'
