import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { service } from '../support/command.js'
import { policyOf, withBank } from '../support/policies.js'

const folder = mkdtempSync(join(tmpdir(), 'service-time-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const NOW = ['--now', '2019-07-10T09:00:00+08:00']
const caseOf = (id: string, completed = '2019-07-04T16:00:00+08:00') => ({
  id,
  rule: 'water-hookup',
  events: [
    { type: 'accepted', at: '2019-07-01T09:12:00+08:00' },
    { type: 'completed', at: completed },
  ],
})
const GOOD = JSON.stringify(caseOf('GOOD'))
const LATE = JSON.stringify(caseOf('LATE', '2019-07-08T10:00:00+08:00'))
const SET = JSON.stringify({ id: 'SET', rule: 'power-small-business', events: [{ type: 'accepted', at: '2019-07-02T10:00:00+08:00' }] })

interface Answer {
  cases: { id: string; outcome: string; reason?: string }[]
  rejected: { file: string; line?: number; code: string; path: string; reason: string }[]
  summary: { read: number; assessed: number; measured: number; exempt: number; rejected: number; outcomes: Record<string, number> }
}

const BOTH = { read: 2, assessed: 2, measured: 0, exempt: 0, outcomes: { early: 1, late: 1 } }

const asJson = (args: readonly string[], input?: string | Buffer) => {
  const ran = service(['assess', ...args, ...NOW, '--format', 'json'], input === undefined ? {} : { input })
  return { ...ran, answer: JSON.parse(ran.out) as Answer }
}

describe('service-time assess', () => {
  const examples = ['assess', 'examples/cases.ndjson', '--now', '2020-04-01T09:00:00+08:00']

  test('assesses the examples, a row a case and a summary, the same in every zone of the host', () => {
    const { status, out, err } = service(examples)
    expect([status, err]).toEqual([0, ''])
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(1 + 79 + 4)
    expect(lines.at(-1)).toContain('draft for comment of 2019-04-28; opening hours 09:00-12:00, 13:30-17:00 are assumed')
    expect(lines.at(-2)).toMatch(/^read 79 = assessed \d+ \+ measured 3 \+ exempt \d+ \+ rejected 0$/)
    expect(lines.at(-3)).toMatch(/^79 cases: open \d+, overdue \d+, early \d+, on time \d+, late \d+, exempt \d+, measured 3$/)
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia']) expect(service(examples, { zone }).out).toBe(out)
  })

  test('speaks Chinese', () => {
    const { out } = service([...examples, '--lang', 'zh'])
    expect(out).toContain('供水报装接入')
    expect(out).toContain('提前办结')
    expect(out).toMatch(/办件 79 件：.*\n读取 79 = 评定 .*\n注：依据为2019-04-28的征求意见稿/)
  })

  test('prints whole assessments as JSON and as NDJSON', () => {
    const { status, answer } = asJson([fileOf('good.ndjson', `${GOOD}\n${SET}\n`)])
    expect(status).toBe(0)
    expect(answer.summary).toEqual({ read: 2, assessed: 1, measured: 1, exempt: 0, rejected: 0, outcomes: { early: 1, measured: 1 } })
    expect(answer.cases[0]).toMatchObject({ id: 'GOOD', outcome: 'early', dueAt: '2019-07-05T17:00:00+08:00', used: { workingDays: 3 } })
    expect(answer.cases[1]).toMatchObject({ id: 'SET', outcome: 'measured' })
    const lines = service(['assess', join(folder, 'good.ndjson'), ...NOW, '--format', 'ndjson'])
    expect(
      lines.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(answer.cases)
    expect(lines.err).toBe('2 cases: early 1, measured 1\nread 2 = assessed 1 + measured 1 + exempt 0 + rejected 0\n')
  })

  test('reads standard input, a JSON array, several files, and one object over several lines', () => {
    const array = fileOf('array.json', `[\n  ${GOOD},\n  ${LATE}\n]\n`)
    const pretty = fileOf('pretty.json', JSON.stringify(caseOf('PRETTY'), null, 2))
    const { answer, status } = asJson(['-', array, pretty], `${GOOD}\n`)
    expect(answer.cases.map(({ id }) => id)).toEqual(['GOOD', 'GOOD', 'LATE', 'PRETTY'])
    expect(status).toBe(0)
  })

  test('reads a byte order mark, CRLF and blank lines', () => {
    for (const text of [`\uFEFF${GOOD}\r\n\r\n${LATE}\r\n`, `\uFEFF[${GOOD},\r\n${LATE}]`]) {
      expect(asJson(['-'], text).answer.summary).toEqual({ ...BOTH, rejected: 0 })
    }
  })

  test('exits with 1 for late cases only when asked to', () => {
    const late = fileOf('late.ndjson', LATE)
    const good = fileOf('only-good.ndjson', GOOD)
    expect(service(['assess', late, ...NOW]).status).toBe(0)
    expect(service(['assess', late, ...NOW, '--fail-on', 'late']).status).toBe(1)
    expect(service(['assess', good, ...NOW, '--fail-on', 'late']).status).toBe(0)
    const overdue = fileOf('overdue.ndjson', JSON.stringify({ ...caseOf('OPEN'), events: caseOf('OPEN').events.slice(0, 1) }))
    expect(service(['assess', overdue, ...NOW, '--fail-on', 'late']).status).toBe(1)
  })

  test('names what it cannot read by file, line and reason, assesses the rest, and exits with 2 even if some are late', () => {
    const mixed = fileOf(
      'mixed.ndjson',
      [GOOD, '{oops', '{"id":"X","rule":"watr-hookup","events":[{"type":"accepted","at":"2019-07-01"}]}', LATE].join('\n'),
    )
    const { status, err, answer } = asJson([mixed, '--fail-on', 'late'])
    expect(status).toBe(2)
    expect(answer.summary).toEqual({ ...BOTH, read: 4, rejected: 2 })
    expect(answer.rejected.map(({ line, code, path }) => [line, code, path])).toEqual([
      [2, 'json-invalid', ''],
      [3, 'rule-unknown', 'rule'],
    ])
    expect(err).toContain(`${mixed}:2: This is not JSON`)
    expect(err).toContain(`${mixed}:3:rule: Case "X": "watr-hookup" is not a rule of this policy; perhaps one of these was meant: water-hookup`)
    expect(service(['assess', mixed, ...NOW, '--lang', 'zh']).err).toContain(`${mixed}:3:rule: 办件“X”：本政策没有规则“watr-hookup”`)
  })

  test('finds the one good case among a thousand bad lines', () => {
    const { status, answer } = asJson(['-'], [...Array<string>(500).fill('not json'), GOOD, ...Array<string>(500).fill('{"id":1}')].join('\n'))
    expect([status, answer.cases.map(({ id }) => id), answer.rejected.length]).toEqual([2, ['GOOD'], 1_000])
    expect(answer.rejected.at(-1)).toMatchObject({ line: 1_001, code: 'value-invalid', path: 'id' })
  })

  test('reads a line of 10 MB, and refuses one shortly', () => {
    const long = JSON.stringify({ ...caseOf('LONG'), note: 'x'.repeat(10_000_000) })
    const { status, answer, err } = asJson(['-'], `${long}\n${'y'.repeat(10_000_000)}\n${GOOD}\n`)
    expect([status, answer.cases.map(({ id }) => id)]).toEqual([2, ['LONG', 'GOOD']])
    expect(err.length).toBeLessThan(500)
  })

  test('names the element of an array by its line, whatever is wrong with it', () => {
    const { answer } = asJson(['-'], `[\n${GOOD},\n{"id": oops, "note": "],}"},\n${LATE},\n7\n]\nrest`)
    expect(answer.cases.map(({ id }) => id)).toEqual(['GOOD', 'LATE'])
    expect(answer.rejected.map(({ line, code }) => [line, code])).toEqual([
      [3, 'json-invalid'],
      [5, 'value-invalid'],
      [6, 'json-invalid'],
    ])
  })

  test('reads what stands before the cut of an array', () => {
    const { answer } = asJson(['-'], `[${GOOD},\n${LATE.slice(0, 40)}`)
    expect([answer.cases.map(({ id }) => id), answer.rejected.map(({ line, code }) => [line, code])]).toEqual([['GOOD'], [[2, 'json-invalid']]])
  })

  test.each([
    ['cut after an element', `[${GOOD},\n${LATE}`, 2],
    ['cut after a comma', `[${GOOD},\n${LATE},\n`, 3],
    ['with an element missing', `[${GOOD},,\n${LATE}]`, 1],
    ['with a comma at its end', `[${GOOD},\n${LATE},]`, 2],
  ])('does not take an array %s for a whole one', (_, text, line) => {
    const { status, answer } = asJson(['-'], text)
    expect([status, answer.cases.length, answer.rejected.map((rejected) => [rejected.line, rejected.code])]).toEqual([2, 2, [[line, 'json-invalid']]])
  })

  test('does not mind blanks before and between, however many', () => {
    expect(asJson(['-'], `${'\n'.repeat(100)}  [${GOOD}]`).answer.summary.assessed).toBe(1)
    expect(asJson(['-'], `${GOOD}\n${' '.repeat(100)}\n${LATE}`).answer.summary).toMatchObject({ assessed: 2, rejected: 0 })
  })

  test('reads packed files, and what stands before the damage of one', () => {
    const packed = gzipSync(`${GOOD}\n`.repeat(1_000))
    expect(asJson(['-'], packed).answer.summary).toMatchObject({ read: 1_000, assessed: 1_000 })
    const { status, answer } = asJson([fileOf('cut.gz', packed.subarray(0, -20))])
    expect([status, answer.rejected.map(({ code }) => code)]).toEqual([2, ['gzip-invalid']])
    expect(answer.rejected[0]?.reason).toContain('pack or fetch the file again')
  })

  test('notes what the columns do not tell, and lets no id steer the terminal', () => {
    const odd = {
      ...caseOf('A\u001b[31m\nB'),
      materials: 9,
      events: [...caseOf('').events.slice(0, 1), { type: 'paused', at: '2019-07-01T10:00:00+08:00' }, ...caseOf('').events.slice(1)],
    }
    const { out } = service(['assess', '-', ...NOW], { input: JSON.stringify(odd) })
    expect(out).toContain('materials 9 > 1; completed while paused')
    expect(out).toMatch(/^A\uFFFD\[31m\uFFFDB {2}water-hookup/m)
  })

  test('notes why a due date is not the last counted day', () => {
    const { out } = service(['assess', 'examples/cases.ndjson', '--now', '2020-04-01T09:00:00+08:00'])
    expect(out).toMatch(/^XS-2019-0007 .* rolled from 2019-10-01$/m)
  })

  test('tells the end of a day as its 24:00', () => {
    const policy = fileOf('hall.json', JSON.stringify(policyOf({ workingDays: 4 }, { convention: 'cn-hall' })))
    expect(service(['assess', '-', '--policy', policy, ...NOW], { input: JSON.stringify({ ...caseOf('H'), rule: 'only' }) }).out).toContain(
      '2019-07-05 24:00',
    )
  })

  test('refuses a line that is not UTF-8, and no other', () => {
    const { answer } = asJson(['-'], Buffer.concat([Buffer.from(`${GOOD}\n{"id":"`), Buffer.from([0xff]), Buffer.from(`"}\n${LATE}`)]))
    expect([answer.cases.map(({ id }) => id), answer.rejected.map(({ line, code }) => [line, code])]).toEqual([
      ['GOOD', 'LATE'],
      [[2, 'text-not-utf8']],
    ])
  })

  test.each([
    ['an empty file', ''],
    ['blank lines', '\n\r\n \n'],
    ['an empty array', '[]'],
    ['a byte order mark alone', '\uFEFF'],
  ])('refuses %s by name', (_, text) => {
    const { status, answer } = asJson(['-'], text)
    expect([status, answer.rejected]).toEqual([2, [expect.objectContaining({ file: '-', code: 'file-empty' })]])
  })

  test('goes on after a file that cannot be read', () => {
    const { status, answer } = asJson(['no-such-file.ndjson', fileOf('after.ndjson', GOOD)])
    expect([status, answer.cases.length, answer.rejected[0]?.code]).toEqual([2, 1, 'file-unreadable'])
  })

  test('takes the hours of clocks that the policy names, each by its name', () => {
    const policy = fileOf('with-bank.json', JSON.stringify(withBank))
    const stage = { type: 'stage-started', at: '2019-05-06T15:00:00+08:00', stage: 'bank-account' }
    const file = fileOf('bank.ndjson', JSON.stringify({ id: 'B', rule: 'business-setup', events: [stage] }))
    const args = ['assess', file, '--policy', policy, '--now', '2019-05-06T17:00:00+08:00', '--format', 'ndjson']
    const ran = service([...args, '--clock', 'bank=09:00-11:30, 14:00-16:00'])
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({
      used: { workingHours: 1 },
      basis: { clocks: { bank: { hours: { workday: ['09:00-11:30', '14:00-16:00'] } } } },
    })
    const none = service(args)
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('"bank" is not a known name of opening hours that come with this package')])
    const other = service([...args, '--clock', 'bank=09:00-11:30', '--clock', 'post=09:00-11:30'])
    expect([other.status, other.err]).toEqual([
      2,
      expect.stringContaining('--clock: "post" is not a known name of a clock in the policy; use one of: bank'),
    ])
    expect(service([...args, '--clock', '09:00-11:30']).status).toBe(2)
  })

  test('says of a policy without clocks that it has none', () => {
    const args = ['assess', fileOf('clockless.ndjson', GOOD), ...NOW, '--clock', 'bank=09:00-11:30']
    const ran = service(args)
    expect([ran.status, ran.err]).toEqual([
      2,
      expect.stringContaining('--clock: "bank" is not a known name of a clock in the policy: the policy has no clocks; leave it out.'),
    ])
    expect(service([...args, '--lang', 'zh']).err).toContain('“bank”不是可用的选项（政策中的时钟名称）：该政策没有列出时钟；请去掉此项。')
  })

  test('names the clock of a deadline, too', () => {
    const policy = fileOf('with-bank.json', JSON.stringify(withBank))
    const ran = service(['deadline', 'water-hookup', '--from', '2019-09-29', '--policy', policy, '--clock', 'bank=09:00-11:30', '--format', 'json'])
    expect([ran.status, ran.err]).toEqual([0, ''])
    expect(JSON.parse(ran.out).assessment.basis.clocks.bank.hours).toEqual({ workday: ['09:00-11:30'] })
  })

  test('takes a policy from a file, and opening hours from the command line', () => {
    const policy = fileOf('policy.json', JSON.stringify(policyOf({ workingMinutes: 30 })))
    const file = fileOf('own.ndjson', JSON.stringify({ ...caseOf('OWN'), rule: 'only' }))
    const ran = service(['assess', file, '--policy', policy, '--hours', '08:30-09:30, 14:00-15:00', ...NOW, '--format', 'ndjson'])
    expect(JSON.parse(ran.out)).toMatchObject({ id: 'OWN', dueAt: '2019-07-01T14:12:00+08:00' })
  })

  test.each<[string, string[], string]>([
    ['without files', ['assess'], 'missing required argument'],
    ['with an unknown format', ['assess', '-', '--format', 'xml'], 'Allowed choices are table, json, ndjson'],
    ['with an unknown option', ['assess', '-', '--nwo', 'x'], "unknown option '--nwo'"],
    ['with an unknown policy', ['assess', '-', '--policy', 'hangzhou'], '[policy-unknown]'],
    ['with a policy that is not valid', ['assess', '-', '--policy', 'package.json'], '[policy-invalid]'],
    ['with a present that is none', ['assess', '-', '--now', 'today'], '[instant-invalid]'],
    ['with a present that is only a date', ['assess', '-', '--now', '2019-07-10'], '[time-missing]'],
    ['with hours that are none', ['assess', '-', '--hours', '9-5'], '[sessions-invalid]'],
    ['without a command that it knows', ['asess'], 'Did you mean assess?'],
    ['of a deadline without a start', ['deadline', 'water-hookup'], '--from'],
    ['of a deadline of an unknown rule', ['deadline', 'water', '--from', '2019-07-01'], '[rule-unknown]'],
    [
      'of a deadline of a date that says too little',
      ['deadline', 'business-setup', '--from', '2019-07-01'],
      '--from: "2019-07-01" has no time of day',
    ],
    ['of a deadline that binds a set', ['deadline', 'complaint-handling', '--from', '2019-09-02T10:00'], '[target-unsupported]'],
    ['of a sum without an amount', ['add', '2019-07-01'], 'missing required argument'],
    ['of an ambiguous amount', ['add', '2019-07-01', '4天'], '[unit-ambiguous]'],
    ['of a date that is none', ['between', '2019-02-30', '2019-03-01'], '[date-invalid]'],
  ])('used %s exits with 2 and says why', (_, args, said) => {
    const { status, err, out } = service(args, { input: GOOD })
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })

  test('ends quietly when its reader has seen enough', async () => {
    const lines = fileOf('many.ndjson', `${GOOD}\n`.repeat(20_000))
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const child = spawn(process.execPath, [`${root}/dist/cli.js`, 'assess', lines, ...NOW, '--format', 'ndjson'])
    child.stdout.once('data', () => child.stdout.destroy())
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    const [, read] = /after (\d+) read; the rest was not read\.\n/.exec(err) ?? []
    expect([status, Number(read) < 20_000]).toEqual([0, true])
    expect(err).toContain(`read ${read} = assessed ${read} + measured 0 + exempt 0 + rejected 0\n`)
  })
})

describe('service-time deadline', () => {
  test('says the due date and the counted days', () => {
    const { status, out } = service(['deadline', 'water-hookup', '--from', '2019-09-29T10:00'])
    expect(status).toBe(0)
    // There is no case, and the rule is the matter.
    expect(out).toMatch(/^How your time limit is counted\nMatter: /)
    expect(out).toContain('\nDue: 2019-10-10 17:00\n')
    expect(out).toContain('Tue 2019-10-01: off for National Day, 国办发明电〔2018〕15号, not counted')
    expect(out).toContain('Thu 2019-10-10: working day, counted as working day 4')
  })

  test('speaks Chinese, and takes a date', () => {
    const { out } = service(['deadline', 'water-hookup', '--from', '2019-09-29', '--lang', 'zh'])
    expect(out).toMatch(/^办理时限说明\n办理事项：供水报装接入\n/)
    expect(out).toContain('\n承诺时限：4个工作日\n')
    expect(out).toContain('2019年10月10日 周四 工作日，计第4个工作日')
  })

  test('says why a case from before the rule has none', () => {
    const { status, out } = service(['deadline', 'water-hookup', '--from', '2019-06-03'])
    expect([status, out]).toEqual([0, expect.stringContaining('\nStatus: started before the rule was in force; in force: from 2019-07-01\n')])
  })

  test('says what is projected, the bounds and the notice awaited', () => {
    const { out } = service(['deadline', 'water-hookup', '--from', '2027-02-02T10:00'])
    expect(out).toContain('\nDue: 2027-02-12 17:00\n')
    expect(out).toContain('holiday notice is published (cn-2027): 2027-02-10 at the earliest, 2027-02-18 at the latest\n')
    expect(out).toContain('Fri 2027-02-05: off for Spring Festival, 国务院令第795号, as long as no notice says otherwise, not counted')
    expect(service(['deadline', 'water-hookup', '--from', '2027-02-02', '--lang', 'zh']).out).toContain(
      '到期日为依法推算，最早2027年2月10日，最迟2027年2月18日',
    )
  })

  test('gives the explanation as JSON', () => {
    const { out } = service(['deadline', 'bankruptcy', '--from', '2019-09-02', '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ assessment: { dueDate: '2020-03-02' } })
  })
})

describe('service-time lint', () => {
  const statutory = { workingDays: 20 }
  const conflict = {
    kind: 'counting' as const,
    note: { zh: '甲', en: 'A' },
    reading: { zh: '照录', en: 'kept as printed' },
    findings: ['promised-longer-than-statutory' as const, 'limit-never-binds' as const],
  }
  const citations = [{ part: 'body' as const, article: '42', quote: '甲' }]
  const bad = policyOf({ workingDays: 30 }, { statutory, citations })
  const known = policyOf({ workingDays: 30 }, { statutory, citations, conflicts: [conflict] })
  const lint = (name: string, policy: unknown, ...args: string[]) => service(['lint', fileOf(name, JSON.stringify(policy)), ...args])

  test('finds nothing in what is shipped', () => {
    expect(service(['lint', 'seeds/policies/xiaoshan-2019.json'])).toEqual({ status: 0, out: '0 faults, 0 known, 0 notes\n', err: '' })
    expect(service(['lint', 'cn-licensing']).status).toBe(0)
    expect(service(['lint', 'xiaoshan-2019', '--lang', 'zh']).out).toBe('问题 0 项，已知 0 项，提示 0 项\n')
  })

  test('names each fault by its path, and exits with 1', () => {
    const { status, out } = lint('bad.json', bad)
    expect(status).toBe(1)
    expect(out).toBe(
      [
        'rules.only.versions[0].target: The promise, 30 working days, is longer than the law allows, 20 working days. [promised-longer-than-statutory]',
        'rules.only.versions[0].target: The limit of 30 working days can never bind: the law ends first. [limit-never-binds]',
        '2 faults, 0 known, 0 notes\n',
      ].join('\n'),
    )
    expect(lint('bad.json', bad, '--lang', 'zh').out).toContain('承诺时限 30个工作日 长于法定时限 20个工作日。')
  })

  test('exits with 0 where the policy records why', () => {
    const { status, out } = lint('known.json', known)
    expect([status, out]).toEqual([0, expect.stringContaining('\n  known: kept as printed\n')])
    expect(out).toContain('0 faults, 2 known, 0 notes')
  })

  test('exits with 0 where all that is said is a note', () => {
    const { status, out } = lint('note.json', policyOf({ workingDays: 5 }, { statutory: { months: 1 }, citations }))
    expect([status, out]).toEqual([0, expect.stringContaining('statutory: note: 5 working days and 1 month are of different units')])
  })

  test('gives JSON', () => {
    const { status, out } = lint('known.json', known, '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ policy: 'test', findings: [{ code: 'promised-longer-than-statutory', known: [conflict] }, {}] })
  })

  test('takes a policy that extends one built in, or one beside it', () => {
    const { titles, source } = bad
    const over = (id: string, base: string) => ({ id, extends: base, titles, source })
    fileOf('city.json', JSON.stringify(over('city', 'xiaoshan-2019')))
    expect(lint('town.json', over('town', 'city')).out).toBe('0 faults, 0 known, 0 notes\n')
    fileOf('round.json', JSON.stringify(over('round', 'about')))
    expect(lint('about.json', over('about', 'round'))).toMatchObject({ status: 2, err: expect.stringContaining('[base-cycle]') })
    expect(lint('lost.json', over('lost', 'nowhere'))).toMatchObject({ status: 2, err: expect.stringContaining('[base-unknown]') })
  })

  test.each([
    ['that is not there', 'no-such-file.json', '[policy-unknown]'],
    ['that is no policy', 'package.json', '[policy-invalid]'],
    ['that is no JSON', 'README.md', '[json-invalid]'],
  ])('exits with 2 for a file %s', (_, file, said) => {
    expect(service(['lint', file])).toMatchObject({ status: 2, out: '', err: expect.stringContaining(said) })
  })
})

describe('service-time add and between', () => {
  test.each([
    [['add', '2019-04-26', '4 working days'], '2019-05-05\n'],
    [['add', '2019-05-05', '-4 working days'], '2019-04-26\n'],
    [['add', '2019-05-06T10:00', '8个工作小时'], '2019-05-07T11:30:00+08:00\n'],
    [['add', '2019-08-31', '6 months'], '2020-02-29\n'],
    [['between', '2019-05-06T09:00', '2019-05-07T09:00'], '1 working day\n390 working minutes\n1 calendar day\n'],
    [['between', '2019-04-26', '2019-05-05', '--lang', 'zh'], '4个工作日\n1560个工作分钟\n9个自然日\n'],
  ])('%o', (args, out) => {
    expect(service(args)).toEqual({ status: 0, out, err: '' })
  })

  test.each([
    [['add', '2026-11-23', '40 working days'], '2027-01-19\n', 'projected from the law'],
    [['between', '2026-12-20', '2026-12-28', '--lang', 'zh'], expect.stringContaining('个工作日'), '2026-12-24 之后'],
  ])('%o says that the answer is projected, beside it', (args, out, note) => {
    expect(service(args)).toEqual({ status: 0, out, err: expect.stringContaining(note) })
  })

  test('months ask no notice', () => {
    expect(service(['add', '2026-12-01', '6 months']).err).toBe('')
  })
})

test('the version is that of the package, and help is no fault', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  expect(service(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  expect(service(['assess', '--help'])).toMatchObject({ status: 0, err: '' })
})
