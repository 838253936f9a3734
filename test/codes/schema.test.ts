import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CaseTypeCodes, EventCodes, UnitCodes } from 'service-time/codes'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { codeSchema } from '../support/code-schema.js'

const files = ['events', 'units', 'case-types']
const read = (name: string) =>
  codeSchema.parse(JSON.parse(readFileSync(fileURLToPath(new URL(`../../seeds/codes/${name}.json`, import.meta.url)), 'utf8')))

describe('the code files', () => {
  test.each(files)('%s is what the schema lets through', (name) => {
    expect(read(name).$schema).toBe('../schemas/codes.json')
  })

  test('have the sets that the types name', () => {
    type Names<S extends string> = Readonly<Record<S, true>>
    const events: Names<EventCodes> = { construction: true, 'engine-a': true, closing: true, special: true, 'special-older': true }
    const units: Names<UnitCodes> = { gd: true, rating: true, 'engine-c': true }
    const types: Names<CaseTypeCodes> = { 'gb-39046': true }
    expect(files.map((name) => Object.keys(read(name).sets))).toEqual([events, units, types].map((names) => Object.keys(names)))
  })

  test.each(files)('%s gives no code twice', (name) => {
    for (const [id, { codes }] of Object.entries(read(name).sets)) {
      const all = codes.map(({ code }) => String(code))
      expect([id, new Set(all).size]).toEqual([id, all.length])
    }
  })

  test('events says why each code without an event has none, and writes one code for each event', () => {
    for (const { codes } of Object.values(read('events').sets)) {
      const events = codes as { event?: { type: string; result?: string }; isAlias?: true; note?: object }[]
      expect(events.filter(({ event, note }) => !event && !note)).toEqual([])
      const written = events.filter(({ event, isAlias }) => event && !isAlias).map(({ event }) => JSON.stringify(event))
      // Of electronic supervision several closings are without a decision, but each has a result of its own.
      expect(new Set(written).size).toBe(written.length)
    }
  })

  test('have a JSON Schema; `npm run schemas` writes it anew', async () => {
    const text = JSON.stringify(z.toJSONSchema(codeSchema, { io: 'input' }), null, 2)
    await expect(`${text}\n`).toMatchFileSnapshot('../../seeds/schemas/codes.json')
  })
})
