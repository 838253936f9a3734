import type { Between } from '../clock/clock.js'
import type { Language } from '../errors.js'
import { formatLimit, parseLimit } from '../time/limit.js'
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
  io.out(`${clock.add(start, parseLimit(amount, 'signed'))}\n`)
  return EXIT.ok
}

/** Says what lies between two dates or instants, a unit a line. */
export async function betweenCommand(a: string, b: string, flags: ArithmeticFlags, io: Io): Promise<number> {
  const clock = clockNamed(await policyNamed(flags.policy), flags.hours)
  const lines = say(clock.between(a, b), flags.lang)
  io.out(`${lines.join('\n')}\n`)
  return EXIT.ok
}

function say({ workingDays, workingMinutes, calendarDays }: Between, language: Language): readonly string[] {
  return [{ workingDays }, { workingMinutes }, { calendarDays }].map((amount) => formatLimit(amount, language))
}
