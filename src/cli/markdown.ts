/** Rows of cells as a Markdown table, the first its head; columns from the given one on hold numbers. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[], numbersFrom: number): string {
  const rule = head.map((_, column) => (column >= numbersFrom ? '---:' : '---'))
  return [head.map(cell), rule, ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** Text of any origin as the text of a cell, and as nothing else; leading blanks, which show depth, are kept. */
function cell(text: string): string {
  const safe = text.replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`).replaceAll('&', '&amp;')
  return safe.replace(/^ +/, (blanks) => '&nbsp;'.repeat(blanks.length))
}
