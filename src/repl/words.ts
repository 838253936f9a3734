import { version } from '../../package.json'
import type { Language } from '../errors.js'
import { sayNow } from './commands.js'
import type { Session } from './session.js'

/** What is said in place of what Node's REPL says of its own accord. */
export type NodeWords = Readonly<Record<'noCommand' | 'noFile' | 'notFile' | 'notLoaded' | 'notSaved' | 'saved', (file: string) => string>>

/** The same in each language. */
export const OF_NODE: Readonly<Record<Language, NodeWords>> = {
  en: {
    noCommand: () => 'There is no such command; .help shows those that there are.',
    noFile: () => 'A file must be named.',
    notFile: (file) => `Failed to load: ${file} is not a file`,
    notLoaded: (file) => `Failed to load: ${file}`,
    notSaved: (file) => `Failed to save: ${file}`,
    saved: (file) => `Session saved to: ${file}`,
  },
  zh: {
    noCommand: () => '没有这个命令；.help 列出全部命令。',
    noFile: () => '请指定文件。',
    notFile: (file) => `无法读入：${file} 不是文件`,
    notLoaded: (file) => `无法读入：${file}`,
    notSaved: (file) => `无法保存：${file}`,
    saved: (file) => `本次输入已保存到：${file}`,
  },
}

/** What is said where the history of sessions cannot be kept. */
export const NO_HISTORY: Readonly<Record<Language, (problem: string) => string>> = {
  en: (problem) => `What is typed here will not be remembered: ${problem}`,
  zh: (problem) => `本次输入不会保存到历史记录：${problem}`,
}

/** What stands above the first prompt. */
export function greetingIn(session: Session): string {
  const { policy, language } = session
  const said: Readonly<Record<Language, readonly string[]>> = {
    en: [`service-time ${version}, policy ${policy.id}. Type .help for worked examples, .exit to leave.`],
    zh: [`service-time ${version}，政策 ${policy.id}。输入 .help 查看示例，.exit 退出。`],
  }
  return [...said[language], sayNow(session)].join('\n')
}
