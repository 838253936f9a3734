import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect } from 'vitest'
import { blocksOf, withClaims } from './claims.js'
import { hall } from './clocks.js'
import { ENTRIES } from './entries.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8')

export interface Example {
  readonly name: string
  readonly code: string
}

/** An example stands in a test already. */
const runner = { expect, test: (_: string, run: () => unknown) => run() }

const load = (name: string): object | Promise<object> => (name === 'vitest' ? runner : import(/* @vite-ignore */ name))

/** Names that an example of a doc comment may use without saying where they come from, as in a REPL with the library loaded. */
const scope: Readonly<Record<string, unknown>> = {
  ...Object.assign({}, ...(await Promise.all(ENTRIES.map(({ name }) => load(name))))),
  ...runner,
  clock: hall,
}

/** The pages that people write; the reference has the examples of the sources. */
export const PAGES: readonly string[] = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.split('\\').join('/')}`)
    .filter((file) => file.endsWith('.md') && !file.startsWith('docs/reference/')),
]

export const SOURCES: readonly string[] = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

export function examplesOfSource(file: string): Example[] {
  const text = read(`src/${file}`)
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const [, example] = comment.replace(/\s*\*\/$/, '').split('@example\n')
    const name = `src/${file}:${text.slice(0, index).split('\n').length}`
    return example === undefined ? [] : [{ name, code: example.replace(/^ *\* ?/gm, '') }]
  })
}

export function examplesOfPage(file: string): Example[] {
  return blocksOf(read(file)).map(({ line, code }) => ({ name: `${file}:${line}`, code }))
}

/** An example may wait, as a module may. */
const AsyncFunction = (async () => {}).constructor as FunctionConstructor

/** An import, as what may stand within a function. */
function importing({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const bindings = importClause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly) : []
  const names = named.map(({ propertyName, name }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text))
  const all = importClause?.name ? [`default: ${importClause.name.text}`, ...names] : names
  return `const { ${all.join(', ')} } = await __load(${moduleSpecifier.getText()})`
}

/** Every line `expression //=> value` becomes a claim; all else runs as it stands, and what an example itself expects is claimed as well. */
export async function claimsOf({ name, code }: Example): Promise<[claimed: unknown, found: unknown][]> {
  const claims: [unknown, unknown][] = []
  // In a block of its own, so that an example may give a name of the scope to something else.
  const block = `{\n${withClaims(code, importing).replaceAll(/\bimport\(/g, '__load(')}\n}`
  const plain = ts.transpileModule(block, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText
  await new AsyncFunction('__claims', '__load', ...Object.keys(scope), plain)(claims, load, ...Object.values(scope))
  if (claims.length === 0 && !/\bexpect\(/.test(code)) throw new Error(`${name} claims nothing`)
  return claims
}
