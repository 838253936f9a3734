import { version } from '../../package.json'
import type { Language } from '../errors.js'
import { sayNow } from './commands.js'
import type { Session } from './session.js'

/** What is said to a command that there is none of. */
export const NO_COMMAND: Readonly<Record<Language, string>> = {
  en: 'There is no such command; .help shows those that there are.',
  zh: '没有这个命令；.help 列出全部命令。',
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
