import type { Clock } from '../clock/clock.js'
import { createClock } from '../clock/clock.js'
import { fail, ServiceTimeError } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import { clockFor, cn, xiaoshan2019 } from '../seeds.js'
import { decode } from './cases.js'
import { readBytes } from './io.js'

const builtIn: Readonly<Record<string, Policy>> = { [xiaoshan2019.id]: xiaoshan2019 }

/** The policy of a built-in name, or of a JSON file. */
export async function policyNamed(name: string): Promise<Policy> {
  if (Object.hasOwn(builtIn, name)) return builtIn[name] as Policy
  const bytes = await readBytes(name).catch((error: unknown) => unknownPolicy(name, error))
  // The schema library is loaded only for a policy that is not built in.
  const { readPolicy } = await import('../policy/read.js')
  return readPolicy(parseJson(bytes, name))
}

function unknownPolicy(name: string, error: unknown): never {
  if (!(error instanceof ServiceTimeError)) throw error
  return fail('policy-unknown', { found: name, allowed: Object.keys(builtIn) })
}

function parseJson(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(decode(bytes))
  } catch (error) {
    if (error instanceof ServiceTimeError) throw error
    return fail('json-invalid', { found: file, problem: error instanceof SyntaxError ? error.message : String(error) })
  }
}

/** The clock of a policy; with hours of the caller's own, such as `09:00-12:00,13:30-17:00`, in place of those it names. */
export function clockNamed(policy: Policy, hours: string | undefined): Clock {
  if (hours === undefined) return clockFor(policy)
  return createClock({
    calendar: cn,
    hours: { workday: hours.split(',').map((text) => text.trim()) },
    timeZone: policy.timeZone,
    convention: policy.convention,
  })
}
