import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { installed, locked } from './support/lock.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifestOf = (place: string) => JSON.parse(readFileSync(`${root}/${place}/package.json`, 'utf8'))

describe('the packages that are installed with the library', () => {
  test('are those that it names, and what they need', () => {
    expect(installed.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(manifestOf('.').dependencies)))
  })

  test('say the same of themselves as the lock file', () => {
    for (const { place, name, version, license } of installed) expect(manifestOf(place)).toMatchObject({ name, version, license })
  })

  test('run nothing when they are installed, and neither does the library', () => {
    expect(installed.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([])
    const scripts = ['.', ...installed.map(({ place }) => place)].flatMap((place) =>
      Object.keys(manifestOf(place).scripts ?? {}).filter((script) => /^(pre|post)?install$/.test(script)),
    )
    expect(scripts).toEqual([])
  })

  test('are given up by none of their authors', () => {
    expect(installed.filter(({ deprecated }) => deprecated !== undefined)).toEqual([])
  })
})

test('every package of the lock file is held to its content', () => {
  expect(locked.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
})
