import { z } from 'zod'
import { clip, type Language, quote } from '../errors.js'
import { NAME } from './atoms.js'

/** What a schema has found first. */
export type Issue = z.core.$ZodIssue

/** What is wrong, as the end of a sentence. */
type Problem = Readonly<Record<Language, string>>

/** What belongs where something of another kind was found, or nothing. */
const KINDS: Readonly<Record<string, Problem>> = {
  string: { en: 'a text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  object: { en: 'an object', zh: '对象' },
  record: { en: 'an object', zh: '对象' },
  array: { en: 'a list', zh: '列表' },
}

/** Says what belongs at a place, and whether it is missing there. */
function belongs({ en, zh }: Problem, found: unknown): Problem {
  return found === undefined ? { en: `${en} is missing here`, zh: `此处缺少${zh}` } : { en: `${en} belongs here`, zh: `此处应为${zh}` }
}

function oneOf(values: readonly unknown[], found: unknown): Problem {
  const all = values.map(quote)
  return belongs(
    all.length === 1 ? { en: all.join(), zh: ` ${all.join()}` } : { en: `one of ${all.join(', ')}`, zh: ` ${all.join('、')} 之一` },
    found,
  )
}

/** A bound of a number, or of how many characters or entries there are. */
function bound(origin: string, most: Readonly<Record<'at least' | 'at most', number | bigint | undefined>>): Problem {
  const [en, value] = Object.entries(most).find(([, value]) => value !== undefined) as ['at least' | 'at most', number | bigint]
  const zh = en === 'at least' ? '至少' : '至多'
  if (origin === 'string') return { en: `the text has ${en} ${value} ${value === 1 ? 'character' : 'characters'}`, zh: `文本${zh} ${value} 个字符` }
  if (origin === 'array') return { en: `the list has ${en} ${value} ${value === 1 ? 'entry' : 'entries'}`, zh: `列表${zh} ${value} 项` }
  return { en: `the number is ${en} ${value}`, zh: `数字${zh}为 ${value}` }
}

const NAMES: Problem = {
  en: 'a name has small letters and digits, with hyphens between words, such as "water-hookup"',
  zh: '名称应由小写字母和数字组成，词间以连字符相连，例如 "water-hookup"',
}

const { localeError } = z.locales.zhCN()

/** What is wrong with a value and what would be right: in the schema's own words where it has some, else in ours; what is rare, in those of the schema library. */
export function problemOf(issue: Issue, found: unknown): Problem {
  if (issue.code === 'custom' && typeof issue.params?.['zh'] === 'string') return { en: issue.message, zh: issue.params['zh'] }
  if (issue.code === 'invalid_type' && Object.hasOwn(KINDS, issue.expected)) return belongs(KINDS[issue.expected] as Problem, found)
  if (issue.code === 'invalid_value') return oneOf(issue.values, found)
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return oneOf(issue.options, found)
  if (issue.code === 'invalid_key' && issue.issues[0]) return problemOf(issue.issues[0], found)
  if (issue.code === 'invalid_format' && 'pattern' in issue && issue.pattern === String(NAME)) return NAMES
  if (issue.code === 'too_small' && issue.inclusive) return bound(issue.origin, { 'at least': issue.minimum, 'at most': undefined })
  if (issue.code === 'too_big' && issue.inclusive) return bound(issue.origin, { 'at least': undefined, 'at most': issue.maximum })
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(clip)
    return { en: `there is no such key here: ${keys.join(', ')}`, zh: `此处没有这样的键：${keys.join('、')}` }
  }
  const said = localeError({ ...issue, input: found } as Parameters<typeof localeError>[0])
  return { en: issue.message, zh: typeof said === 'string' ? said : (said?.message ?? issue.message) }
}
