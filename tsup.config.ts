import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { defineConfig, type Options } from 'tsup'

/** What is large is parsed when it is first asked for, so that no start waits for what it does not use: its parts are getters. */
function lazily(data: object, parsing: string): string {
  const parts = Object.keys(data).map((key) => `get ${JSON.stringify(key)}() { return data()[${JSON.stringify(key)}] }`)
  return `let parsed\nconst data = () => (parsed ??= ${parsing})\nexport default { ${parts.join(', ')} }`
}

/** Data as a text to parse, which an engine reads several times as fast as a literal of the same size. */
const dataAsText = {
  name: 'data-as-text',
  setup(build) {
    build.onLoad({ filter: /[\\/]seeds[\\/].*\.json$/ }, async ({ path }) => {
      const data: object = JSON.parse(await readFile(path, 'utf8'))
      const parsing = `JSON.parse(${JSON.stringify(JSON.stringify(data))})`
      const isLarge = /[\\/](policies[\\/]|cn\.json$)/.test(path)
      return { contents: isLarge ? lazily(data, parsing) : `export default /* @__PURE__ */ ${parsing}`, loader: 'js' }
    })
  },
} satisfies NonNullable<Options['esbuildPlugins']>[number]

/** So that numbers of modules that import nothing are put where they are used: an engine reads a constant of a module from memory each time. */
const minifySyntax = true

const CHUNK = /"\.\/(chunk-[A-Z0-9]+\.js)"/g
const OUT = 'dist'

/** The chunks that a built file needs at once, those of chunks included. */
async function chunksOf(file: string, found = new Set<string>()): Promise<ReadonlySet<string>> {
  const text = await readFile(`${OUT}/${file}`, 'utf8')
  for (const [, chunk] of text.matchAll(CHUNK)) {
    if (chunk === undefined || found.has(chunk)) continue
    found.add(chunk)
    await chunksOf(chunk, found)
  }
  return found
}

/**
 * Makes one file of the chunks of the root: looking for and opening each of a dozen takes as long as all that stands in them.
 * The other entries take what they share with the root from that file too, so that nothing is there twice.
 */
async function joinCore(): Promise<void> {
  const chunks = await chunksOf('index.js')
  const contents = [...chunks].map((chunk) => `export * from './${chunk}'`).join('\n')
  await build({
    stdin: { contents, resolveDir: OUT },
    bundle: true,
    minifySyntax,
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    charset: 'utf8',
    outfile: `${OUT}/core.js`,
  })
  for (const file of await readdir(OUT)) {
    if (!file.endsWith('.js') || chunks.has(file) || file === 'core.js') continue
    const text = await readFile(`${OUT}/${file}`, 'utf8')
    await writeFile(
      `${OUT}/${file}`,
      text.replace(CHUNK, (whole, chunk: string) => (chunks.has(chunk) ? '"./core.js"' : whole)).replace(/^import "\.\/core\.js";\n/gm, ''),
    )
  }
  await Promise.all([...chunks].flatMap((chunk) => [rm(`${OUT}/${chunk}`), rm(`${OUT}/${chunk}.map`)]))
}

const shared = {
  target: 'node20',
  platform: 'neutral',
  // Each entry is a chunk border, so that the library without policies carries no schema library.
  splitting: true,
  sourcemap: true,
  esbuildPlugins: [dataAsText],
  // Few functions of large packages, whose lists of exports alone would double the time of the import; and a browser can load what has no bare imports.
  noExternal: ['date-fns', '@date-fns/utc', '@noble/hashes'],
  // The REPL imports the package by its name, as its users do: it finds the other files that are built here.
  external: [/^service-time(\/|$)/],
  // Both builds run at once; the build script empties the folder before.
  clean: false,
} satisfies Options

const entry = {
  index: 'src/index.ts',
  policy: 'src/policy.ts',
  layer: 'src/layer.ts',
  codes: 'src/codes.ts',
  report: 'src/report.ts',
  render: 'src/render.ts',
  stream: 'src/stream.ts',
  jest: 'src/jest.ts',
}

/** Vitest is a module and nothing else, so that what extends it is one too. */
const asModule = { ...entry, vitest: 'src/vitest.ts' }

export default defineConfig((options) => {
  // tsup sets baseUrl, which TypeScript 6 deprecates.
  const dtsOf = (from: typeof entry) => (options.dts === false ? false : { entry: from, compilerOptions: { ignoreDeprecations: '6.0' } })
  return [
    {
      ...shared,
      // What makes CommonJS of modules with chunks does not understand every short form.
      esbuildOptions: (options) => {
        options.minifySyntax = minifySyntax
      },
      format: 'esm',
      entry: { ...asModule, cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
      dts: dtsOf(asModule),
      onSuccess: joinCore,
    },
    { ...shared, format: 'cjs', entry, dts: dtsOf(entry) },
  ]
})
