/** A cell of a CSV file: text of any origin, a number, or nothing. */
export type CsvCell = string | number | null | undefined

/**
 * Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe in front; where anything is not plain ASCII,
 * the file begins with a byte order mark, without which spreadsheets misread Chinese. Numbers have six decimals at most.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  return /[^ -~\r\n]/.test(text) ? `\uFEFF${text}` : text
}

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(Math.round(cell * 1e6) / 1e6)
  const safe = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
