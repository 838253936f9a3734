import { DOMParser, type Element } from '@xmldom/xmldom'

/** Reads a picture as XML, and throws at whatever is not well-formed. */
export function svgFrom(text: string): Element {
  const onError = (level: string, message: string) => {
    // The replacement character is one that a picture may hold.
    if (level !== 'warning') throw new Error(`${level}: ${message}`)
  }
  const { documentElement } = new DOMParser({ onError }).parseFromString(text, 'image/svg+xml')
  if (!documentElement) throw new Error('no element')
  return documentElement
}

/** The elements of a name, in order. */
export function allOf(root: Element, name: string): readonly Element[] {
  return Array.from(root.getElementsByTagName(name))
}

/** The texts of the elements of a name, in order. */
export function textsOf(root: Element, name: string): readonly string[] {
  return allOf(root, name).map((element) => element.textContent ?? '')
}

/** An attribute as a number. */
export function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name))
}
