/*
 * What of the package a bundler puts into an application: `npm run size`. Bytes minified, and then packed by gzip.
 */
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = new URL('../..', import.meta.url).pathname

/** The notices, hours and policies that the root brings. */
const DATA = [
  'calendars/cn',
  'calendars/cn-exceptions',
  'calendars/hangzhou-2016',
  'hours/hall-9-to-5',
  'policies/cn-licensing',
  'policies/xiaoshan-2019',
]

/** What an application may want, as it imports it. */
const WANTED = [
  ['calendar and clock, with the notices', "export { cn, createClock } from './dist/index.js'"],
  ['calendar and clock, for notices of your own', "export { createCalendar, createClock } from './dist/index.js'"],
  ['cases and their verdicts, for a policy of your own', "export { assess, createCalendar, createClock } from './dist/index.js'"],
  ['everything of the root', "export * from './dist/index.js'"],
  ['of that the data: notices, hours, policies', DATA.map((name, i) => `export { default as data${i} } from './seeds/${name}.json'`).join('\n')],
]

async function sizeOf(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // As Vite, Rollup and webpack write it; by itself esbuild writes six bytes for a Chinese character.
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  })
  const [{ contents: bytes }] = outputFiles
  return [bytes.length, gzipSync(bytes, { level: 9 }).length]
}

const kilobytes = (bytes) => `${(bytes / 1_024).toFixed(1)} KB`
console.log('| what is imported | minified | packed by gzip |\n| --- | --- | --- |')
for (const [what, contents] of WANTED) {
  const [minified, packed] = await sizeOf(contents)
  console.log(`| ${what} | ${kilobytes(minified)} | ${kilobytes(packed)} |`)
}
