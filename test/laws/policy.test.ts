import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { cnLicensing, ServiceTimeError, xiaoshan2019 } from 'service-time'
import { lint, originOf, policySchema, readPolicy, refinePolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runs } from '../support/runs.js'

const ajv = new Ajv2020({ strict: false })
formats(ajv, ['date'])
const isPolicy = ajv.compile(z.toJSONSchema(policySchema, { io: 'input' }))

type Node = Record<string, unknown>
const SOURCES = [cnLicensing, xiaoshan2019].map((policy) => JSON.stringify(policy))

/** Every place in plain data, as the object or list that holds it and its key there. */
function placesIn(value: unknown): readonly [Node, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]): readonly [Node, string][] => [[value as Node, key], ...placesIn(inner)])
}

/** A shipped policy of which a few places were deleted, overwritten, or given what stands at another. */
const mutated = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    changes: fc.array(fc.record({ at: fc.nat(), from: fc.nat(), how: fc.constantFrom('delete', 'copy', 'set'), value: fc.jsonValue() }), {
      maxLength: 3,
    }),
  })
  .map(({ source, changes }) => {
    const policy = JSON.parse(source) as unknown
    for (const { at, from, how, value } of changes) {
      const places = placesIn(policy)
      const [[holder, key], [giver, other]] = [places[at % places.length], places[from % places.length]] as [[Node, string], [Node, string]]
      if (how === 'delete') delete holder[key]
      else holder[key] = how === 'set' ? value : structuredClone(giver[other])
    }
    return policy
  })

/** The policy that the reader makes of a value; undefined where it refuses it, which it does by a typed error alone. */
function readOf(value: unknown) {
  try {
    return readPolicy(value)
  } catch (error) {
    if (error instanceof ServiceTimeError) return undefined
    throw error
  }
}

describe('a policy changed at random', () => {
  test('is read or refused by name, and what is read the JSON Schema lets through and lint can look at', () => {
    let read = 0
    fc.assert(
      fc.property(mutated, (value) => {
        const policy = readOf(value)
        if (!policy) return
        read++
        expect(isPolicy(JSON.parse(JSON.stringify(policy)))).toBe(true)
        for (const { path, text } of lint(policy)) expect([path, text.zh, text.en]).toEqual(Array(3).fill(expect.stringMatching(/\S/)))
      }),
      { numRuns: runs(300) },
    )
    expect(read).toBeGreaterThan(0)
  })
})

describe('a policy that extends another', () => {
  const { titles, source, rules } = cnLicensing
  const date = fc.integer({ min: 0, max: 2_000 }).map((days) => new Date(Date.UTC(2019, 3, 23) + days * 86_400_000).toISOString().slice(0, 10))
  const changes = fc.uniqueArray(fc.record({ from: date, days: fc.integer({ min: 0, max: 20 }) }), { selector: ({ from }) => from, maxLength: 5 })

  test('has on each day one version, with the newest promise and all else of its base', () => {
    fc.assert(
      fc.property(changes, date, (promises, day) => {
        const versions = promises.map(({ from, days }) => ({ from, target: { kind: 'each', limit: { workingDays: days } } }) as const)
        const policy = refinePolicy(cnLicensing, { id: 'own', titles, source, rules: { 'ordinary-licence': { versions } } })
        const all = policy.rules['ordinary-licence'].versions
        const inForce = all.filter(({ from, to }) => from <= day && (to === undefined || day <= to))
        const newest = promises.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
        expect(inForce).toHaveLength(1)
        const { from: _from, to: _to, target, ...rest } = inForce[0] as (typeof all)[number]
        const { from: _since, target: promised, ...base } = rules['ordinary-licence'].versions[0] as (typeof all)[number]
        expect([target, rest]).toEqual([newest ? { kind: 'each', limit: { workingDays: newest.days } } : promised, base])
        const path = `rules.ordinary-licence.versions[${all.indexOf(inForce[0] as (typeof all)[number])}]`
        expect(originOf(policy, `${path}.target`)).toBe(newest ? 'own' : 'cn-licensing')
        expect(originOf(policy, `${path}.causes.hearing.titles.zh`)).toBe('cn-licensing')
        expect(readPolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
      }),
    )
  })
})
