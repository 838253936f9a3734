import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { policySchema, readPolicy, refinementSchema } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BROKEN, brokenBy } from '../support/broken-policies.js'
import { codeOf } from '../support/errors.js'
import { policyOf } from '../support/policies.js'

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url))
const read = (file: string): unknown => JSON.parse(readFileSync(`${seeds}/${file}`, 'utf8'))

/** A validator of JSON Schema that shares nothing with the library, as an editor would use one. */
function validatorOf(schema: z.ZodType): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
  formats(ajv, ['date'])
  return ajv.compile(z.toJSONSchema(schema, { io: 'input' }))
}

/** What a schema of JSON cannot say, and only the reader knows. */
const BEYOND: readonly string[] = ['two versions of one day', 'an end before its start', 'a department nobody knows', 'a time zone nobody knows']

describe('the JSON Schema of policies', () => {
  const isPolicy = validatorOf(policySchema)

  test.each([
    ['policy', policySchema],
    ['refinement', refinementSchema],
  ])('is what the schema of a %s generates; `npm run schemas` writes it anew', async (name, schema) => {
    const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)
    await expect(`${text}\n`).toMatchFileSnapshot(`../../seeds/schemas/${name}.json`)
  })

  test.each(readdirSync(`${seeds}/policies`))('is named by %s, and lets it through', (file) => {
    const policy = read(`policies/${file}`) as { $schema: string }
    expect(posix.join('policies', policy.$schema)).toBe('schemas/policy.json')
    expect(isPolicy(policy)).toBe(true)
  })

  test('lets a small policy through, as the reader does', () => {
    const policy = policyOf({ workingDays: 4 })
    expect([isPolicy(policy), readPolicy(policy)]).toEqual([true, policy])
  })

  test.each(BROKEN)('refuses %s, as the reader does', (what, change) => {
    const broken = brokenBy(change)
    expect(codeOf(() => readPolicy(broken))).toBeTypeOf('string')
    expect(isPolicy(broken)).toBe(BEYOND.includes(what))
  })

  test.each([null, 7, 'xiaoshan-2019', [], {}])('refuses %o', (value) => {
    expect(isPolicy(value)).toBe(false)
  })

  test('describes every field of a policy and of a version that is not plain by its name', () => {
    const { properties, $defs } = read('schemas/policy.json') as { properties: Record<string, { description?: string }>; $defs: object }
    const bare = Object.entries(properties).filter(([, { description }]) => description === undefined)
    expect(bare.map(([key]) => key)).toEqual(['titles'])
    expect(Object.keys($defs)).toEqual(['name', 'text', 'limit'])
  })
})
