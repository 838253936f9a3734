import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { casesOf } from '../../examples/generate.js'
import { blocksOf, withClaims } from '../support/claims.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** The examples of the front page, but for those that a test runner runs, which brings what they are written with. */
const examples = blocksOf(readFileSync(here('../../README.md'), 'utf8'))
  .filter(({ code }) => !/'(vitest|service-time\/(vitest|jest))'/.test(code))
  .map(({ code }) => withClaims(code))

/** How many answers the examples of the front page claim. */
export const CLAIMED = examples.join('\n').split('__claims.push(').length - 1

/** The cases of the sums. */
export const CASES = [...casesOf(300, 7)]

const plain = (text: string, module: ts.ModuleKind) =>
  ts.transpileModule(text, { compilerOptions: { module, target: ts.ScriptTarget.ES2022, esModuleInterop: true } }).outputText

/** JSON leaves out what is undefined, which is an answer too. */
const PRINT = `const print = (value) => console.log(JSON.stringify(value, (_, part) => part === undefined ? 'undefined' : part))
const cases = ${JSON.stringify(CASES)}
const about = {
  runtime: globalThis.Bun ? 'bun ' + Bun.version : globalThis.Deno ? 'deno ' + Deno.version.deno : 'node ' + process.versions.node,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
}
`

/** Writes modules that print what the examples claim and what is found, and sums of many answers, as an ES module and as a CommonJS module would. */
export function writeModules(folder: string): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const many = readFileSync(here('many.ts'), 'utf8')
  write('many.mjs', plain(many, ts.ModuleKind.ESNext))
  write('many.cjs', plain(many, ts.ModuleKind.CommonJS))
  examples.forEach((code, i) => {
    write(`example-${i}.mjs`, plain(`export const __claims = []\n${code}`, ts.ModuleKind.ESNext))
    write(`example-${i}.cjs`, `exports.example = async () => {\nconst __claims = []\n${plain(code, ts.ModuleKind.CommonJS)}\nreturn __claims\n}`)
  })
  const names = examples.map((_, i) => `example-${i}`)
  const imports = names.map((name, i) => `import { __claims as claims${i} } from './${name}.mjs'`)
  const claims = `[${names.map((_, i) => `...claims${i}`).join(', ')}]`
  write(
    'use.mjs',
    `${imports.join('\n')}\nimport { sums } from './many.mjs'\n${PRINT}print({ ...about, claims: ${claims}, sums: await sums(cases) })\n`,
  )
  const called = names.map((name) => `...await require('./${name}.cjs').example()`)
  write(
    'use.cjs',
    `const { sums } = require('./many.cjs')\n${PRINT};(async () => print({ ...about, claims: [${called.join(', ')}], sums: await sums(cases) }))()\n`,
  )
}
