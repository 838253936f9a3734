import type { Language } from '../errors.js'
import { type LintFinding, lint } from '../policy/lint.js'
import { EXIT, type Io } from './io.js'
import { policyNamed } from './policies.js'

/** The options of `lint` on the command line. */
export interface LintFlags {
  readonly format: 'text' | 'json'
  readonly lang: Language
}

/** Names what a policy says and can hardly mean; a fault that no conflict of its sources accounts for makes the exit status 1. */
export async function lintCommand(name: string, { format, lang }: LintFlags, io: Io): Promise<number> {
  const policy = await policyNamed(name)
  const findings = lint(policy)
  if (format === 'json') io.out(`${JSON.stringify({ policy: policy.id, findings }, null, 2)}\n`)
  else io.out(`${[...findings.map((finding) => say(finding, lang)), saySummary(findings, lang)].join('\n')}\n`)
  return findings.some(isFault) ? EXIT.faults : EXIT.ok
}

function isFault({ kind, known }: LintFinding): boolean {
  return kind === 'fault' && known.length === 0
}

const MARKS: Readonly<Record<Language, { readonly known: string; readonly note: string }>> = {
  en: { known: 'known: ', note: 'note: ' },
  zh: { known: '已知：', note: '提示：' },
}

function say({ code, kind, path, text, known }: LintFinding, language: Language): string {
  const marks = MARKS[language]
  const grounds = known.map(({ reading }) => `\n  ${marks.known}${reading[language]}`)
  return `${path}: ${kind === 'note' ? marks.note : ''}${text[language]} [${code}]${grounds.join('')}`
}

function saySummary(findings: readonly LintFinding[], language: Language): string {
  const faults = findings.filter(isFault).length
  const known = findings.filter(({ known }) => known.length > 0).length
  const notes = findings.length - faults - known
  if (language === 'zh') return `问题 ${faults} 项，已知 ${known} 项，提示 ${notes} 项`
  return `${faults} ${faults === 1 ? 'fault' : 'faults'}, ${known} known, ${notes} ${notes === 1 ? 'note' : 'notes'}`
}
