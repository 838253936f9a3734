import ts from 'typescript'

/** The blocks of code of a page, with the lines at which they start. */
export function blocksOf(page: string): { readonly line: number; readonly code: string }[] {
  return [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => ({
    line: page.slice(0, match.index).split('\n').length,
    code: match[1] as string,
  }))
}

/**
 * The code of an example in which every line `expression //=> value` adds a claim to `__claims`, which whoever runs it gives it; all else stands as it is, but
 * for imports where these are written otherwise.
 */
export function withClaims(code: string, importing?: (statement: ts.ImportDeclaration) => string): string {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true)
  const statements = source.statements.map((statement) => {
    if (importing && ts.isImportDeclaration(statement)) return importing(statement)
    const value = /\/\/=> (.*)$/.exec(code.slice(statement.end).split('\n')[0] as string)?.[1]
    const text = statement.getText(source)
    return value === undefined ? text : `__claims.push([(${value}), (${text.replace(/;$/, '')})])`
  })
  return statements.join('\n')
}
