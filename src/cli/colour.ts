import { styleText } from 'node:util'

/** Styles that terminals know. */
export type Style = 'red' | 'green' | 'yellow' | 'dim'

/** A text in a style; whether there is a terminal that shows it, the caller has found out. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { validateStream: false })
}
