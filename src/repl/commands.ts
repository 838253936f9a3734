import { minute } from '../cli/table.js'
import { fail, type Language, show } from '../errors.js'
import { UNKNOWN_LANGUAGE } from '../messages/choices.js'
import { helpIn } from './help.js'
import type { Session } from './session.js'

/** What a command did or was asked. */
interface Reply {
  readonly text: string
  /** Whether it was asked for, or only tells that what was asked was done. */
  readonly isAnswer: boolean
}

/** A command of a session: what it is for, and what it does with the rest of its line. */
export interface SessionCommand {
  readonly help: Readonly<Record<Language, string>>
  readonly run: (session: Session, rest: string) => Reply
}

const LANGUAGES: readonly string[] = ['zh', 'en']

const LANGUAGE: Readonly<Record<Language, string>> = { en: 'The language is English.', zh: '语言为中文。' }

function knownIn(session: Session): string {
  const on = session.knownOn()
  const { publishedTo } = session.calendar().coverage
  const said: Readonly<Record<Language, string>> = {
    en: `The calendar is ${on === undefined ? 'the latest' : `as it was known on ${on}`}: settled to ${publishedTo}, projected from there on.`,
    zh: `日历为${on === undefined ? '最新' : `截至 ${on} 所知`}：至 ${publishedTo} 均有通知，其后为推算。`,
  }
  return said[session.language]
}

/** The instant of asking, and whose it is. */
export function sayNow(session: Session): string {
  const at = minute(session.now())
  const said: Readonly<Record<Language, string>> = session.isSystemTime()
    ? { en: `Now is ${at}, the time of this computer, and goes on.`, zh: `当前时刻为 ${at}，取自本机，随时间变化。` }
    : { en: `Now is ${at}, as it was set.`, zh: `当前时刻为 ${at}（已指定）。` }
  return said[session.language]
}

/** The commands of a session, besides those of Node. */
export const COMMANDS: Readonly<Record<'help' | 'lang' | 'asof' | 'now', SessionCommand>> = {
  help: {
    help: { en: 'Worked examples, and these commands', zh: '示例及命令一览' },
    run: ({ language }) => ({ text: helpIn(language), isAnswer: true }),
  },
  lang: {
    help: { en: 'zh or en: the language of answers', zh: 'zh 或 en：答案所用的语言' },
    run: (session, rest) => {
      if (rest !== '') session.language = LANGUAGES.includes(rest) ? (rest as Language) : unknownLanguage(rest)
      return { text: LANGUAGE[session.language], isAnswer: rest === '' }
    },
  },
  asof: {
    help: { en: 'a date: the calendar as it was known then; latest: as it is', zh: '日期：截至当日所知的日历；latest：最新日历' },
    run: (session, rest) => {
      if (rest !== '') session.setKnownOn(rest === 'latest' ? undefined : rest)
      return { text: knownIn(session), isAnswer: rest === '' }
    },
  },
  now: {
    help: { en: 'an instant: the time of asking from here on; system: that of this computer', zh: '时刻：此后评定所用的当前时刻；system：本机时间' },
    run: (session, rest) => {
      if (rest !== '') session.setNow(rest === 'system' ? undefined : rest)
      return { text: sayNow(session), isAnswer: rest === '' }
    },
  },
}

function unknownLanguage(found: string): never {
  return fail(UNKNOWN_LANGUAGE, { found: show(found), allowed: LANGUAGES })
}
