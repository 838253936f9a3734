import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as library from 'service-time'
import * as codesEntry from 'service-time/codes'
import * as layerEntry from 'service-time/layer'
import * as policyEntry from 'service-time/policy'
import * as renderEntry from 'service-time/render'
import * as reportEntry from 'service-time/report'
import * as streamEntry from 'service-time/stream'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { blocksOf, withClaims } from './support/claims.js'
import { hall } from './support/clocks.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8')

interface Example {
  readonly name: string
  readonly code: string
}

/** Names that an example may use without saying where they come from, as in a REPL with the library loaded. */
const scope: Readonly<Record<string, unknown>> = {
  ...library,
  ...policyEntry,
  ...layerEntry,
  ...codesEntry,
  ...reportEntry,
  ...renderEntry,
  ...streamEntry,
  clock: hall,
}

const files = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

function examplesOfSource(file: string): Example[] {
  const text = read(`src/${file}`)
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const [, example] = comment.replace(/\s*\*\/$/, '').split('@example\n')
    const name = `src/${file}:${text.slice(0, index).split('\n').length}`
    return example === undefined ? [] : [{ name, code: example.replace(/^ *\* ?/gm, '') }]
  })
}

function examplesOfPage(file: string): Example[] {
  return blocksOf(read(file)).map(({ line, code }) => ({
    name: `${file}:${line}`,
    code: code.replace(/^import .* from 'service-time(\/(policy|layer|codes|report|render|stream))?'$/gm, ''),
  }))
}

/** An example may wait, as a module may. */
const AsyncFunction = (async () => {}).constructor as FunctionConstructor

async function claimsOf({ name, code }: Example): Promise<[claimed: unknown, found: unknown][]> {
  const claims: [unknown, unknown][] = []
  const names = Object.keys(scope).filter((key) => !new RegExp(`(const|let) (\\{[^}]*)?\\b${key}\\b`).test(code))
  const plain = ts.transpileModule(withClaims(code), { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText
  await new AsyncFunction('__claims', ...names, plain)(claims, ...names.map((key) => scope[key]))
  if (claims.length === 0) throw new Error(`${name} claims nothing`)
  return claims
}

const pages = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const examples = [...files.flatMap(examplesOfSource), ...pages.flatMap(examplesOfPage)]

describe('every example', () => {
  test.each(examples)('at $name says what happens', async (example) => {
    for (const [claimed, found] of await claimsOf(example)) expect(found).toEqual(claimed)
  })

  test('is found: the doc comments have some, and both front pages have the same number', () => {
    expect(files.flatMap(examplesOfSource).length).toBeGreaterThan(20)
    expect(examplesOfPage('README.zh-CN.md').length).toBe(examplesOfPage('README.md').length)
  })

  test('that is wrong would be noticed', async () => {
    const [[claimed, found]] = (await claimsOf({ name: 'planted', code: "cn.add('2019-04-26', 4) //=> '2019-05-02'" })) as [[unknown, unknown]]
    expect([claimed, found]).toEqual(['2019-05-02', '2019-05-05'])
  })
})

describe('the code of the front pages', () => {
  const blocks = ['README.md', 'README.zh-CN.md'].flatMap((page) =>
    blocksOf(read(page)).map(({ code }, i) => [`${root}test/${page}.${i}.ts`, `${code}\nexport {}\n`] as const),
  )
  const texts = new Map<string, string>(blocks)
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    getSourceFile: (file, version) => {
      const text = texts.get(file)
      return text === undefined ? host.getSourceFile(file, version) : ts.createSourceFile(file, text, version)
    },
  })

  test.each([...texts.keys()])('%s compiles as a user would compile it', (file) => {
    const source = program.getSourceFile(file)
    const faults = ts.getPreEmitDiagnostics(program, source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
    expect(faults).toEqual([])
  })
})

describe('the front pages', () => {
  const headings = (file: string) =>
    [
      ...read(file)
        .replace(/^```.*?^```$/gms, '')
        .matchAll(/^(#+) /gm),
    ].map(([, level]) => level)
  const code = (file: string) =>
    [...read(file).matchAll(/^```(?:ts|sh|mermaid)\n(.*?)^```$/gms)].map(([, block]) =>
      (block as string).replace(/ *(#|\/\/)(?!=>) .*$/gm, '').replace(/text\('..'\)|^said \/\/=>.*$/gm, ''),
    )

  test('have the same structure and the same code in both languages', () => {
    expect(headings('README.zh-CN.md')).toEqual(headings('README.md'))
    expect(code('README.zh-CN.md')).toEqual(code('README.md'))
  })
})

describe('every public name', () => {
  const program = ts.createProgram(
    [
      `${root}/src/index.ts`,
      `${root}/src/policy.ts`,
      `${root}/src/layer.ts`,
      `${root}/src/codes.ts`,
      `${root}/src/report.ts`,
      `${root}/src/render.ts`,
      `${root}/src/stream.ts`,
    ],
    {
      module: ts.ModuleKind.Preserve,
      target: ts.ScriptTarget.ES2022,
      resolveJsonModule: true,
      noEmit: true,
      skipLibCheck: true,
    },
  )
  const checker = program.getTypeChecker()

  test.each(['src/index.ts', 'src/policy.ts', 'src/layer.ts', 'src/codes.ts', 'src/report.ts', 'src/render.ts', 'src/stream.ts'])(
    'of %s has a comment, and every function an example',
    (file) => {
      const source = program.getSourceFile(`${root}/${file}`)
      if (!source) throw new Error(`${file} was not read`)
      const names = checker
        .getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)
        .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      expect(names.length).toBeGreaterThan(1)
      const bare = names.filter((symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)) === '')
      expect(bare.map(({ name }) => name)).toEqual([])
      const untried = names.filter(
        (symbol) => symbol.flags & ts.SymbolFlags.Function && !symbol.getJsDocTags(checker).some(({ name }) => name === 'example'),
      )
      expect(untried.map(({ name }) => name)).toEqual([])
    },
  )
})
