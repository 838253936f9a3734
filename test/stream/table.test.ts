import { clockFor, xiaoshan2019 } from 'service-time'
import { assessStream, type CsvMapping, type Entry, entriesFrom, type ReadOptions, type Row, readMapping } from 'service-time/stream'
import { describe, expect, test } from 'vitest'
import { casesOf, EXTRACTED, type GeneratedCase } from '../../examples/generate.js'
import { allOf, bytesOf, chunksAt } from '../support/chunks.js'
import { errorOf } from '../support/errors.js'

const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: EXTRACTED }
const said = (entry: Entry) => ('error' in entry ? [entry.line, entry.error.code] : [entry.line, entry.value])
const read = async (text: string | Uint8Array, by: ReadOptions = {}) =>
  (await allOf(entriesFrom([typeof text === 'string' ? bytesOf(text) : text], by))).map(said)
const rowsOf = async (text: string, by: ReadOptions = {}) =>
  (await allOf(assessStream(entriesFrom([bytesOf(text)], by), options))).map(({ line: _, ...row }: Row) => row)

const cell = (value: unknown) => (/[",\n]/.test(String(value ?? '')) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? ''))
const lineOf = (cells: readonly unknown[]) => `${cells.map(cell).join(',')}\n`

/** A row an event. */
const FIELDS = ['type', 'at', 'cause', 'stage'] as const
const eventTable = (cases: readonly GeneratedCase[]) =>
  lineOf(['id', 'rule', 'materials', ...FIELDS]) +
  cases
    .flatMap(({ id, rule, materials, events }) =>
      events.map((event) => lineOf([id, rule, materials, ...FIELDS.map((name) => (event as unknown as Record<string, unknown>)[name])])),
    )
    .join('')

const CASES = [...casesOf(300, 11)]
const ndjson = CASES.map((file) => `${JSON.stringify(file)}\n`).join('')

describe('a table of a row an event', () => {
  test('gives the rows that NDJSON of the same cases gives', async () => {
    expect(await rowsOf(eventTable(CASES))).toEqual(await rowsOf(ndjson))
  })

  test('names a case by its first row, and is read the same wherever a cut falls', async () => {
    const bytes = bytesOf(
      '\uFEFFid,rule,type,at,reason\r\n甲,water-hookup,accepted,2019-07-01,"a ""b""\r\nc"\r\n甲,water-hookup,completed,2019-07-02,\r\n\r\n乙,x,accepted,2019-07-03,',
    )
    const expected = [
      [
        2,
        {
          id: '甲',
          rule: 'water-hookup',
          events: [
            { type: 'accepted', at: '2019-07-01', reason: 'a "b"\nc' },
            { type: 'completed', at: '2019-07-02' },
          ],
        },
      ],
      [6, { id: '乙', rule: 'x', events: [{ type: 'accepted', at: '2019-07-03' }] }],
    ]
    for (const cut of bytes.keys()) expect((await allOf(entriesFrom(chunksAt(bytes, [cut])))).map(said)).toEqual(expected)
    expect((await allOf(entriesFrom(chunksAt(bytes, [...bytes.keys()])))).map(said)).toEqual(expected)
  })

  test('refuses the cases beside a row that is lost, as it may have been one of theirs, and no other', async () => {
    const rows = ['A,accepted,2019-07-01', 'B,accepted,2019-07-01', 'broken', 'C,accepted,2019-07-01', 'D,accepted,2019-07-01']
    expect(
      (await read(`id,type,at,rule\n${rows.map((row) => `${row},water-hookup\n`).join('')}`)).map(([line, what]) => [line, typeof what]),
    ).toEqual([
      [2, 'object'],
      [3, 'string'],
      [4, 'string'],
      [5, 'string'],
      [6, 'object'],
    ])
  })

  test('refuses a case that comes back after another', async () => {
    const rows = ['A', 'B', 'A', 'C'].map((id) => `${id},water-hookup,accepted,2019-07-01\n`).join('')
    expect((await read(`id,rule,type,at\n${rows}`)).map(([line, what]) => [line, typeof what === 'string' ? what : 'read'])).toEqual([
      [2, 'read'],
      [3, 'read'],
      [4, 'rows-scattered'],
      [5, 'read'],
    ])
  })

  test('reads the amount of an extension, and refuses one that is none with its case alone', async () => {
    const rows = 'A,water-hookup,extended,2019-07-01,2个工作日\nB,water-hookup,extended,2019-07-01,some\n'
    expect(await read(`id,rule,type,at,by\n${rows}`)).toEqual([
      [2, { id: 'A', rule: 'water-hookup', events: [{ type: 'extended', at: '2019-07-01', by: { workingDays: 2 } }] }],
      [3, 'limit-invalid'],
    ])
  })
})

describe('a table of a row a case', () => {
  const plain = CASES.filter(
    ({ events }) => new Set(events.map(({ type }) => type)).size === events.length && events.every((event) => !('stage' in event)),
  )
  const types = ['received', 'correction-requested', 'corrected', 'accepted', 'rejected', 'paused', 'resumed', 'completed', 'withdrawn', 'delivered']
  const atOf = ({ events }: GeneratedCase, type: string) => events.find((event) => event.type === type)?.at
  const causeless = plain.filter(({ events }) => events.every((event) => !('cause' in event)))
  const tableOf = (cases: readonly GeneratedCase[], names: readonly string[]) =>
    lineOf(names) + cases.map((file) => lineOf([file.id, file.rule, file.materials, ...types.map((type) => atOf(file, type))])).join('')

  test('gives the rows that NDJSON of the same cases gives, by columns that are called as the events are', async () => {
    expect(causeless.length).toBeGreaterThan(100)
    const text = tableOf(causeless, ['id', 'rule', 'materials', ...types])
    expect(await rowsOf(text)).toEqual(await rowsOf(causeless.map((file) => `${JSON.stringify(file)}\n`).join('')))
  })

  test('is read by a mapping where they are called otherwise', async () => {
    const mapping = readMapping({
      id: '编号',
      rule: '事项',
      materials: '材料',
      events: types.map((type) => ({ type: { is: type }, at: `${type}时间`, ...(type === 'paused' && { cause: { is: '听证' } }) })),
    })
    const text = tableOf(causeless, ['编号', '事项', '材料', ...types.map((type) => `${type}时间`)])
    expect(await rowsOf(text, { mapping })).toEqual(await rowsOf(causeless.map((file) => `${JSON.stringify(file)}\n`).join('')))
  })

  const mapping: CsvMapping = {
    id: '编号',
    rule: { is: 'water-hookup' },
    events: [
      { type: { is: 'completed' }, at: '办结' },
      { type: { is: 'accepted' }, at: '受理' },
      { type: '挂起', at: '挂起时间', cause: '原因' },
    ],
    values: { 暂停: 'paused' },
  }

  test('puts events in the order of time, leaves out those without one, and reads dates as spreadsheets write them', async () => {
    const text = '编号;受理;办结;挂起;挂起时间;原因\n1;2019/7/1 9:05;2019/7/10;暂停;2019-7-3 14:30:05;听证\n2;2019.07.01;;;;\n'
    expect(await read(text, { mapping })).toEqual([
      [
        2,
        {
          id: '1',
          rule: 'water-hookup',
          events: [
            { type: 'accepted', at: '2019-07-01T09:05:00' },
            { type: 'paused', at: '2019-07-03T14:30:05', cause: '听证' },
            { type: 'completed', at: '2019-07-10' },
          ],
        },
      ],
      [3, { id: '2', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }],
    ])
  })

  test.each([
    [
      'a row with a cell too few',
      'A,x\n',
      [
        [2, 'cells-differ'],
        [3, 'read'],
      ],
    ],
    [
      'a row with a cell too many',
      'A,x,1,2\n',
      [
        [2, 'cells-differ'],
        [3, 'read'],
      ],
    ],
    [
      'a quote in the midst of a quoted field',
      '"A"b,x,1\n',
      [
        [2, 'csv-invalid'],
        [3, 'read'],
      ],
    ],
    [
      'a quote that is not closed',
      'A,x,1\n"B',
      [
        [2, 'read'],
        [3, 'csv-invalid'],
      ],
    ],
    [
      'a byte that is no text',
      new Uint8Array([0x41, 0xff, 0x2c, 0x78, 0x2c, 0x31, 0x0a]),
      [
        [2, 'text-not-utf8'],
        [3, 'read'],
      ],
    ],
  ])('loses %s and nothing else', async (_, row, expected) => {
    const bytes = Buffer.concat([bytesOf('id,rule,accepted\n'), typeof row === 'string' ? bytesOf(row) : row, bytesOf('Z,x,2\n')])
    const found = (await read(bytes)).map(([line, what]) => [line, typeof what === 'string' ? what : 'read'])
    expect(found).toEqual(expected)
  })

  test('with quotes that are wrong is read the same however its bytes come', async () => {
    const rows = ['A,x,1', '"B"b,x,2', 'C,"x\n\n""",3', '"D" ,x,4', '5" pipe,x,5', 'E" pipe,x,6', '"F']
    const bytes = bytesOf(['id,rule,accepted', ...rows].join('\n'))
    const whole = await read(bytes)
    expect(whole.map(([line, what]) => [line, typeof what === 'string' ? what : 'read'])).toEqual([
      [2, 'read'],
      [3, 'csv-invalid'],
      [4, 'read'],
      [7, 'read'],
      [8, 'read'],
      [9, 'read'],
      [10, 'csv-invalid'],
    ])
    for (const cut of bytes.keys()) expect((await allOf(entriesFrom(chunksAt(bytes, [cut])))).map(said)).toEqual(whole)
  })

  test('refuses a count that is none', async () => {
    expect(await read('id,rule,materials,accepted\nA,x,many,2019-07-01\n')).toEqual([[2, 'value-invalid']])
  })

  test('is refused as a whole where a column is missing', async () => {
    await expect(read('编号,受理\n1,2019-07-01\n', { mapping })).rejects.toMatchObject({ code: 'column-missing', facts: { found: '办结' } })
    await expect(read('id,rule\n1,x\n')).rejects.toMatchObject({ code: 'column-missing', facts: { found: 'accepted' } })
  })

  test.each([
    ['the rule', 'id,accepted\nA,2019-07-01\n', 'rule', ['id', 'accepted']],
    ['anything that is known', '编号;受理;办结\n1;2019-07-01;\n', 'id', ['编号', '受理', '办结']],
    ['names, with tabs', 'A\tx\t1', 'id', ['A', 'x', '1']],
  ])('without a column for %s is refused as a whole, wherever a cut falls', async (_, text, found, columns) => {
    const bytes = bytesOf(text)
    for (const cut of [0, ...bytes.keys()])
      await expect(allOf(entriesFrom(chunksAt(bytes, [cut])))).rejects.toMatchObject({ code: 'column-missing', facts: { found, columns } })
  })

  test('that is not UTF-8 is refused as a whole', async () => {
    await expect(read(Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xca, 0xdc, 0x0a, 0x31, 0x2c, 0x32]))).rejects.toMatchObject({
      code: 'text-not-utf8',
    })
  })

  test('is no table where its first line has one cell, or JSON follows', async () => {
    expect(await read('not json\nA,x,1\n')).toEqual([
      [1, 'json-invalid'],
      [2, 'json-invalid'],
    ])
    expect(await read('exported, at last\n\n {"id":1}\n')).toEqual([
      [1, 'json-invalid'],
      [3, { id: 1 }],
    ])
  })
})

test.each([
  ['no object', 7, 'value-invalid', ''],
  ['neither kind of events', { id: 'a', rule: 'b' }, 'value-invalid', ''],
  ['both kinds of events', { id: 'a', rule: 'b', events: [{ type: 'c', at: 'd' }], event: { type: 'c', at: 'd' } }, 'value-invalid', ''],
  ['no id', { rule: 'b', event: { type: 'c', at: 'd' } }, 'value-invalid', 'id'],
  ['a part that is not known', { id: 'a', rule: 'b', column: 1 }, 'choice-unknown', ''],
  ['an event without an instant', { id: 'a', rule: 'b', events: [{ type: 'c' }] }, 'value-invalid', 'events[0].at'],
  ['an event with a part that is not known', { id: 'a', rule: 'b', event: { type: 'c', at: 'd', on: 'e' } }, 'choice-unknown', 'event'],
  ['no events in the list', { id: 'a', rule: 'b', events: [] }, 'value-invalid', 'events'],
  ['a field that is neither', { id: { it: 'a' }, rule: 'b', event: { type: 'c', at: 'd' } }, 'choice-unknown', 'id'],
  ['a field of no text', { id: { is: '' }, rule: 'b', event: { type: 'c', at: 'd' } }, 'value-invalid', 'id'],
  ['values that are no texts', { id: 'a', rule: 'b', event: { type: 'c', at: 'd' }, values: { e: 1 } }, 'value-invalid', 'values.e'],
])('a mapping with %s is refused with the place of it', (_, value, code, path) => {
  const error = errorOf(() => readMapping(value))
  expect([error.code, error.path]).toEqual([code, path])
})
