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
