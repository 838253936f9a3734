/*
 * All small changes of a folder in one script, each behind a switch, with the tests that should notice them. Stryker makes the changes and the switches,
 * esbuild the script, in which a file is read when it is first asked for. There are two: one tells which changes a test comes by, the other is quick. What knows nothing of the
 * folder is in a third, which is read once: nothing that it keeps follows from a change.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import esbuild from 'esbuild'
import { placeOf, root } from './places.js'

const silent = { debug: () => undefined, info: () => undefined, isDebugEnabled: () => false, warn: console.warn }
const plain = { ignorers: [], excludedMutations: [], plugins: null }

const filesUnder = (folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name))
const read = (path) => readFileSync(join(root, path), 'utf8')

/** Files of tests, in the order in which their folders or their beginnings are listed. */
export function testFiles(beginnings) {
  const all = filesUnder('test').filter((path) => path.endsWith('.test.ts'))
  const under = (beginning) => all.filter((path) => path.startsWith(`test/${beginning}/`) || path.startsWith(`test/${beginning}.`)).sort()
  return [...new Set(beginnings.flatMap(under))]
}

async function changesOf(folder) {
  const paths = filesUnder(`src/${folder}`).filter((path) => path.endsWith('.ts'))
  const files = paths.sort().map((name) => ({ name, content: read(name), mutate: true }))
  return new Instrumenter(silent).instrument(files, plain)
}

/** The switches as comparisons with the number of the change that is made, and what tells of coming by, or nothing in its place. */
const switched = (code, tells) =>
  code
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, '($made === $1 && $again())')
    .replace(/stryCov_9fa48\((["\d, ]+)\)/g, (_, ids) => (tells ? `$by(${ids.replaceAll('"', '')})` : '0'))

/** Which files import one that is changed, or import a file that does: what is read anew for each change. All other sources are below. */
async function filesBelow(folder, tests) {
  const { metafile } = await esbuild.build({ ...shared, stdin: entryOf(tests), plugins: [reading({})], metafile: true })
  const imports = new Map(Object.entries(metafile.inputs).map(([path, input]) => [path, input.imports.map((one) => one.path)]))
  const above = new Set([...imports.keys()].filter((path) => path.startsWith(`src/${folder}/`) || !/^(src|seeds)\//.test(path)))
  const isAbove = ([path, imported]) => !above.has(path) && imported.some((one) => above.has(one))
  for (let found = [...imports].filter(isAbove); found.length > 0; found = [...imports].filter(isAbove)) for (const [path] of found) above.add(path)
  return [...imports.keys()].filter((path) => !above.has(path))
}

const SEEN = Symbol('seen')

/** Reads sources with their changes, data as text to parse, and the address of a file where it asks for it; leaves out what is below. */
const reading = ({ changed = new Map(), tells = false, below = new Set() }) => ({
  name: 'reading',
  setup(build) {
    build.onResolve({ filter: /^(\.|service-time(\/|$))/ }, async ({ path, kind, resolveDir, pluginData, with: attributes }) => {
      if (pluginData === SEEN) return undefined
      const own = /^service-time\/?(.*)$/.exec(path)
      const found = own
        ? join(root, 'src', `${own[1] || 'index'}.ts`)
        : (await build.resolve(path, { kind, resolveDir, pluginData: SEEN, with: attributes })).path
      const name = relative(root, found)
      return below.has(name) ? { path: `below:${name}`, external: true } : { path: found }
    })
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const code = changed.get(relative(root, path))
      const contents = code === undefined ? readFileSync(path, 'utf8') : switched(code, tells)
      return { contents: contents.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' }
    })
    build.onLoad({ filter: /[\\/]seeds[\\/].*\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
      return { contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
})

const shared = {
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minifySyntax: true,
  write: false,
  logLevel: 'error',
}

/** A module from which each of some files can be had. */
function entryOf(paths) {
  const files = paths.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)})`)
  return { contents: `export const files = { ${files.join(',\n')} }`, resolveDir: root }
}

async function writeScript(folder, name, files, options) {
  const { outputFiles } = await esbuild.build({ ...shared, stdin: entryOf(files), plugins: [reading(options)] })
  const text = `(function (require, module, $made, $again, $by) {${outputFiles[0].text}\n})`
  writeFileSync(join(placeOf(folder), `${name}.cjs`), text)
}

/** The text of a source between two places, whose lines and columns are counted from 0. */
function textBetween(source, { start, end }) {
  const lines = source.split('\n').slice(start.line, end.line + 1)
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column)
  lines[0] = lines[0].slice(start.column)
  return lines.join('\n')
}

function described({ id, fileName: file, location, replacement }) {
  const source = read(file)
  const { line, column } = location.start
  return {
    id: Number(id),
    file,
    line: line + 1,
    column: column + 1,
    on: source.split('\n')[line],
    from: textBetween(source, location),
    to: replacement,
  }
}

/** Writes the scripts and gives the changes, each with its number, its file and line, and what it puts in place of what. */
export async function build(folder, tests) {
  const { files, mutants } = await changesOf(folder)
  const changed = new Map(files.map(({ name, content }) => [name, content]))
  const names = await filesBelow(folder, tests)
  const below = new Set(names)
  mkdirSync(placeOf(folder), { recursive: true })
  await writeScript(folder, 'below', names, {})
  await writeScript(folder, 'telling', tests, { changed, tells: true, below })
  await writeScript(folder, 'quick', tests, { changed, below })
  return mutants.map(described)
}
