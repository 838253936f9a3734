import { type Attributes, escaped, opened } from '../svg.js'

/** An element of HTML with children that are markup already; unlike in XML it is closed by a tag of its own. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  return `${opened(name, attributes)}>${children.join('')}</${name}>`
}

/** An element of HTML that holds text. */
export function says(name: string, text: string, attributes: Attributes = {}): string {
  return tag(name, attributes, escaped(text))
}

/** A cell of a row; numbers stand at the right. */
export interface Cell {
  readonly text: string
  readonly isNumber?: boolean
}

/** A table with a caption for those who do not see it, the first cell of each row its head. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const kind = ({ isNumber }: Cell) => ({ class: isNumber ? 'number' : undefined })
  const first = rows[0] ?? []
  const head = heads.map((text, i) => says('th', text, { scope: 'col', ...(first[i] && kind(first[i])) }))
  const body = rows.map((row) =>
    tag('tr', {}, ...row.map((cell, i) => (i === 0 ? says('th', cell.text, { scope: 'row' }) : says('td', cell.text, kind(cell))))),
  )
  return tag('div', { class: 'wide' }, tag('table', { 'aria-label': caption }, tag('thead', {}, tag('tr', {}, ...head)), tag('tbody', {}, ...body)))
}
