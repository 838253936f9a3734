import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { examplesIn } from '../../src/repl/help.js'
import { service } from '../support/command.js'

const NOW = ['--now', '2026-11-24T10:00:00+08:00']
const repl = (lines: readonly string[], args: readonly string[] = NOW) =>
  service(['repl', ...args], { input: lines.map((line) => `${line}\n`).join('') })

describe('service-time repl from a pipe', () => {
  test('writes answers and nothing else', () => {
    expect(repl(["add('2026-11-23', 4)", '', '// nothing', 'const n = 4', 'n + 1', 'undefined'])).toEqual({
      status: 0,
      out: "'2026-11-27'  Fri, working day\n5\n",
      err: '',
    })
  })

  test.each(['en', 'zh'] as const)('answers the worked examples of its help as the help says, in %s', (language) => {
    const examples = examplesIn(language)
    const { status, out, err } = repl(
      examples.map(([question]) => question),
      ['--lang', language],
    )
    expect([status, err]).toEqual([0, ''])
    expect(out).toBe(examples.map(([, answer]) => `${answer}\n`).join(''))
    const help = repl(['.help'], ['--lang', language]).out
    for (const [question, answer] of examples) expect(help).toContain(`  > ${question}\n  ${answer.split('\n')[0]}\n`)
  })

  test.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ])('answers as %s shows it', (page, language) => {
    const [, shown = ''] = /^```text\n(> .*?)\n```$/ms.exec(readFileSync(page, 'utf8')) ?? []
    const questions = shown.split('\n').flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []))
    const { out } = repl(questions, ['--lang', language])
    expect(out.trimEnd().split('\n')).toEqual(shown.split('\n').filter((line) => !line.startsWith('> ')))
    expect(questions.length).toBeGreaterThan(3)
  })

  test('writes answers and what the lines themselves write in their order, also to a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'service-time-repl-'))
    const file = openSync(join(folder, 'out'), 'w')
    const input = Array.from({ length: 100 }, (_, i) => `${i}\nconsole.log('line ${i}')\n`).join('')
    const { status } = spawnSync(process.execPath, ['dist/cli.js', 'repl'], { input, stdio: ['pipe', file, 'inherit'] })
    closeSync(file)
    const written = readFileSync(join(folder, 'out'), 'utf8')
    rmSync(folder, { recursive: true })
    expect([status, written]).toEqual([0, Array.from({ length: 100 }, (_, i) => `${i}\nline ${i}\n`).join('')])
  })

  test('waits for what takes time before the next line', () => {
    const lines = [
      "const late = await new Promise((resolve) => setTimeout(() => resolve('done'), 200))",
      'late.length',
      "(await Promise.resolve(cn)).add('2026-11-23', 4)",
    ]
    expect(repl(lines).out).toBe("4\n'2026-11-27'  Fri, working day\n")
  })

  test('refuses what is wrong on the error stream, in words and without a stack, and goes on', () => {
    const { status, out, err } = repl([
      "cn.add('2026-13-01', 4)",
      "assess('erly')",
      'foo.bar',
      'throw 5',
      "await Promise.reject(new Error('later'))",
      'add(',
      '.break',
      '1 +* 2',
      '.now soon',
      "now = 'later'",
      '.asof then',
      '.lang fr',
      '.nothing',
      'setTimeout(() => { throw new RangeError("timer") }, 1); await new Promise((resolve) => setTimeout(resolve, 100))',
      "import { cn } from 'service-time'",
      "add('2026-11-23', 4)",
    ])
    expect([status, out]).toEqual([2, "'2026-11-27'  Fri, working day\n"])
    expect(err.trimEnd().split('\n')).toEqual([
      '"2026-13-01" is not a date; write YYYY-MM-DD with a day that exists, such as "2026-02-28". [date-invalid]',
      expect.stringMatching(/^"erly" is not a known case of this session; .*\[choice-unknown\]$/),
      'ReferenceError: foo is not defined',
      '5',
      'Error: later',
      "SyntaxError: Unexpected token '*'",
      expect.stringMatching(/^"soon" is not an instant; .*\[instant-invalid\]$/),
      expect.stringMatching(/^"later" is not an instant; .*\[instant-invalid\]$/),
      expect.stringMatching(/^"then" is not a date; .*\[date-invalid\]$/),
      '"fr" is not a known language; use one of: zh, en. [choice-unknown]',
      'There is no such command; .help shows those that there are.',
      'RangeError: timer',
      expect.stringMatching(/^SyntaxError: Cannot use import statement .*await import/),
    ])
  })

  test.each([
    ["({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('no look') } })", 'Error: no look'],
    ["await ({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new Error('no look') } })", 'Error: no look'],
    ["throw new Proxy({}, { get() { throw new Error('no look') } })", 'Error: no look'],
    ["throw Object.defineProperty(new Error(), 'message', { get() { throw new Error('no look') } })", 'Error: no look'],
    ["throw Object.defineProperty(new Error(), 'name', { get() { throw new Proxy({}, { get() { throw 1 } }) } })", undefined],
  ])('refuses what throws when it is read, and goes on: %s', (line, reason) => {
    const said = `This cannot be written, as it throws when it is read${reason === undefined ? '' : `: ${reason}`}\n`
    expect(repl(['1', line, '5', 'await 6'])).toEqual({ status: 2, out: '1\n5\n6\n', err: said })
  })

  test('answers for the other cases where one is refused, and then has the status of a refusal', () => {
    const { status, out, err } = repl(["assess(['early', { ...cases.late, rule: 'nope' }, 'holiday'])", '_.length'])
    expect([status, out.split('\n').map((line) => line.split(' ')[0])]).toEqual([2, ['case', 'early', 'holiday', '2', '']])
    expect(err).toMatch(/^\[1\]\.rule: Case "late": .*\[rule-unknown\]\n$/)
  })

  test('reads expressions of several lines, and says where the last is not complete', () => {
    expect(repl(['({', '  a: 1,', '}).a', '[1,', '2].length']).out).toBe('1\n2\n')
    const { status, err } = repl(['add(', "'2019-05-06',"])
    expect([status, err]).toEqual([2, "The input ended before this was complete: add(\n'2019-05-06',\n"])
  })

  test('reads a last line without an end, and lines that end as on Windows', () => {
    expect(service(['repl'], { input: '1 + 1\r\n2 + 2' }).out).toBe('2\n4\n')
    expect(service(['repl'], { input: '' })).toEqual({ status: 0, out: '', err: '' })
  })

  test('says in its language that a file cannot be read or written', () => {
    const { status, out, err } = repl(['.lang zh', '.load no/such', '.load', '.load src', '.save no/such', '5'])
    expect([status, out]).toEqual([2, '5\n'])
    expect(err.trimEnd().split('\n')).toEqual(['无法读入：no/such', '请指定文件。', '无法读入：src 不是文件', '无法保存：no/such'])
  })

  test('stops where it is told to', () => {
    expect(repl(['1', '.exit', '2'])).toEqual({ status: 0, out: '1\n', err: '' })
  })

  test('has the calendar, the clock and the language of its commands', () => {
    const lines = [
      '.asof 2019-03-01',
      "cn.add('2019-04-26', 4)",
      "clock.add('2019-04-26', { workingDays: 4 })",
      '.asof latest',
      "cn.add('2019-04-26', 4)",
      '.lang zh',
      "cn.day('2019-05-05')",
      '.now 2019-07-03T10:00',
      '.now',
      'now',
      "now = '2019-07-04T11:00'",
      'now',
    ]
    expect(repl(lines)).toEqual({
      status: 0,
      out: [
        "'2019-05-03'  Fri, working day",
        "'2019-05-03'  Fri, working day",
        "'2019-05-05'  Sun, make-up working day, Labour Day, 国办发明电〔2019〕3号",
        '调休上班，劳动节，国办发明电〔2019〕3号',
        '当前时刻为 2019-07-03 10:00（已指定）。',
        "'2019-07-03T10:00:00+08:00'  周三，工作日",
        "'2019-07-04T11:00'  周四，工作日",
        "'2019-07-04T11:00:00+08:00'  周四，工作日",
        '',
      ].join('\n'),
      err: '',
    })
  })

  test('takes policy, hours, time, day and language from its options', () => {
    const args = ['--policy', 'cn-licensing', '--hours', '08:00-12:00', '--as-of', '2019-03-01', '--now', '2019-07-03T10:00', '--lang', 'zh']
    const { out } = repl(['policy.id', 'clock.hours.workday', '.asof', 'now'], args)
    expect(out.split('\n')).toEqual([
      "'cn-licensing'",
      "[ '08:00-12:00' ]",
      '日历为截至 2019-03-01 所知：至 2019-12-24 均有通知，其后为推算。',
      "'2019-07-03T10:00:00+08:00'  周三，工作日",
      '',
    ])
  })

  test.each([
    [['--now', 'soon'], '--now: "soon" is not an instant'],
    [['--as-of', 'then'], '--as-of: "then" is not a date'],
    [['--as-of', '2000-01-01'], '--as-of: The calendar "cn@2000-01-01" rests on no notice'],
    [['--policy', 'none'], 'neither a built-in policy'],
    [['--hours', 'nine'], 'is not a session'],
  ])('refuses the options %j', (args, said) => {
    const { status, out, err } = repl(['1'], args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })

  test('offers every public name but those that a test runner takes', async () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, { import?: { default: string } }> }
    const { './jest': _, ...entries } = exports
    const files = Object.values(entries).flatMap((entry) => entry.import?.default ?? [])
    const modules = (await Promise.all(files.map((file) => import(pathToFileURL(file).href)))) as object[]
    const names = modules.flatMap(Object.keys)
    expect([files.length >= 7, names.length > 50]).toEqual([true, true])
    expect(repl([`${JSON.stringify(names)}.filter((name) => !(name in globalThis))`]).out).toBe('[]\n')
  })

  test('lets names be given anew, and takes what is made in it, such as a date', () => {
    const lines = ['readCase(cases.early, xiaoshan2019).id', 'const clock = 1', 'clock', 'clockFor(policy).isOpen(new Date(1556586000000))']
    expect(repl(lines)).toEqual({ status: 0, out: "'early'\n1\ntrue\n", err: '' })
  })

  test('answers alike whatever the zone of the host', () => {
    const lines = ["assess('stages')", "explain('licence')", "month('2026-10')"]
    const input = lines.map((line) => `${line}\n`).join('')
    const [first, ...others] = ['UTC', 'America/New_York', 'Pacific/Apia'].map((zone) => service(['repl', ...NOW], { input, zone }).out)
    expect(others).toEqual([first, first])
  })
})

describe('the other commands', () => {
  const cli = pathToFileURL('dist/cli.js').href
  const loads = (...args: string[]) => {
    const code = `process.argv.push(...${JSON.stringify(args)}); await import('${cli}'); console.log(process.moduleLoadList.includes('NativeModule repl'))`
    return spawnSync(process.execPath, ['--input-type=module', '-e', code, 'service-time'], { encoding: 'utf8', input: '' })
      .stdout.trim()
      .split('\n')
      .at(-1)
  }

  test('do not load the REPL', () => {
    expect([loads('add', '2019-04-26', '4 working days'), loads('repl')]).toEqual(['false', 'true'])
  })
})
