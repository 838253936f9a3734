import { execSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds once before the tests of what is built. */
export default function build() {
  execSync('npm run --silent build', { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'ignore', 'inherit'] })
}
