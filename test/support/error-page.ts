import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language, ServiceTimeError } from 'service-time'
import ts from 'typescript'

const messages = fileURLToPath(new URL('../../src/messages', import.meta.url))

interface Code {
  readonly code: string
  /** When it is thrown, by the comment in the source. */
  readonly when: string
  readonly facts: readonly string[]
}

/** The members of the interfaces that say what errors know, in the order of the sources. */
function codesIn(file: string): readonly Code[] {
  const source = ts.createSourceFile(file, readFileSync(`${messages}/${file}`, 'utf8'), ts.ScriptTarget.ES2022, true)
  const facts = source.statements.filter(ts.isInterfaceDeclaration).filter(({ name }) => name.text.endsWith('Facts'))
  return facts
    .flatMap(({ members }) => members.filter(ts.isPropertySignature))
    .map((member) => ({
      code: (member.name as ts.Identifier | ts.StringLiteral).text,
      when: ts
        .getJSDocCommentsAndTags(member)
        .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
        .join(' '),
      facts: member.type && ts.isTypeLiteralNode(member.type) ? member.type.members.map((fact) => fact.getText().replace(/;$/, '')) : [],
    }))
}

const FILES = codesIn('files.ts')
export const CODES = [...codesIn('facts.ts'), ...FILES]

const linked = (text: string) => text.replace(/`docs\/([\w-]+\.md)`/g, '[$1]($1)')
const fenced = (text: string, language = 'text') => `\`\`\`${language}\n${text}\n\`\`\``

/** The text of an error whatever the platform is: what that says of a file is left out. */
function plain(refused: ServiceTimeError, language: Language): string {
  const isPlatforms = FILES.some(({ code }) => code === refused.code) && 'problem' in refused.facts
  return isPlatforms ? refused.text(language).replace(String(refused.facts.problem), '…') : refused.text(language)
}

function section({ code, when, facts }: Code, refused: ServiceTimeError): string {
  const known = facts.length === 0 ? 'It has no facts.' : `Facts: ${facts.map((fact) => `\`${fact}\``).join(', ')}.`
  const found = [...(refused.path ? [`path: ${refused.path}`] : []), `en: ${plain(refused, 'en')}`, `zh: ${plain(refused, 'zh')}`]
  return `## ${code}\n\n${linked(when)}\n\n${known}\n\n${fenced(found.join('\n'))}`
}

/** The page of all codes, each with something that is refused with it. */
export function errorPage(refused: Readonly<Record<string, ServiceTimeError>>): string {
  const rows = CODES.map(({ code, when }) => `| [\`${code}\`](#${code}) | ${linked(when)} |`)
  return `# Errors

Made by \`npm run errors\` from the code: when each is thrown and what it knows from \`src/messages\`, the texts from something that is refused
with it in \`test/errors.test.ts\`; a test fails when this page is not what they say.

All are \`ServiceTimeError\`: \`code\` for programs, \`path\` into the input (empty for a single argument), \`caseId\` where a case is at fault,
\`facts\`, \`message\` in English, and \`text('zh')\` or \`text('en')\`. Codes and facts are the interface, and change as such; texts may be put better
at any time. A program that reads text should read \`facts\`.

| code | thrown when |
|---|---|
${rows.join('\n')}

${CODES.map((code) => section(code, refused[code.code] as ServiceTimeError)).join('\n\n')}
`
}
