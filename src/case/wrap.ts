/** Columns that a continued line is set in by. */
const INDENT = 2

/** What is not parted: a word or a Chinese or other wide character, with the brackets before it and the marks after it. */
const ATOMS = /[（《〔“(]*(?:[\u2e80-\uffee]|[^\s\u2e80-\uffee，。；：、“”]+)?[，。；：、）》〕”？！–)]*\s*/gu

/** Columns of a character on paper or on a screen of even columns. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[\u2e80-\uffee“”]/u.test(character) ? 2 : 1
  return width
}

/**
 * A line in lines that are no wider than so many columns, of which Chinese characters take two; those after the first are set in.
 *
 * Edges: a word that is wider stands alone and is not parted. No line begins with a mark that closes.
 */
export function wrapped(line: string, columns: number): readonly string[] {
  const lead = /^ */.exec(line)?.[0] ?? ''
  const lines: string[] = []
  let current = lead
  for (const atom of line.slice(lead.length).match(ATOMS) ?? []) {
    // The pattern matches nothing where the line ends.
    if (atom !== '' && current.trim() !== '' && widthOf(current + atom.trimEnd()) > columns) {
      lines.push(current.trimEnd())
      current = lead + ' '.repeat(INDENT)
    }
    current += atom
  }
  return [...lines, current.trimEnd()]
}
