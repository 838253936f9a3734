import { expect, test } from 'vitest'
import { runCommand } from '../../src/cli/program.js'

/** What a command line is told, and its exit status. */
const told = async (args: readonly string[]) => {
  const [status, , err] = await printed(args)
  return [status, err]
}

async function printed(args: readonly string[]): Promise<readonly [status: number, out: string, err: string]> {
  let [out, err] = ['', '']
  const status = await runCommand(args, '0.0.0', {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    pour: async () => true,
    drain: async () => {},
    isColoured: false,
    isWatched: false,
    interruption: () => new AbortController().signal,
  })
  return [status, out, err]
}

const HELP = '（--help 显示用法。）\n'

test.each<[string, string]>([
  ['assess x --foo', '未知的选项“--foo”。\n'],
  ['assess x --polcy a', '未知的选项“--polcy”。\n（您要用的可能是：--policy。）\n'],
  ['asess', '未知的命令“asess”。\n（您要用的可能是：assess。）\n'],
  ['add', '缺少必需的参数“start”。\n'],
  ['deadline water-hookup', '缺少必需的选项“--from <date>”。\n'],
  ['assess x --now', '选项“--now <instant>”缺少值。\n'],
  ['lint a b', '命令“lint”的参数过多：应为 1 个，实际为 2 个。\n'],
  ['assess x --format xml', '选项“--format <format>”的值“xml”无效；可用：table, json, ndjson。\n'],
  ['assess x --mapping m --column id=a', '选项“--column <field=name>”不能与选项“--mapping <file>”同时使用。\n'],
  ['assess x --column id', '选项“--column <field=name>”的值“id”无效。应为字段与列名，例如 id=办件编号。\n'],
  ['report x --listed -1', '选项“--listed <number>”的值“-1”无效。应为 0 至 999999 的整数。\n'],
  ['report x --by year', '选项“--by <groupings>”的值“year”无效。请写 rule、department、month 中的若干项，各至多一次，以逗号分隔。\n'],
])('%s is refused in Chinese where that is asked for', async (args, said) => {
  const [command = '', ...rest] = args.split(' ')
  expect(await told([command, '--lang', 'zh', ...rest])).toEqual([2, said + HELP])
})

test('a picture of a deadline is named by its rule alone, as there is no case', async () => {
  expect((await printed(['deadline', 'water-hookup', '--from', '2019-09-29', '--format', 'svg']))[1]).toContain('<title>Water hook-up</title>')
})

test('a year says of one notice that it is awaited, and of several that they are', async () => {
  const year = async (asOf: string) => (await printed(['calendar', '2026', '--as-of', asOf]))[1]
  expect(await year('2010-01-01')).toContain('until cn-2026, cn-2027 are published')
})

test.each<[string, string]>([
  ['report x --listed -1', 'It is a whole number from 0 to 999999.'],
  ['calendar 2026 --width -5 --format svg', 'It is a whole number from 320 to 8000.'],
  ['timeline x --columns 5', 'It is a whole number from 32 to 1000.'],
  ['assess x --threads 0', 'It is a whole number from 1 to 99.'],
])('%s is told the range', async (args, said) => {
  const [status, err] = await told(args.split(' '))
  expect([status, err]).toEqual([2, expect.stringContaining(said)])
})
