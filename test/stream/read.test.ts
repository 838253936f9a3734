import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { ServiceTimeError } from 'service-time'
import { batchesFrom, type Entry, entriesFrom } from 'service-time/stream'
import { describe, expect, test } from 'vitest'
import { allOf, bytesOf, chunksAt } from '../support/chunks.js'

/** Entries in a form that is equal where they say the same. */
const said = (entry: Entry) => ('error' in entry ? [entry.line, entry.error.code, entry.error.message] : [entry.line, entry.value])

async function read(bytes: Uint8Array, cuts: readonly number[] = []) {
  try {
    return (await allOf(entriesFrom(chunksAt(bytes, cuts), { file: 'f' }))).map(said)
  } catch (error) {
    if (error instanceof ServiceTimeError) return [['thrown', error.code, error.message]]
    throw error
  }
}

/** Lines one by one, as simply as can be: the text of each is JSON, or it is a fault of that line. */
function readSimply(text: string) {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      return [[i + 1, JSON.parse(line.replace(/^\uFEFF/, ''))]]
    } catch {
      return [[i + 1, 'json-invalid']]
    }
  })
}

const line = fc.oneof(
  fc.record({ id: fc.string(), note: fc.string({ unit: 'binary' }) }).map((value) => JSON.stringify(value)),
  fc.constantFrom('', '  ', '\t\r', '{oops', 'not json', '7', '"a, ]"', '[1]', '\uFEFF{"id":"甲"}', '{"id":"\\"]}"}'),
)
const lines = fc.array(line, { minLength: 1, maxLength: 12 }).map((all) => `{"first":"现场踏勘"}\n${all.join('\n')}`)
const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 40 })

describe('NDJSON', () => {
  test('gives what a simple reading of its lines gives', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (text) => {
        const found = (await read(bytesOf(text))).map(([at, value, ...rest]) => (rest.length > 0 ? [at, value] : [at, value]))
        expect(found).toEqual(readSimply(text))
      }),
    )
  })

  test('reads the same however its bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(lines, cuts, async (text, at) => {
        const bytes = bytesOf(text)
        expect(await read(bytes, at)).toEqual(await read(bytes))
      }),
    )
  })

  test('reads the same byte by byte, wherever a cut falls', async () => {
    const bytes = bytesOf('\uFEFF{"id":"甲"}\r\n\n{oops\n{"id":"\\"乙"}\n{"cut":')
    const whole = await read(bytes)
    expect(whole.map(([at]) => at)).toEqual([1, 3, 4, 5])
    expect(await read(bytes, [...bytes.keys()])).toEqual(whole)
    for (const cut of bytes.keys()) expect(await read(bytes, [cut])).toEqual(whole)
  })

  test('loses only the line with a byte that is no text', async () => {
    const bytes = Buffer.concat([bytesOf('{"id":"甲"}\n{"id":"'), Buffer.from([0xff]), bytesOf('"}\n{"id":"乙"}')])
    expect((await read(bytes)).map(([at, what]) => [at, what])).toEqual([
      [1, { id: '甲' }],
      [2, 'text-not-utf8'],
      [3, { id: '乙' }],
    ])
    expect(await read(bytes, [...bytes.keys()])).toEqual(await read(bytes))
  })

  test('is one object where its lines are no values and the whole is', async () => {
    const pretty = bytesOf(`\n${JSON.stringify({ id: '甲', events: [1, 2] }, null, 2)}\n`)
    expect(await read(pretty)).toEqual([[1, { id: '甲', events: [1, 2] }]])
    for (const cut of pretty.keys()) expect(await read(pretty, [cut])).toEqual(await read(pretty))
  })

  test('gives the same a block at a time', async () => {
    const text = bytesOf('{"id":1}\n{"id":2}\n')
    expect((await allOf(batchesFrom([text]))).map((entries) => entries.map(said))).toEqual([
      [
        [1, { id: 1 }],
        [2, { id: 2 }],
      ],
    ])
  })
})

describe('what is no bytes', () => {
  const first = (chunks: unknown) => entriesFrom(chunks as []).next()
  test.each<[string, unknown]>([
    ['text, as a stream with an encoding gives it', [`${JSON.stringify({ id: 'A' })}\n`]],
    ['the path of a file', 'cases.ndjson'],
    ['the bytes themselves', new TextEncoder().encode('{}')],
    ['nothing', undefined],
  ])('%s is refused', async (_, chunks) => {
    await expect(first(chunks)).rejects.toMatchObject({ code: 'value-invalid', path: 'chunks' })
  })
})

describe('a JSON array', () => {
  const element = fc.oneof(fc.json(), fc.constantFrom('{"id":"甲\\"],"}', '"\\\\"', '7', '{oops}', '[1,[2]]', '{\n"id":\n1}'))
  const arrays = fc.array(element, { maxLength: 6 }).map((all) => `[\n${all.join(' ,\n')}\n]`)

  test('gives the elements that JSON.parse gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1 }), fc.constantFrom(undefined, 2), cuts, async (values, indent, at) => {
        expect((await read(bytesOf(JSON.stringify(values, null, indent)), at)).map(([, value]) => value)).toEqual(JSON.parse(JSON.stringify(values)))
      }),
    )
  })

  test('reads the same however its bytes come, also where it is cut or goes on after its end', async () => {
    await fc.assert(
      fc.asyncProperty(arrays, fc.constantFrom('', ' ', '\nrest of it', ']'), fc.nat({ max: 60 }), cuts, async (array, rest, length, at) => {
        for (const text of [array + rest, (array + rest).slice(0, length + 1)]) {
          const bytes = bytesOf(text)
          expect(await read(bytes, at)).toEqual(await read(bytes))
          expect(await read(bytes, [...bytes.keys()])).toEqual(await read(bytes))
        }
      }),
    )
  })

  test.each([
    ['[', [[1, 'json-invalid']]],
    [
      '[,',
      [
        [1, 'json-invalid'],
        [1, 'json-invalid'],
      ],
    ],
    [
      '[1,\n2',
      [
        [1, 1],
        [2, 2],
        [2, 'json-invalid'],
      ],
    ],
    [
      '[1,\n{"a":',
      [
        [1, 1],
        [2, 'json-invalid'],
      ],
    ],
    ['[1]\n\n', [[1, 1]]],
    [
      '\n[1]x',
      [
        [2, 1],
        [2, 'json-invalid'],
      ],
    ],
  ])('%j is read to its fault', async (text, expected) => {
    expect((await read(bytesOf(text))).map(([at, what]) => [at, what])).toEqual(expected)
  })
})

describe('a line, an element or a record that is too long', () => {
  const long = 'y'.repeat(100)
  const huge = function* (before: string, after: string) {
    yield bytesOf(before)
    for (let i = 0; i < 1_000; i++) yield bytesOf(long.repeat(1_000))
    yield bytesOf(after)
  }

  test.each([
    [
      'a line',
      '{"id":1}\n{"id":"',
      '"}\n{"id":3}\n',
      [
        [1, { id: 1 }],
        [2, 'line-too-long'],
        [3, { id: 3 }],
      ],
    ],
    [
      'the last line',
      '{"id":1}\n',
      '',
      [
        [1, { id: 1 }],
        [2, 'line-too-long'],
      ],
    ],
    [
      'an element',
      '[{"id":1},\n{"id":"',
      '"}\n,\n{"id":3}]',
      [
        [1, { id: 1 }],
        [2, 'line-too-long'],
        [4, { id: 3 }],
      ],
    ],
  ])('of 100 MB: %s is named and not held', async (_, before, after, expected) => {
    const entries = await allOf(entriesFrom(huge(before, after)))
    expect(entries.map((entry) => ('error' in entry ? [entry.line, entry.error.code] : [entry.line, entry.value]))).toEqual(expected)
  })

  test('is the same line however it comes', async () => {
    const bytes = bytesOf(`{"id":1}\n"${'y'.repeat(16 * 1024 * 1024)}"\n{"id":3}`)
    const codes = async (at: readonly number[]) => (await read(bytes, at)).map(([line, what]) => [line, what])
    const whole = await codes([])
    expect(whole).toEqual([
      [1, { id: 1 }],
      [2, 'line-too-long'],
      [3, { id: 3 }],
    ])
    for (const cut of [9, 10, 11, 1_000_000, bytes.length - 10, bytes.length - 9, bytes.length - 8]) expect(await codes([cut])).toEqual(whole)
  })
})

describe('packed bytes', () => {
  const text = bytesOf('{"id":"甲"}\n{"id":2}\n')

  test('are read as those within, also where several packed files follow each other', async () => {
    const packed = Buffer.concat([gzipSync(text), gzipSync('{"id":3}')])
    const expected = [...(await read(text)), [3, { id: 3 }]]
    expect(await read(packed)).toEqual(expected)
    for (const cut of packed.keys()) expect(await read(packed, [cut])).toEqual(expected)
  })

  test('that are damaged or end early are said to be', async () => {
    const packed = gzipSync(text)
    for (const bytes of [packed.subarray(0, -4), Buffer.concat([packed.subarray(0, 15), Buffer.alloc(20)]), packed.subarray(0, 2)]) {
      expect(await read(bytes)).toEqual([['thrown', 'gzip-invalid', expect.stringContaining('damaged or ends early')]])
    }
  })

  /** What is read before a fault of the whole, and the fault. */
  const readTo = async (bytes: Uint8Array) => {
    const found: unknown[][] = []
    try {
      for await (const entry of entriesFrom([bytes], { file: 'f' })) found.push(said(entry))
    } catch (error) {
      found.push(['thrown', (error as ServiceTimeError).code])
    }
    return found
  }
  const damaged = (content: string) => {
    const packed = gzipSync(content)
    const wrong = Buffer.from(packed)
    wrong[packed.length - 8] = (wrong[packed.length - 8] as number) ^ 1
    return [Buffer.concat([packed, Buffer.from('hello')]), wrong]
  }
  const many = Array.from({ length: 3_000 }, (_, i) => `{"id":"${i}","hash":"${Math.imul(i, 2_654_435_761)}"}`)

  test.each([
    ['lines', `${many.join('\n')}\n`, 3_000],
    ['lines, the last of which has no end', many.join('\n'), 3_000],
    ['one line', '{"id":1}\n', 1],
    ['an array', `[${many.join(',\n')}]`, 3_000],
    ['an object over several lines', '{\n"id":1\n}', 1],
    ['a table', `id,rule,accepted\n${'A,x,2019-07-01\n'.repeat(3_000)}`, 3_000],
  ])('with a wrong sum or with more behind them lose nothing of %s, and the fault is told', async (_, content, count) => {
    for (const bytes of damaged(content)) {
      const found = await readTo(bytes)
      expect([found.length, found.at(-1)]).toEqual([count + 1, ['thrown', 'gzip-invalid']])
      expect(found.slice(0, -1)).toEqual(await read(gzipSync(content)))
    }
  })

  test('that are damaged give up the last case of a table whose rows are events, as it may go on', async () => {
    const rows = ['A', 'A', 'B'].map((id) => `${id},x,accepted,2019-07-01\n`)
    for (const bytes of damaged(`id,rule,type,at\n${rows.join('')}`)) {
      expect((await readTo(bytes)).map(([line, what]) => [line, typeof what === 'string' ? what : 'read'])).toEqual([
        [2, 'read'],
        [4, 'gzip-invalid'],
        ['thrown', 'gzip-invalid'],
      ])
    }
  })

  test('tell what their source throws as it is', async () => {
    const source = async function* () {
      yield gzipSync(text).subarray(0, 12)
      throw new RangeError('the source broke')
    }
    await expect(allOf(entriesFrom(source()))).rejects.toThrow(new RangeError('the source broke'))
  })
})

test('whoever stops early closes the source, packed or not', async () => {
  for (const pack of [(bytes: Uint8Array) => bytes, gzipSync]) {
    let isClosed = false
    const source = async function* () {
      try {
        const bytes = pack(bytesOf('{"id":1}\n'.repeat(1_000)))
        for (;;) yield bytes
      } finally {
        isClosed = true
      }
    }
    for await (const _ of entriesFrom(source())) break
    expect(isClosed).toBe(true)
  }
})

test.each(['', '\n', ' \uFEFF', '[]', '\n[ ]'])('%j holds nothing, and is said to', async (text) => {
  expect(await read(bytesOf(text))).toEqual([['thrown', 'file-empty', expect.stringContaining('"f" holds no case')]])
})

test.each<[string, unknown, object]>([
  ['an option that is not known', { map: {} }, { code: 'choice-unknown', path: 'options', facts: { found: 'map', allowed: ['file', 'mapping'] } }],
  ['what are no options', 'cases.ndjson', { code: 'value-invalid', path: 'options' }],
])('%s is refused', async (_, options, expected) => {
  await expect(entriesFrom([bytesOf('{"id":1}')], options as never).next()).rejects.toMatchObject(expected)
})
