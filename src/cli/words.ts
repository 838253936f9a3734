import type { Language } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { hoursOf } from '../seeds.js'

/** What an answer rests on that people should not have to look up: a source that is a draft, hours that are assumed. */
export function sayBasis({ source, hours }: Policy, ownHours: string | undefined, language: Language): string {
  const isDraft = source.status === 'draft'
  const assumed = ownHours === undefined ? hoursOf(hours)?.workday.join(', ') : undefined
  const notes: Readonly<Record<Language, readonly (string | false | undefined)[]>> = {
    en: [
      isDraft && `the policy is a draft for comment of ${source.date}`,
      assumed && `opening hours ${assumed} are assumed (--hours gives your own)`,
    ],
    zh: [isDraft && `依据为${source.date}的征求意见稿`, assumed && `办公时间 ${assumed} 为假定（可用 --hours 指定）`],
  }
  const said = notes[language].filter((note) => typeof note === 'string')
  return said.length === 0 ? '' : language === 'zh' ? `注：${said.join('；')}。\n` : `Note: ${said.join('; ')}.\n`
}

/** Why a run did not come to its end: the user interrupted it, or nobody reads what it writes. */
export type WhyStopped = 'interrupted' | 'closed'

/** How far a run came that did not come to its end. */
export const STOPPED: Readonly<Record<Language, Readonly<Record<WhyStopped, (file: string, read: number) => string>>>> = {
  en: {
    interrupted: (file, read) => `Interrupted in ${file} after ${read} read; what was written are whole lines, and the rest was not read.`,
    closed: (file, read) => `The reader of the output closed it, in ${file} after ${read} read; the rest was not read.`,
  },
  zh: {
    interrupted: (file, read) => `已中断：在 ${file} 中，已读取 ${read}；已输出的均为完整的行，其余未读取。`,
    closed: (file, read) => `输出的接收方已关闭：在 ${file} 中，已读取 ${read}；其余未读取。`,
  },
}
