import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'service-time-rules-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Files that break one rule each, and files that break none. */
const PLANTED: readonly (readonly [file: string, text: string, broken: readonly string[]])[] = [
  ['time/arrow.ts', "import '../clock/clock.js'", ['time/ uses']],
  ['time/type.ts', "import type { Clock } from '../clock/clock.js'\nexport const clock: Clock | undefined = undefined", ['time/ uses']],
  ['time/outside.ts', "import '../../test/planted.js'", ['time/ uses']],
  ['time/late.ts', "export const late = () => import('../clock/clock.js')", ['time/ uses']],
  ['report/edge.ts', "import '../cli/main.js'", ['cli/ is an edge', 'report/ uses']],
  ['report/root.ts', "import '../index.js'", ['index.ts is an edge', 'report/ uses']],
  ['calendar/built-in.ts', "import 'node:fs'", ['built-in modules at the edges']],
  ['calendar/old-built-in.ts', "import 'fs'", ['built-in modules at the edges']],
  ['case/zod.ts', "import { z } from 'zod'\nexport const text = z.string()", ['zod at home', 'zod is loaded by schemas']],
  ['policy/loaded.ts', "import { z } from 'zod'\nexport const text = z.string()", ['zod is loaded by schemas']],
  ['policy/typed.ts', "import type { z } from 'zod'\nexport const text: z.ZodString | undefined = undefined", []],
  ['policy/reader.ts', "import './read.js'", ['schemas are loaded by readers']],
  ['clock/package.ts', "import 'commander'", ['commander at home']],
  ['clock/tool.ts', "import 'typescript'", ['no other package']],
  ['clock/whole.ts', "import 'date-fns'", ['no other package']],
  ['clock/unknown.ts', "import 'no-such-package'", ['nothing missing']],
  ['clock/missing.ts', "import '../time/no-such-file.js'", ['nothing missing']],
  ['clock/allowed.ts', "import '../time/day.js'\nimport '../calendar/calendar.js'", []],
  ['clock/clock.ts', 'export interface Clock { readonly one: 1 }', []],
  ['cli/main.ts', "import 'node:fs'\nimport 'commander'", []],
  ['index.ts', "import './clock/clock.js'", []],
  ...['time/day.ts', 'calendar/calendar.ts', 'policy/read.ts'].map((file) => [file, 'export const one = 1', []] as const),
]

interface Found {
  readonly modules: readonly { readonly source: string; readonly valid: boolean; readonly rules?: readonly { readonly name: string }[] }[]
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] }
}

describe('the rules of who may use what', () => {
  let found: Found

  beforeAll(() => {
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    for (const [file, text] of PLANTED) write(`src/${file}`, text)
    write('test/planted.ts', 'export const one = 1')
    write('package.json', '{ "name": "planted", "type": "module", "dependencies": { "commander": "*", "zod": "*" } }')
    write('tsconfig.json', '{ "compilerOptions": { "module": "preserve" } }')
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const { stdout } = spawnSync(process.execPath, [tool, 'src', '--config', join(root, '.dependency-cruiser.js'), '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    })
    found = JSON.parse(stdout)
  })

  test.each(PLANTED)('see what src/%s breaks', (file, _, broken) => {
    const { violations } = found.summary
    expect(
      violations
        .filter(({ from }) => from === `src/${file}`)
        .map(({ rule }) => rule.name)
        .sort(),
    ).toEqual([...broken].sort())
  })
})
