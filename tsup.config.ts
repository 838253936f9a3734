import { defineConfig, type Options } from 'tsup'

const shared = {
  target: 'node20',
  platform: 'neutral',
  // Each entry is a chunk border, so that the library without policies carries no schema library.
  splitting: true,
  sourcemap: true,
  // Both builds run at once; the build script empties the folder before.
  clean: false,
} satisfies Options

const entry = { index: 'src/index.ts', policy: 'src/policy.ts', layer: 'src/layer.ts', codes: 'src/codes.ts', stream: 'src/stream.ts' }

export default defineConfig((options) => {
  // tsup sets baseUrl, which TypeScript 6 deprecates.
  const dts = options.dts === false ? false : { entry, compilerOptions: { ignoreDeprecations: '6.0' } }
  return [
    { ...shared, format: 'esm', entry: { ...entry, cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' }, dts },
    { ...shared, format: 'cjs', entry, dts },
  ]
})
