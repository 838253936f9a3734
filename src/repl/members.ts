import { compileFunction } from 'node:vm'
import type { Completion } from './complete.js'
import type { Scope } from './scope.js'

/** A member of what stands before the last dot. */
const MEMBER = /^(.*?)\??\.\s*([\w$]*)$/s
const TEXT = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g
/** What an expression may be made of that only asks: nothing that assigns, and no words of the language. */
const ASKING = /^[\w$\s'".,:?{}[\]()+-]*$/
const ACTING = /\+\+|--|\b(?:await|class|delete|function|import|new|yield)\b/
const CALL = /([\w$.]*)\s*\(/g

/**
 * The members of what a call or a literal at the end of a line gives, as Node itself reads such expressions only as far as their last comma or
 * brace, and then offers names that are wrong there.
 *
 * Edges: only what changes nothing is asked, by the functions of the session and of the library. Of anything else no names are offered where
 * Node would go wrong; all other lines are left to it.
 */
export function completeMember(line: string, scope: Scope): Completion | undefined {
  const masked = line.replace(TEXT, (text) => `'${'_'.repeat(text.length - 2)}'`)
  const [, before, part] = MEMBER.exec(masked) ?? []
  if (before === undefined || part === undefined) return undefined
  const start = startOf(before)
  const code = before.slice(start)
  // With a quotation mark that is not closed, the dot belongs to a text.
  if (!/[)\]}]/.test(code) || /["'`]/.test(before.replace(TEXT, ''))) return undefined
  if (isHarmless(code, scope)) return [namesOf(line.slice(start, before.length), scope).filter((name) => name.startsWith(part)), part]
  return /[,{}\s]/.test(code) ? [[], part] : undefined
}

/** Where the expression begins that a text ends with: at what neither names nor is in brackets. */
function startOf(before: string): number {
  let depth = 0
  for (let i = before.length - 1; i >= 0; i--) {
    const mark = before.charAt(i)
    if (')]}'.includes(mark)) depth++
    else if (depth === 0 && !/[\w$.?']/.test(mark)) return i + 1
    else if ('([{'.includes(mark)) depth--
  }
  return 0
}

/** Whether all that an expression calls are functions of the scope, methods of calendars and clocks, and methods of what these give. */
function isHarmless(code: string, scope: Scope): boolean {
  if (!ASKING.test(code) || ACTING.test(code)) return false
  return [...code.matchAll(CALL)].every(({ 1: called = '', index }) => {
    const isAfterValue = /[\w$)\]}'"]$/.test(code.slice(0, index))
    const [root = ''] = called.split('.')
    if (root === '') return called === '' ? !isAfterValue : code.charAt(index - 1) === ')'
    return typeof scope[root] === 'function' || root === 'cn' || root === 'clock'
  })
}

/** By the names of the scope, whatever the session has put under them since. */
function namesOf(code: string, scope: Scope): readonly string[] {
  try {
    const value: unknown = compileFunction(`return (${code})`, Object.keys(scope))(...Object.values(scope))
    return [...new Set(membersOf(value))].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name))
  } catch {
    // What is refused, or cannot be read, has no members; the answer will say so once it is asked for.
    return []
  }
}

/** The names of a value and of what it inherits, but not what every object has. */
function membersOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return []
  const object: object = Object(value)
  return object === Object.prototype ? [] : [...Object.getOwnPropertyNames(object), ...membersOf(Object.getPrototypeOf(object))]
}
