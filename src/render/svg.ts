import { widthOf } from '../case/wrap.js'

/** Attributes of an element; those that are not defined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Characters that XML does not allow, even escaped, and all others that steer but the line feed. */
const UNFIT = /[\p{Cs}\uFFFE\uFFFF]|(?!\n)\p{Cc}/gu

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that can stand in XML and HTML, in an attribute as well. */
export function escaped(text: string): string {
  return text.replace(UNFIT, '\uFFFD').replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}

/** An element with children that are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const content = children.join('')
  return content === '' ? `${opened(name, attributes)}/>` : `${opened(name, attributes)}>${content}</${name}>`
}

/** The beginning of a tag, up to its end. */
export function opened(name: string, attributes: Attributes): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`,
  )
  return `<${name}${pairs.join('')}`
}

/** An element that holds text. */
export function written(name: string, attributes: Attributes, text: string): string {
  return element(name, attributes, escaped(text))
}

/** Hundredths of a pixel are finer than anyone sees. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

/** The size of what is written. */
export const FONT = 12

/** About how wide a text is drawn, rather too wide than too narrow: no font is at hand to ask. */
export function textWidth(text: string, size = FONT): number {
  return Math.ceil(widthOf(text) * size * 0.56)
}

/** A text that is not wider than a width, its end left out where it is. */
export function clipped(text: string, width: number, size = FONT): string {
  if (textWidth(text, size) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break
    kept += character
  }
  return `${kept}…`
}

/** Strokes from the lower left to the upper right over a rectangle, as the data of a path; drawn out, they need no names that could clash. */
export function hatch(
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  step = 5,
): string {
  const strokes: string[] = []
  for (let c = Math.ceil((x + y) / step) * step; c < x + y + width + height; c += step) {
    const fromX = Math.max(x, c - y - height)
    const toX = Math.min(x + width, c - y)
    if (toX > fromX) strokes.push(`M${rounded(fromX)} ${rounded(c - fromX)}L${rounded(toX)} ${rounded(c - toX)}`)
  }
  return strokes.join('')
}
