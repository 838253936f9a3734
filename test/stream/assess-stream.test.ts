import { assess, clockFor, ServiceTimeError, xiaoshan2019 } from 'service-time'
import { assessStream, entriesFrom, type Row } from 'service-time/stream'
import { describe, expect, test } from 'vitest'
import { allOf, bytesOf } from '../support/chunks.js'
import { errorOf } from '../support/errors.js'
import { withBank } from '../support/policies.js'

const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2019-07-10T09:00:00+08:00' }
const caseOf = (id: string, completed = '2019-07-04T16:00:00+08:00') =>
  ({
    id,
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2019-07-01T09:12:00+08:00' },
      { type: 'completed', at: completed },
    ],
  }) as const
const said = (row: Row) => ('error' in row ? row.error.code : row.assessment.id)

describe('assessStream', () => {
  test('gives what assess gives, case by case and in their order', async () => {
    const cases = [caseOf('A'), caseOf('B', '2019-07-09T16:00:00+08:00'), caseOf('C')]
    expect(await allOf(assessStream(cases, options))).toEqual(cases.map((file) => ({ assessment: assess(file, options) })))
  })

  test('takes entries of a file, and names each row by its line', async () => {
    const file = bytesOf(`${JSON.stringify(caseOf('A'))}\n{oops\n\n{"id":"X"}\n${JSON.stringify(caseOf('B'))}\n`)
    const rows = await allOf(assessStream(entriesFrom([file]), options))
    expect(rows.map((row) => [row.line, said(row)])).toEqual([
      [1, 'A'],
      [2, 'json-invalid'],
      [4, 'value-invalid'],
      [5, 'B'],
    ])
  })

  test('takes a case with fields of its own that an entry has for a case', async () => {
    expect((await allOf(assessStream([{ ...caseOf('A'), line: 3, value: 7 }], options))).map(said)).toEqual(['A'])
  })

  test('asks for a case only when its row is asked for, and closes the source when nobody asks any more', async () => {
    let [given, isClosed] = [0, false]
    const endless = function* () {
      try {
        for (;;) yield caseOf(String(++given))
      } finally {
        isClosed = true
      }
    }
    const rows = assessStream(endless(), options)
    expect(given).toBe(0)
    await rows.next()
    await rows.next()
    expect(given).toBe(2)
    await rows.return(undefined)
    expect([given, isClosed]).toEqual([2, true])
  })

  test('throws what is wrong with the options, and no case is rejected for it', async () => {
    const first = (wrong: object) => assessStream([caseOf('A')], { ...options, ...wrong }).next()
    await expect(first({ now: 'soon' })).rejects.toMatchObject({ code: 'instant-invalid', path: 'now' })
    await expect(first({ policy: {} })).rejects.toMatchObject({ code: 'value-invalid', path: 'policy' })
    await expect(first({ policy: withBank })).rejects.toMatchObject({ code: 'clock-missing' })
  })

  test('throws for what is no list of cases, and for a clock that is only a copy of one', async () => {
    const first = (cases: unknown, wrong: object = {}) => assessStream(cases as [], { ...options, ...wrong }).next()
    await expect(first(caseOf('A'))).rejects.toMatchObject({ code: 'value-invalid', path: 'cases' })
    await expect(first('A')).rejects.toMatchObject({ code: 'value-invalid', path: 'cases' })
    await expect(first([], { clock: { ...options.clock } })).rejects.toMatchObject({ code: 'value-invalid', path: 'clock' })
  })

  test('throws what the source throws', async () => {
    const source = async function* () {
      yield caseOf('A')
      throw new RangeError('the source broke')
    }
    await expect(allOf(assessStream(source(), options))).rejects.toThrow(new RangeError('the source broke'))
  })

  test('keeps the error that assess throws, with the case', async () => {
    const bad = { ...caseOf('A'), rule: 'water-hokup' }
    const [row] = await allOf(assessStream([bad], options))
    const thrown = errorOf(() => assess(bad as never, options))
    expect(row && 'error' in row && row.error).toMatchObject({ code: 'rule-unknown', path: 'rule', caseId: 'A', message: thrown.message })
    expect(thrown).toBeInstanceOf(ServiceTimeError)
  })
})
