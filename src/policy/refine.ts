import { type Day, formatDay, parseDay } from '../time/day.js'
import { isInForce, type Policy, type Refinement, type Version } from './policy.js'

/** Plain data, with the id of the policy that each part of it comes from: by path, and '' for what no longer path names. */
interface Traced {
  readonly value: unknown
  readonly origins: Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, unknown>>

/** What of a policy is put together from both: fields by name, every entry of a record, or versions by date. All else is replaced whole. */
interface Shape {
  readonly fields?: Readonly<Record<string, Shape>>
  readonly each?: Shape
  readonly byDate?: Shape
}

const byField: Shape = { fields: {} }
const version: Shape = { fields: { stages: { each: byField }, causes: { each: byField }, grounds: byField, caps: byField } }
const rule: Shape = { fields: { departments: byField, versions: { byDate: version } } }
const policy: Shape = { fields: { clocks: { each: byField }, departments: { each: {} }, rules: { each: rule }, indicators: { each: {} } } }

/** The data of a policy that says only what it changes of its base, put over that base; `origins` tells what came from where. */
export function refine(base: Policy, changes: Refinement): Fields {
  const { $schema: _schema, origins: traced, ...data } = base
  const { $schema: _own, extends: _extends, ...own } = changes
  const inherited = Object.entries(traced ?? {}).map(([path, id]) => [`.${path}`, id])
  const { value, origins } = merge(policy, { value: data, origins: { ...Object.fromEntries(inherited), '': base.id } }, own, changes.id)
  const told = Object.entries(origins).flatMap(([path, id]) => (path === '' ? [] : [[path.slice(1), id]]))
  return { ...(value as Fields), origins: Object.fromEntries(told) }
}

function merge(shape: Shape, base: Traced | undefined, change: unknown, id: string): Traced {
  if (base?.value === undefined) return { value: change, origins: { '': id } }
  if (shape.byDate) return mergeVersions(shape.byDate, base, change as readonly Dated[], id)
  if (!shape.fields && !shape.each) return { value: change, origins: { '': id } }
  const given = Object.entries(change as Fields).filter(([, value]) => value !== undefined)
  const parts = new Map(Object.keys(base.value as Fields).map((key) => [key, partOf(base, key)]))
  for (const [key, value] of given) parts.set(key, merge(shape.each ?? shape.fields?.[key] ?? {}, parts.get(key), value, id))
  const value = Object.fromEntries([...parts].map(([key, part]) => [key, part.value]))
  return {
    value,
    origins: originsOf(
      [...parts].map(([key, part]) => [`.${key}`, part]),
      id,
    ),
  }
}

type Dated = Fields & { readonly from: string }

/**
 * A version refines that which is in force on its first day. Where that began earlier, it ends the day before; what the new one does not
 * say, it takes over.
 */
function mergeVersions(shape: Shape, base: Traced, changes: readonly Dated[], id: string): Traced {
  const known = (base.value as readonly Dated[]).map((_, i) => partOf(base, i))
  const inOrder = [...changes].sort((a, b) => (a.from < b.from ? -1 : 1))
  const versions = inOrder.reduce<readonly Traced[]>((before, change) => {
    const at = before.findIndex(({ value }) => isInForce(value as Version, parseDay(change.from)))
    const current = before[at]
    if (!current) return before.concat(merge(shape, undefined, change, id))
    const { from, ...rest } = change
    const isSame = (current.value as Dated).from === from
    const refined = merge(shape, current, isSame ? rest : change, id)
    return before.toSpliced(at, 1, ...(isSame ? [refined] : [endedBefore(current, from, id), refined]))
  }, known)
  const sorted = versions.toSorted((a, b) => ((a.value as Dated).from < (b.value as Dated).from ? -1 : 1))
  return {
    value: sorted.map(({ value }) => value),
    origins: originsOf(
      sorted.map((part, i) => [`[${i}]`, part]),
      id,
    ),
  }
}

function endedBefore({ value, origins }: Traced, from: string, id: string): Traced {
  const to = formatDay((parseDay(from) - 1) as Day)
  return { value: { ...(value as Dated), to }, origins: { ...origins, '.to': id } }
}

/** A part of traced data, with what is known of its inside. */
function partOf({ value, origins }: Traced, key: string | number): Traced {
  const step = typeof key === 'number' ? `[${key}]` : `.${key}`
  const inside = Object.entries(origins).flatMap(([path, id]) => (isAt(path, step) ? [[path.slice(step.length), id]] : []))
  return { value: (value as Record<string | number, unknown>)[key], origins: { '': origins[''] as string, ...Object.fromEntries(inside) } }
}

/** What parts tell of a whole that comes from a policy, where they come from another. */
function originsOf(parts: readonly (readonly [step: string, part: Traced])[], id: string): Readonly<Record<string, string>> {
  const told = parts.flatMap(([step, { origins }]) =>
    Object.entries(origins).flatMap(([path, origin]) => (path === '' && origin === id ? [] : [[step + path, origin]])),
  )
  return { ...Object.fromEntries(told), '': id }
}

/** Whether a path leads to a place or into it. */
function isAt(path: string, place: string): boolean {
  return path.startsWith(place) && (path.length === place.length || path[place.length] === '.' || path[place.length] === '[')
}
