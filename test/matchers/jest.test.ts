import { expect as jestExpect } from 'expect'
import { assess, xiaoshan2019 } from 'service-time'
import { matchers, matchersIn } from 'service-time/jest'
import * as ofVitest from 'service-time/vitest'
import { describe, expect, test } from 'vitest'
import { hall } from '../support/clocks.js'
import { linesOf } from '../support/failures.js'

jestExpect.extend(matchers)

const options = { clock: hall, now: '2019-07-10T09:00' }
const file = {
  id: 'A-1',
  rule: 'water-hookup',
  events: [
    { type: 'accepted', at: '2019-07-01' },
    { type: 'completed', at: '2019-07-05' },
  ],
} as const
const late = { ...file, events: [file.events[0], { type: 'completed', at: '2019-07-08' }] } as const

describe("Jest's own `expect`", () => {
  test('takes every matcher, and its negation', () => {
    jestExpect(file).toMeet(xiaoshan2019, options)
    jestExpect(late).not.toMeet(xiaoshan2019, options)
    jestExpect(file).toBeDueAt('2019-07-05T17:00+08:00', { policy: xiaoshan2019, ...options })
    jestExpect(file).not.toBeDueAt('2019-07-06', { policy: xiaoshan2019, ...options })
    jestExpect(['2019-04-26', '2019-05-05']).toTakeAtMost({ workingDays: 4 }, hall)
    jestExpect(['2019-04-26', '2019-05-06']).not.toTakeAtMost({ workingDays: 4 }, hall)
    const assessments = [file, late].map((each) => assess(each, { policy: xiaoshan2019, ...options }))
    jestExpect(assessments).toHaveOnTimeRate({ atLeast: 0.5 })
    jestExpect(assessments).not.toHaveOnTimeRate({ atLeast: 0.51 })
  })

  test('fails with the same words as that of Vitest', () => {
    const inJest = linesOf(() => jestExpect(late).toMeet(xiaoshan2019, options))
    expect(inJest).toEqual(linesOf(() => expect(late).toMeet(xiaoshan2019, options)))
    expect(inJest.slice(0, 2)).toEqual([
      'Case A-1 (Water hook-up) does not keep the limits of its policy:',
      'Promised limit: 4 working days, due 2019-07-05 17:00, late',
    ])
  })

  test('fails with the words of an error, behind `.not` too', () => {
    const said = [
      'toMeetStatutory cannot judge this: Case "A-1": There is no verdict to check: the rule sets no statutory limit; its promise is for toMeet. [verdict-missing]',
    ]
    expect(linesOf(() => jestExpect(file).toMeetStatutory(xiaoshan2019, options))).toEqual(said)
    expect(linesOf(() => jestExpect(file).not.toMeetStatutory(xiaoshan2019, options))).toEqual(said)
  })

  test('knows them within other values, and of promises', async () => {
    jestExpect({ file, n: 1 }).toEqual({ file: jestExpect.toMeet(xiaoshan2019, options), n: 1 })
    jestExpect([late]).toEqual([jestExpect.not.toMeet(xiaoshan2019, options)])
    await jestExpect(Promise.resolve(file)).resolves.toMeet(xiaoshan2019, options)
    await jestExpect(Promise.resolve(late)).resolves.not.toMeet(xiaoshan2019, options)
  })

  test('takes them in Chinese', () => {
    jestExpect.extend(matchersIn('zh'))
    expect(linesOf(() => jestExpect(late).toMeet(xiaoshan2019, options))[0]).toBe('办件 A-1（供水报装接入）不符合政策的时限：')
    jestExpect.extend(matchers)
  })
})

test('both entries give the same matchers', () => {
  expect(ofVitest.matchers).toBe(matchers)
})

test("Vitest's `expect` knows them within other values, and of promises", async () => {
  expect({ file, n: 1 }).toEqual({ file: expect.toMeet(xiaoshan2019, options), n: 1 })
  expect([late]).toEqual([expect.not.toMeet(xiaoshan2019, options)])
  await expect(Promise.resolve(file)).resolves.toMeet(xiaoshan2019, options)
  expect.soft(file).toMeet(xiaoshan2019, options)
})
