import type { Context } from 'hono'
import type { Told } from '../hall/append.js'
import { HallError } from '../hall/errors.js'

/** The object that was sent. Only as JSON: what a form of another site can send is not taken. */
export async function bodyOf(c: Context): Promise<Told> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new HallError('type-unsupported')
  const value = parsed(await c.req.text())
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HallError('body-unreadable')
  return value as Told
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, storable)
  } catch (error) {
    // Lists within lists by the thousand are more than the engine goes through.
    if (error instanceof SyntaxError || error instanceof RangeError) throw new HallError('body-unreadable')
    throw error
  }
}

/** PostgreSQL stores neither NUL nor half of a pair of surrogates, which JSON may hold; it would fail only there. */
function storable(key: string, value: unknown): unknown {
  for (const text of [key, value]) {
    if (typeof text === 'string' && (text.includes('\0') || !text.isWellFormed())) throw new HallError('text-unstorable', key)
  }
  return value
}

/** The version in `If-Match`, as the hall has given it in an `ETag`. */
export function expectedBy(c: Context): number | undefined {
  const header = c.req.header('if-match')
  if (header === undefined || header === '*') return undefined
  const [, version] = /^"(\d{1,9})"$/.exec(header) ?? []
  if (version === undefined) throw new HallError('version-invalid', 'If-Match')
  return Number(version)
}
