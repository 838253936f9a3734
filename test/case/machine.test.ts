import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/case/file.js'
import { MACHINE, type Phase } from '../../src/case/machine.js'

const phases = Object.keys(MACHINE) as Phase[]
const arrows = phases.flatMap((from) =>
  EVENT_TYPES.flatMap((event) => (MACHINE[from][event] ?? []).map(({ to, if: condition }) => ({ from, event, to, condition }))),
)

function diagram(): string {
  const said = new Map<string, string[]>()
  for (const { from, event, to, condition } of arrows) {
    const arrow = `${from} --> ${to}`
    said.set(arrow, [...(said.get(arrow) ?? []), condition ? `${event} [${condition}]` : event])
  }
  return [...said].map(([arrow, events]) => `  ${arrow} : ${events.join('<br/>')}`).join('\n')
}

const PAGE = `# The course of a case

Drawn from the table that decides which event may follow which (\`src/case/machine.ts\`); a test fails when the two differ. In brackets
stands what must hold besides: what the rule provides for, or what the case has come to. Within \`running\` a case is paused while a
pause or a correction is open, or, for a rule measured by stages, while no stage is open once the first has begun.

\`\`\`mermaid
stateDiagram-v2
  [*] --> new
${diagram()}
\`\`\`

| phase | \`state\` of the assessment |
|---|---|
| \`new\`, \`received\`, \`correcting\` | \`waiting\` |
| \`running\` | \`running\` or \`paused\` |
| \`completed\`, \`delivered\` | \`completed\`; by a rule that stops at delivery, \`completed\` only once delivered |
| \`rejected\`, \`withdrawn\`, \`revoked\`, \`returned\` | \`closed\` |
`

describe('the machine of a case', () => {
  test('is the diagram in the docs', async () => {
    await expect(PAGE).toMatchFileSnapshot('../../docs/course-of-a-case.md')
  })

  test('comes to every phase, by every type of event', () => {
    const reached = new Set<string>(['new', ...arrows.map(({ to }) => to)])
    expect([...reached].sort()).toEqual([...phases].sort())
    expect([...new Set(arrows.map(({ event }) => event))].sort()).toEqual([...EVENT_TYPES].sort())
  })

  test('lets nothing follow the end but the handing over', () => {
    for (const end of ['completed', 'rejected', 'withdrawn', 'revoked'] as const) expect(Object.keys(MACHINE[end])).toEqual(['delivered'])
    for (const end of ['delivered', 'returned'] as const) expect(MACHINE[end]).toEqual({})
  })
})
