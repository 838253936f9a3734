import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import * as cases from '../src/messages/case.js'
import * as files from '../src/messages/files.js'
import * as layers from '../src/messages/layer.js'
import * as policies from '../src/messages/policy.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What an application holds of the package that imports these names of its root. */
async function bundleOf(names: string): Promise<string> {
  const contents = `export { ${names} } from './dist/index.js'`
  const { outputFiles } = await build({ stdin: { contents, resolveDir: root }, bundle: true, format: 'esm', charset: 'utf8', write: false })
  return outputFiles[0]?.text ?? ''
}

const codesOf = (...modules: readonly object[]) =>
  modules.flatMap((module) => Object.values(module).map(({ code }: { readonly code: string }) => code))

describe('an application', () => {
  test('that wants calendar and clock holds their faults, and none of cases, policies, layers or files', async () => {
    const bundle = await bundleOf('createCalendar, createClock')
    const holds = (code: string) => bundle.includes(`code: "${code}"`)
    expect(['date-invalid', 'outside-coverage', 'sessions-overlap', 'value-invalid', 'choice-unknown'].filter((code) => !holds(code))).toEqual([])
    // A stage's clock in another zone is a fault of cases, though it is told in terms of clocks.
    expect([...codesOf(cases, policies, layers, files), 'clock-missing', 'zones-differ'].filter(holds)).toEqual([])
    const foreign = ['case-id', 'policy', 'explanation', 'csv-mapping', 'grouping', 'code set', 'theme']
    expect(foreign.filter((name) => new RegExp(`(not|unknownChoice)\\(\\s*"${name}"`).test(bundle))).toEqual([])
  })

  test('that wants one number holds no words, notices or policies', async () => {
    const bundle = await bundleOf('MISSING_DAY')
    expect(bundle).toContain('MISSING_DAY')
    expect(bundle).not.toMatch(/\p{Script=Han}|JSON\.parse/u)
  })
})
