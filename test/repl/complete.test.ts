import type { CaseFile } from 'service-time'
import { describe, expect, test } from 'vitest'
import { complete } from '../../src/repl/complete.js'
import { sessionWith } from '../support/session.js'

const session = sessionWith()

describe('completion', () => {
  test.each([
    ["assess('ho", ['holiday', 'hour'], 'ho'],
    ['explain("ni', ['night'], 'ni'],
    ['cases[`lat', ['late'], 'lat'],
    ["deadline('2019-09-29', 'wat", ['water-hookup'], 'wat'],
    ["cases.x = { id: 'x', rule: 'ordinary", ['ordinary-licence'], 'ordinary'],
    ["policy.rules['gas", ['gas-hookup'], 'gas'],
    ["policies['", ['xiaoshan-2019', 'cn-licensing'], ''],
    ["{ type: 'stage-", ['stage-started', 'stage-finished'], 'stage-'],
    ["{ type: 'stage-started', stage: 'se", ['seal'], 'se'],
    ["{ type: 'paused', cause: 'hear", ['hearing'], 'hear'],
    ["add('2019-05-06', { working", ['workingMinutes', 'workingHours', 'workingDays'], 'working'],
    ['.lang ', ['zh', 'en'], ''],
    ['.asof l', ['latest'], 'l'],
    ['.now s', ['system'], 's'],
    ["assess('no-such", [], 'no-such'],
  ])('of %s offers %j', (line, names, part) => {
    expect(complete(line, session)).toEqual([names, part])
  })

  test.each(['', 'cases.', 'cn.', "assess('early')", "assess('early', pol", "'wat", "add('2019", '.help', '1 + {'])(
    'of %j is left to Node',
    (line) => {
      expect(complete(line, session)).toBeUndefined()
    },
  )

  test('knows the cases that are added', () => {
    const own = sessionWith()
    own.cases['mine'] = { ...(own.cases['early'] as CaseFile), id: 'mine' }
    expect(complete("assess('mi", own)).toEqual([['mine'], 'mi'])
  })
})
