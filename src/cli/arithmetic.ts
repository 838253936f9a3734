import type { Between, Clock } from '../clock/clock.js'
import { momentOf } from '../clock/moment.js'
import type { Language } from '../errors.js'
import { formatDay } from '../time/day.js'
import { amountOf, formatLimit, kindOf, parseLimit } from '../time/limit.js'
import { EXIT, type Io } from './io.js'
import { clockNamed, policyNamed } from './policies.js'

/** The options that `add` and `between` share. */
export interface ArithmeticFlags {
  readonly policy: string
  readonly hours?: string
  readonly lang: Language
}

/** Adds an amount such as `4 working days` to a date or an instant. */
export async function addCommand(start: string, amount: string, flags: ArithmeticFlags, io: Io): Promise<number> {
  const clock = clockNamed(await policyNamed(flags.policy), flags.hours)
  const limit = parseLimit(amount, 'signed')
  const answer = clock.add(start, limit)
  io.out(`${answer}\n`)
  if (kindOf(amountOf(limit, 'signed').unit).countsWork) noteProjected(clock, [start, answer], { lang: flags.lang, io })
  return EXIT.ok
}

/** Says what lies between two dates or instants, a unit a line. */
export async function betweenCommand(a: string, b: string, flags: ArithmeticFlags, io: Io): Promise<number> {
  const clock = clockNamed(await policyNamed(flags.policy), flags.hours)
  const lines = say(clock.between(a, b), flags.lang)
  io.out(`${lines.join('\n')}\n`)
  noteProjected(clock, [a, b], { lang: flags.lang, io })
  return EXIT.ok
}

const PROJECTED: Readonly<Record<Language, (publishedTo: string) => string>> = {
  en: (publishedTo) => `Note: this rests on days after ${publishedTo}, which no notice has settled; they are projected from the law.`,
  zh: (publishedTo) => `注：结果取决于 ${publishedTo} 之后的日子，尚无通知予以安排，系按法定节假日推算。`,
}

/** A date alone cannot say that it is projected; the note goes to the person, not into the answer. */
function noteProjected({ calendar, table }: Clock, ends: readonly string[], { lang, io }: { readonly lang: Language; readonly io: Io }): void {
  const { publishedTo } = calendar.coverage
  const isBeyond = ends.some((end) => formatDay(momentOf(table, end).day) > publishedTo)
  if (isBeyond) io.err(`${PROJECTED[lang](publishedTo)}\n`)
}

function say({ workingDays, workingMinutes, calendarDays }: Between, language: Language): readonly string[] {
  return [{ workingDays }, { workingMinutes }, { calendarDays }].map((amount) => formatLimit(amount, language))
}
