import { readFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'

/** Data as a text to parse, which an engine reads several times as fast as a literal of the same size. */
const dataAsText = {
  name: 'data-as-text',
  setup(build) {
    build.onLoad({ filter: /[\\/]seeds[\\/].*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
      return { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
} satisfies NonNullable<Options['esbuildPlugins']>[number]

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
}

export default defineConfig((options) => {
  // tsup sets baseUrl, which TypeScript 6 deprecates.
  const dts = options.dts === false ? false : { entry, compilerOptions: { ignoreDeprecations: '6.0' } }
  return [
    { ...shared, format: 'esm', entry: { ...entry, cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' }, dts },
    { ...shared, format: 'cjs', entry, dts },
  ]
})
