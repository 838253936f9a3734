import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'service-time-package-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

/** The first example of the README, as a user would type it. */
const USE = `
const clock = createClock({ calendar: cn, hours: { workday: ['09:00-12:00', '13:30-17:00'] }, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })
const events = [{ type: 'accepted', at: '2019-07-01T09:12+08:00' }, { type: 'completed', at: '2019-07-04T16:00+08:00' }]
const verdict = assess({ id: 'A-1', rule: 'water-hookup', events }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00+08:00' })
console.log([cn.add('2019-04-26', 4), clock.add('2019-05-06T10:00', { workingHours: 8 }), verdict.outcome, verdict.dueAt, readPolicy(xiaoshan2019).id].join(' '))
const layer = layerFromIcs(icsOf(cn, { from: '2019-05-01', to: '2019-05-05' }), { id: 'may' })
console.log(cn.extend(readLayer(layer)).day('2019-05-01').kind)
const rows = []
const answers = (async () => { for await (const row of assessStream(entriesFrom([new TextEncoder().encode('{"id":"X"}')]), { policy: xiaoshan2019, clock, now: 0 })) rows.push(row.error.code) })()
answers.then(() => console.log(rows.join()))
console.log([eventFromCode('construction', 6).type, codeOfLimit('gd', { workingDays: 4 }).code].join(' '))
console.log(timeline(explain({ id: 'A-1', rule: 'water-hookup', events }, { policy: xiaoshan2019, clock, now: '2019-07-10T09:00+08:00' }), { format: 'text' }).split('\\n')[1])
const { total } = summarize(mergeTallies(createTally().total(), createTally().total()), { policy: xiaoshan2019 })
console.log([total.cases, summarize([verdict], { policy: xiaoshan2019 }).total.early.value].join(' '))
`
const ANSWER =
  '2019-05-05 2019-05-07T11:30:00+08:00 early 2019-07-05T17:00:00+08:00 xiaoshan-2019\nclosure\ncorrection-requested G\n····████████████░░░░\n0 1\nvalue-invalid\n'
const REPORT_NAMES = '{ createTally, mergeTallies, summarize }'
const CODE_NAMES = '{ codeOfLimit, eventFromCode }'
const STREAM_NAMES = '{ assessStream, entriesFrom }'
const LAYER_NAMES = '{ icsOf, layerFromIcs, readLayer }'
const RENDER_NAMES = '{ timeline }'
const NAMES = '{ assess, cn, createClock, explain, ServiceTimeError, xiaoshan2019 }'

const TYPES = `
import { assess, type CaseOf, clockFor, cn, explain, readCase, ServiceTimeError, xiaoshan2019 } from 'service-time'
import { type IcsEvent, icsOf, layerFromIcs, readLayer } from 'service-time/layer'
import { type CodedRow, eventsFromRows } from 'service-time/codes'
import { type Report, summarize } from 'service-time/report'
import { assessIndicator, type IndicatorOutcome, readPolicy } from 'service-time/policy'
import { timeline, type TimelineOptions } from 'service-time/render'
import { assessStream, entriesFrom, type Row } from 'service-time/stream'
const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2019-07-10T09:00+08:00' }
const file: CaseOf<typeof xiaoshan2019> = { id: 'A', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }
const due: string | undefined = assess(file, options).dueAt
const days: string = cn.add('2019-04-26', 4)
const code = (error: ServiceTimeError): string => error.with({ path: 'x' }).code
const isWork = ({ summary }: IcsEvent) => summary === 'x'
const layerId: string = layerFromIcs(icsOf(cn, { from: '2019-05-01', to: '2019-05-05' }), { id: 'may', isWork }).id
const rows: CodedRow[] = [{ code: 3, at: '2019-07-01' }]
const verdict: string = assess(readCase({ id: 'A', rule: 'water-hookup', events: eventsFromRows('construction', rows).events }, xiaoshan2019), options).outcome
const outcome: IndicatorOutcome = assessIndicator(xiaoshan2019, 'comments', { value: true, on: '2019-04-30', calendar: cn }).outcome
const drawing: TimelineOptions = { format: 'text' }
const report: Report = summarize([assess(file, options)], { policy: xiaoshan2019, by: ['month'] })
const streamed: AsyncGenerator<Row> = assessStream(entriesFrom([new Uint8Array()]), options)
export const answers = [streamed, report.read, timeline(explain(file, options), drawing), verdict, outcome, due, days, code, readPolicy({}).id, layerId, cn.extend(readLayer({})).id]
// @ts-expect-error A misspelt rule does not compile.
assess({ id: 'A', rule: 'water-hokup', events: [] }, options)
`

/** Cases that a test runner is asked about; `expect` is its own. */
const SUITE = `
const file = { id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01T09:12' }] }
const options = { clock: clockFor(xiaoshan2019), now: '2019-07-03T09:00' }
expect(file).toMeet(xiaoshan2019, options)
expect({ file }).toEqual({ file: expect.toMeet(xiaoshan2019, options) })
expect(() => expect(file).not.toBeDueAt('2019-07-05', { policy: xiaoshan2019, ...options })).toThrow('is due on 2019-07-05, and should not be')
`
const SUITE_TYPES = `
import { clockFor, xiaoshan2019 } from 'service-time'
const options = { clock: clockFor(xiaoshan2019), now: '2019-07-03T09:00' }
expect({ id: 'A' }).not.toMeet(xiaoshan2019, options)
expect([{ id: 'A' }]).toEqual([expect.toMeet(xiaoshan2019, options), expect.not.toMeet(xiaoshan2019, options)])
export const later: Promise<void> = expect(Promise.resolve({ id: 'A' })).resolves.toMeet(xiaoshan2019, options)
// @ts-expect-error A limit has a unit that says what it counts.
expect(['2019-07-01', '2019-07-02']).toTakeAtMost({ days: 4 }, options.clock)
`
/** Every path that the package exports, code and data; the types of test runners stand beside these. */
const exported = Object.entries(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports as Record<string, unknown>)
const subpaths = exported
  .filter(([path, target]) => typeof target !== 'string' && path !== './vitest' && path !== './jest')
  .map(([path]) => path.replace(/^\./, 'service-time'))
/** Each part has names, and no part is `any`, which has all names and none. */
const typed = subpaths.map(
  (_, i) => `export const typed${i}: 0 extends 1 & typeof part${i} ? never : [keyof typeof part${i}] extends [never] ? never : string = '${i}'`,
)
/** The data has a type, by which a name that is not in it is an error. */
const data = ['package.json', 'seeds/calendars/cn.json', 'seeds/schemas/layer.json'].map(
  (file, i) => `import json${i} = require('service-time/${file}')\n// @ts-expect-error\nexport const unknown${i} = json${i}.nothing`,
)

describe('the packed package, installed in an empty folder', () => {
  beforeAll(() => {
    const packed = JSON.parse(execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: root, encoding: 'utf8' })) as {
      filename: string
    }[]
    write('package.json', '{ "name": "consumer", "private": true, "type": "module" }')
    run('npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', join(folder, (packed[0] as { filename: string }).filename))
  })

  test('answers as an ES module', () => {
    write(
      'use.mjs',
      `import ${NAMES} from 'service-time'\nimport ${LAYER_NAMES} from 'service-time/layer'\nimport { readPolicy } from 'service-time/policy'\nimport ${CODE_NAMES} from 'service-time/codes'\nimport ${REPORT_NAMES} from 'service-time/report'\nimport ${RENDER_NAMES} from 'service-time/render'\nimport ${STREAM_NAMES} from 'service-time/stream'\n${USE}`,
    )
    expect(run('node', 'use.mjs')).toBe(ANSWER)
  })

  test('answers as a CommonJS module', () => {
    write(
      'use.cjs',
      `const ${NAMES} = require('service-time')\nconst ${LAYER_NAMES} = require('service-time/layer')\nconst { readPolicy } = require('service-time/policy')\nconst ${CODE_NAMES} = require('service-time/codes')\nconst ${REPORT_NAMES} = require('service-time/report')\nconst ${RENDER_NAMES} = require('service-time/render')\nconst ${STREAM_NAMES} = require('service-time/stream')\n${USE}`,
    )
    expect(run('node', 'use.cjs')).toBe(ANSWER)
  })

  test.each([
    ['an ES module', 'caught.mjs', "import { cn } from 'service-time'\nimport { inspect } from 'node:util'"],
    ['a CommonJS module', 'caught.cjs', "const { cn } = require('service-time')\nconst { inspect } = require('node:util')"],
  ])('shows its errors by their name, to %s', (_, file, head) => {
    write(file, `${head}\ntry { cn.add('x', 1) } catch (error) { console.log(inspect(error)) }`)
    expect(run('node', file)).toMatch(/^ServiceTimeError: "x" is not a date;/)
  })

  test('knows its own errors across both kinds of module', () => {
    write(
      'both.mjs',
      `import { createRequire } from 'node:module'
      import { cn, ServiceTimeError } from 'service-time'
      const other = createRequire(import.meta.url)('service-time')
      for (const [ask, Other] of [[cn, other.ServiceTimeError], [other.cn, ServiceTimeError]]) {
        try { ask.day('x') } catch (error) { console.log(error instanceof Other) }
      }`,
    )
    expect(run('node', 'both.mjs')).toBe('true\ntrue\n')
  })

  test.each([
    ['bundler', 'preserve'],
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
  ])(
    'compiles under moduleResolution %s, its own declarations included, with every subpath as a module of either kind',
    (moduleResolution, module) => {
      write('types.ts', TYPES)
      write('all.mts', [...subpaths.map((path, i) => `import * as part${i} from '${path}'`), ...typed].join('\n'))
      write('all.cts', [...subpaths.map((path, i) => `import part${i} = require('${path}')`), ...typed, ...data].join('\n'))
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'ES2022',
        lib: ['ES2023', 'DOM'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        resolveJsonModule: true,
        skipLibCheck: false,
        noEmit: true,
      }
      write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['types.ts', 'all.mts', 'all.cts'] }))
      expect(run('node', join(root, 'node_modules/typescript/bin/tsc'))).toBe('')
    },
  )

  describe('beside a test runner', () => {
    beforeAll(() => {
      const installed = join(folder, 'node_modules')
      mkdirSync(join(installed, '@types'), { recursive: true })
      for (const name of ['vitest', 'expect', '@types/jest', '@types/node'])
        symlinkSync(join(root, 'node_modules', name), join(installed, name), 'junction')
    })

    test('extends what Vitest expects', () => {
      const imports = "import { clockFor, xiaoshan2019 } from 'service-time'\nimport 'service-time/vitest'\nimport { expect, test } from 'vitest'"
      write('suite.test.mjs', `${imports}\ntest('a case meets its policy', () => {${SUITE}})\n`)
      expect(run('node', join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, 'suite.test.mjs')).toMatch(/Tests +1 passed/)
    })

    test("extends what Jest expects, as either kind of module, and is given to Jest's `expect` by itself", () => {
      write(
        'jest.mjs',
        `import { expect } from 'expect'\nimport { clockFor, xiaoshan2019 } from 'service-time'\nimport { matchers } from 'service-time/jest'\nexpect.extend(matchers)\n${SUITE}`,
      )
      write(
        'jest.cjs',
        `globalThis.expect = require('expect').expect\nconst { clockFor, xiaoshan2019 } = require('service-time')\nrequire('service-time/jest')\n${SUITE}`,
      )
      expect(run('node', 'jest.mjs') + run('node', 'jest.cjs')).toBe('')
    })

    test.each([
      ['Vitest', "import 'service-time/vitest'\nimport { expect } from 'vitest'", ['node']],
      ['the global `expect` of Jest', "import 'service-time/jest'", ['node', 'jest']],
      ["Jest's `expect` by itself", "import 'service-time/jest'\nimport { expect } from 'expect'", ['node']],
    ])('compiles with the types of %s', (_, imports, types) => {
      write('suite.ts', `${imports}${SUITE_TYPES}`)
      // What these packages declare is theirs to check.
      const compilerOptions = { module: 'nodenext', target: 'ES2022', lib: ['ES2023', 'DOM'], types, strict: true, skipLibCheck: true, noEmit: true }
      write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['suite.ts'] }))
      expect(run('node', join(root, 'node_modules/typescript/bin/tsc'))).toBe('')
    })
  })

  test('has a command', () => {
    expect(run('npx', '--no', 'service-time', 'add', '2019-04-26', '4 working days')).toBe('2019-05-05\n')
  })

  test('needs no set-up in any other REPL', () => {
    const input = "(await import('service-time')).cn.add('2026-11-23', 4)\nrequire('service-time').cn.day('2026-11-27').working\n"
    const out = execFileSync('node', ['--interactive'], { cwd: folder, encoding: 'utf8', input, env: { ...process.env, NO_COLOR: '1' } })
    expect(out).toContain("'2026-11-27'")
    expect(out).toContain('true')
  })

  test('brings a REPL of its own', () => {
    const out = execFileSync('npx', ['--no', 'service-time', 'repl'], { cwd: folder, encoding: 'utf8', input: "add('2026-11-23', 4)\n" })
    expect(out).toBe("'2026-11-27'  Fri, working day\n")
  })

  test('gives its data as JSON', () => {
    write(
      'data.mjs',
      `import { createRequire } from 'node:module'\nconsole.log(createRequire(import.meta.url)('service-time/seeds/calendars/cn.json').notices.length)
console.log(createRequire(import.meta.url)('service-time/seeds/schemas/layer.json').$id)
console.log(createRequire(import.meta.url)('service-time/seeds/codes/events.json').sets.construction.codes.length)
const file = createRequire(import.meta.url).resolve('service-time/seeds/policies/cn-licensing.json')
console.log(createRequire(file)(createRequire(file)(file).$schema).$id)`,
    )
    expect(run('node', 'data.mjs')).toBe('23\nurn:service-time:layer\n15\nurn:service-time:policy\n')
  })

  test('carries no library into its root, its codes, its reports and its matchers, and into its pictures what draws charts', () => {
    const dist = join(folder, 'node_modules/service-time/dist')
    const reached = new Set<string>()
    const importsOf = (file: string) =>
      ts.preProcessFile(readFileSync(join(dist, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)
    const visit = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const name of importsOf(file)) if (name.startsWith('./')) visit(name.slice(2))
    }
    const packagesOf = (entry: string) => {
      reached.clear()
      visit(entry)
      return [...new Set([...reached].flatMap(importsOf).filter((name) => !name.startsWith('.')))].sort()
    }
    expect(packagesOf('codes.js')).toEqual([])
    // What draws charts is loaded by the function that makes a page, when it is called.
    expect(packagesOf('render.js')).toEqual(['@observablehq/plot', 'linkedom'])
    expect(packagesOf('report.js')).toEqual([])
    expect(packagesOf('jest.js')).toEqual([])
    expect(packagesOf('vitest.js')).toEqual(['vitest'])
    expect(packagesOf('index.js')).toEqual([])
  })

  test('holds what it should and nothing else', () => {
    const files = readdirSync(join(folder, 'node_modules/service-time')).sort()
    expect(files).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'dist', 'package.json', 'seeds'])
  })
})
