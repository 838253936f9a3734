import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

test('the lock file of the example holds what the package depends on, and no addresses; npm run hall:lock renews it', () => {
  const lock = read('examples/window-hall/package-lock.json')
  const { version, dependencies } = JSON.parse(read('package.json'))
  expect(JSON.parse(lock).packages['node_modules/service-time']).toMatchObject({ version, dependencies })
  expect(lock).not.toContain('"resolved"')
})
