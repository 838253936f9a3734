/** What the parser of the command line says, and the same in Chinese; a reason of our own at the end is in the right language already. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.*?)'$/s, '未知的选项“$1”。'],
  [/^unknown command '(.*?)'$/s, '未知的命令“$1”。'],
  [/^missing required argument '(.*?)'$/s, '缺少必需的参数“$1”。'],
  [/^option '(.*?)' argument missing$/s, '选项“$1”缺少值。'],
  [/^required option '(.*?)' not specified$/s, '缺少必需的选项“$1”。'],
  [/^option '(.*?)' cannot be used with option '(.*?)'$/s, '选项“$1”不能与选项“$2”同时使用。'],
  [/^too many arguments for '(.*?)'\. Expected (\d+) arguments? but got (\d+)\.$/s, '命令“$1”的参数过多：应为 $2 个，实际为 $3 个。'],
  [/^option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s, '选项“$1”的值“$2”无效；可用：$3。'],
  [/^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s, '选项“$1”的值“$2”无效。$3'],
]

const HINTS: typeof SENTENCES = [[/^\(Did you mean (?:one of )?(.*)\?\)$/, '（您要用的可能是：$1。）']]

/** A message of the parser of the command line in Chinese: its first part, and the hint that may follow on a line of its own. */
export function usageInChinese(message: string): string {
  const [, said = '', hint = ''] = /^(?:error: )?(.*?)(?:\n(\([^\n]*\)))?\n?$/s.exec(message) ?? []
  return `${translated(said, SENTENCES)}${hint === '' ? '' : `\n${translated(hint, HINTS)}`}\n`
}

function translated(text: string, known: typeof SENTENCES): string {
  const [pattern, chinese] = known.find(([one]) => one.test(text)) ?? []
  return pattern && chinese !== undefined ? text.replace(pattern, chinese) : text
}
