import { dirname, join } from 'node:path'
import { type Clock, createClock } from '../clock/clock.js'
import type { Hours } from '../clock/hours.js'
import { fail, ServiceTimeError, show } from '../errors.js'
import { UNKNOWN_CLOCK_NAME, UNKNOWN_HOURS_OF_POLICY } from '../messages/choices.js'
import { JSON_INVALID } from '../messages/files.js'
import { POLICY_UNKNOWN } from '../messages/policy.js'
import type { Policy } from '../policy/policy.js'
import { clockFor, clocksFor, cn, cnLicensing, xiaoshan2019 } from '../seeds.js'
import { decode } from '../stream/text.js'
import { readBytes } from './io.js'

/** The policies that come with the package, by their ids. */
export const builtIn: Readonly<Record<string, Policy>> = { [xiaoshan2019.id]: xiaoshan2019, [cnLicensing.id]: cnLicensing }

/** The policy of a built-in name, or of a JSON file. */
export async function policyNamed(name: string): Promise<Policy> {
  if (Object.hasOwn(builtIn, name)) return builtIn[name] as Policy
  const bytes = await readBytes(name).catch((error: unknown) => unknownPolicy(name, error))
  const value = parseJson(bytes, name)
  // The schema library is loaded only for a policy that is not built in.
  const { readPolicy } = await import('../policy/read.js')
  return readPolicy(value, { bases: [...Object.values(builtIn), ...(await basesBeside(name, value)).values()] })
}

/** The files that a policy is read from: none where it is built in, else its own and those of the policies that it extends. */
export async function policyFilesOf(name: string): Promise<readonly string[]> {
  if (Object.hasOwn(builtIn, name)) return []
  return [name, ...(await basesBeside(name, parseJson(await readBytes(name), name))).keys()]
}

/** What a policy file extends and is not built in is looked for beside it, in a file named by the id; the values by their files. */
async function basesBeside(file: string, value: unknown): Promise<ReadonlyMap<string, unknown>> {
  const bases = new Map<string, unknown>()
  for (let id = baseOf(value); id !== undefined && !Object.hasOwn(builtIn, id); ) {
    const beside = join(dirname(file), `${id}.json`)
    const bytes = bases.has(beside) ? undefined : await readBytes(beside).catch(() => undefined)
    if (bytes === undefined) break
    const base = parseJson(bytes, beside)
    bases.set(beside, base)
    id = baseOf(base)
  }
  return bases
}

/** The id of the policy that another extends; one that could not name a file beside it is none. */
function baseOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as { extends?: unknown }).extends : undefined
  return typeof id === 'string' && /^[a-z0-9-]+$/.test(id) ? id : undefined
}

function unknownPolicy(name: string, error: unknown): never {
  if (!(error instanceof ServiceTimeError)) throw error
  return fail(POLICY_UNKNOWN, { found: name, allowed: Object.keys(builtIn) })
}

/** The value of a JSON file. Throws `json-invalid`. */
export function parseJson(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(decode(bytes))
  } catch (error) {
    if (error instanceof ServiceTimeError) throw error
    return fail(JSON_INVALID, { found: file, problem: error instanceof SyntaxError ? error.message : String(error) })
  }
}

/** The clock of a policy; with hours of the caller's own, such as `09:00-12:00,13:30-17:00`, in place of those it names. */
export function clockNamed(policy: Policy, hours: string | undefined): Clock {
  if (hours === undefined) return ownClock(policy)
  return createClock({
    calendar: cn,
    hours: hoursFrom(hours),
    timeZone: policy.timeZone,
    convention: policy.convention,
  })
}

/** The clock of a policy; hours that do not come with the package have to be given on the command line. */
function ownClock(policy: Policy): Clock {
  try {
    return clockFor(policy)
  } catch (error) {
    if (!(error instanceof ServiceTimeError) || error.code !== 'choice-unknown' || error.path !== 'hours') throw error
    return fail(UNKNOWN_HOURS_OF_POLICY, (error as ServiceTimeError<'choice-unknown'>).facts, { path: 'hours' })
  }
}

/** Opening hours of the caller's own for clocks of stages, by the names that the policy gives them. */
export type ClockHours = Readonly<Record<string, string>>

/** The clocks of stages of a policy; those with hours of the caller's own keep the calendar of its clock. */
export function clocksNamed(policy: Policy, clock: Clock, own: ClockHours = {}): Readonly<Record<string, Clock>> {
  const allowed = Object.keys(policy.clocks ?? {})
  const unknown = Object.keys(own).find((name) => !allowed.includes(name))
  if (unknown !== undefined) fail(UNKNOWN_CLOCK_NAME, { found: show(unknown), allowed }, { path: '--clock' })
  const left = Object.entries(policy.clocks ?? {}).filter(([name]) => !Object.hasOwn(own, name))
  const given = Object.entries(own).map(([name, hours]) => [name, createClock({ ...clock, hours: hoursFrom(hours) })])
  return { ...clocksFor({ ...policy, clocks: Object.fromEntries(left) }), ...Object.fromEntries(given) }
}

function hoursFrom(sessions: string): Hours {
  return { workday: sessions.split(',').map((text) => text.trim()) }
}
