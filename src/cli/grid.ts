import stringWidth from 'string-width'

const GAP = '  '

/** Rows of cells in columns; widths allow for Chinese characters. Columns from the given one on hold numbers, which stand to the right. */
export function grid(rows: readonly (readonly string[])[], numbersFrom = Number.POSITIVE_INFINITY): string {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({ length: count }, (_, column) => rows.reduce((most, row) => Math.max(most, stringWidth(row[column] ?? '')), 0))
  const pad = (text: string, column: number) => {
    const blanks = ' '.repeat((widths[column] ?? 0) - stringWidth(text))
    return column >= numbersFrom ? blanks + text : text + blanks
  }
  return rows.map((row) => row.map(pad).join(GAP).trimEnd()).join('\n')
}
