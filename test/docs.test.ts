import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { ENTRIES } from './support/entries.js'
import { claimsOf, examplesOfPage, examplesOfSource, PAGES, SOURCES } from './support/examples.js'

const root = fileURLToPath(new URL('..', import.meta.url))

const examples = [...SOURCES.flatMap(examplesOfSource), ...PAGES.flatMap(examplesOfPage)]

describe('every example', () => {
  test.each(examples)('at $name says what happens', async (example) => {
    for (const [claimed, found] of await claimsOf(example)) expect(found).toEqual(claimed)
  })

  test('is found: the doc comments have some, and both front pages have the same number', () => {
    expect(SOURCES.flatMap(examplesOfSource).length).toBeGreaterThan(20)
    expect(examplesOfPage('README.zh-CN.md').length).toBe(examplesOfPage('README.md').length)
  })

  test('that is wrong would be noticed', async () => {
    const [[claimed, found]] = (await claimsOf({ name: 'planted', code: "cn.add('2019-04-26', 4) //=> '2019-05-02'" })) as [[unknown, unknown]]
    expect([claimed, found]).toEqual(['2019-05-02', '2019-05-05'])
  })

  test('imports what there is', async () => {
    const code = "import { add } from 'service-time'\nadd('2019-04-26', 4) //=> '2019-05-05'"
    await expect(claimsOf({ name: 'planted', code })).rejects.toThrowError('add is not a function')
  })
})

describe('the code of the pages', () => {
  const blocks = PAGES.filter((page) => /^README|guides/.test(page)).flatMap((page) =>
    examplesOfPage(page).map(({ code }, i) => [`${root}test/${page.split('/').join('.')}.${i}.ts`, `${code}\nexport {}\n`] as const),
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

describe('every public name', () => {
  const program = ts.createProgram(
    ENTRIES.map(({ file }) => `${root}/${file}`),
    {
      module: ts.ModuleKind.Preserve,
      target: ts.ScriptTarget.ES2022,
      resolveJsonModule: true,
      noEmit: true,
      skipLibCheck: true,
    },
  )
  const checker = program.getTypeChecker()
  const isBare = (symbol: ts.Symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)) === ''
  const isUntried = (symbol: ts.Symbol) => !symbol.getJsDocTags(checker).some(({ name }) => name === 'example')

  function namesOf(file: string): readonly ts.Symbol[] {
    const source = program.getSourceFile(`${root}/${file}`)
    if (!source) throw new Error(`${file} was not read`)
    return checker
      .getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
  }

  test.each(ENTRIES)('of $name has a comment, and what is more than a type an example', ({ file }) => {
    const names = namesOf(file)
    expect(names.length).toBeGreaterThan(1)
    expect(names.filter(isBare).map(({ name }) => name)).toEqual([])
    expect(names.filter((symbol) => symbol.flags & ts.SymbolFlags.Value && isUntried(symbol)).map(({ name }) => name)).toEqual([])
  })

  test.each(ENTRIES)('of a method in $name has a comment and an example', ({ file }) => {
    const members = namesOf(file).flatMap(({ name, members }) => [...(members?.values() ?? [])].map((member) => [name, member] as const))
    const methods = members.filter(([, { flags }]) => flags & ts.SymbolFlags.Method)
    expect(methods.filter(([, method]) => isBare(method) || isUntried(method)).map(([owner, { name }]) => `${owner}.${name}`)).toEqual([])
  })
})
