import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cn, createClock, hallHours, ServiceTimeError } from 'service-time'
import { describe, expect, test } from 'vitest'
import { datesBetween } from '../support/oracle.js'

const page = readFileSync(new URL('../../docs/guides/migrating.md', import.meta.url), 'utf8')
const script = fileURLToPath(new URL('peers.js', import.meta.url))

/** What a question is asked of, in the words of the guide. */
type Given = Readonly<Record<string, string | number>>

/** An expression of a library, and what the guide says that it answers. */
interface Claim {
  readonly peer: string
  readonly expression: string
  readonly given: Given
  readonly claimed: string
}

/** The rows of the table below a heading, each by the head of its columns. */
function rowsBelow(heading: string): readonly Readonly<Record<string, string>>[] {
  const [, text = ''] = page.split(`\n${heading}\n`)
  const lines = (text.split('\n## ')[0] as string).split('\n').filter((line) => line.startsWith('|'))
  const [head = [], , ...rows] = lines.map((line) => line.slice(1, -1).split('|'))
  return rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [(head[i] as string).trim(), cell.trim()])))
}

const PEERS = ['date-fns', 'dayjs-business-time', 'chinese-days']
const OURS = 'service-time'
const codeIn = (cell = '') => /`(.+)`/.exec(cell)?.[1]
const EQUIVALENTS = rowsBelow('## Equivalents')
const DIFFERENT = rowsBelow('## Answers that differ')

function givenIn(cell: string): Given {
  const pairs = [...cell.matchAll(/(\w+) = (?:'([^']*)'|(-?\d+))/g)]
  return Object.fromEntries(pairs.map(([, name, text, number]) => [name as string, text ?? Number(number)]))
}

const holidays = datesBetween('2007-01-01', cn.coverage.publishedTo).filter((date) => !cn.isWorkingDay(date))

/** What the libraries answer, as a host in Shanghai unless the questions name another. */
function answersTo(questions: readonly Omit<Claim, 'claimed'>[], timeout = 60_000) {
  const env = { ...process.env, TZ: String(questions[0]?.given['host'] ?? 'Asia/Shanghai') }
  const input = JSON.stringify({ questions, holidays, hours: hallHours.workday })
  const { stdout, signal } = spawnSync(process.execPath, [script], { env, input, timeout, killSignal: 'SIGKILL', encoding: 'utf8' })
  return signal === null ? (JSON.parse(stdout) as unknown[]).map(String) : ['never returns']
}

const clock = createClock({ calendar: cn, hours: hallHours, timeZone: 'Asia/Shanghai', convention: 'cn-civil-code' })

function ofOurs({ expression, given }: Omit<Claim, 'claimed'>): string {
  const names = { cn, clock, ...given }
  try {
    const answer: unknown = new Function(...Object.keys(names), `return ${expression}`)(...Object.values(names))
    return String(answer).slice(0, 16)
  } catch (error) {
    if (error instanceof ServiceTimeError) return `refused: ${error.code}`
    throw error
  }
}

describe('the equivalents', () => {
  // Two weeks without a holiday and without a make-up day.
  const days = { day: '2019-06-17', other: '2019-06-20', n: 3 }
  const times = { at: '2019-06-17T10:00', until: '2019-06-18T09:30', n: 3 }
  const asked = EQUIVALENTS.map((row) => {
    const given: Given = /\b(at|until)\b/.test(codeIn(row[OURS]) as string) ? times : days
    const questions = PEERS.flatMap((peer) => [codeIn(row[peer])].flatMap((expression) => (expression ? [{ peer, expression, given }] : [])))
    return { row, questions, ours: { peer: OURS, expression: codeIn(row[OURS]) as string, given } }
  })
  const answers = answersTo(asked.flatMap(({ questions }) => questions))

  test('are answered alike on plain weeks by all that have them', () => {
    const expected = asked.flatMap(({ questions, ours }) => questions.map(({ expression }) => [expression, ofOurs(ours)]))
    const found = asked.flatMap(({ questions }) => questions).map(({ expression }, i) => [expression, answers[i]])
    expect(found).toEqual(expected)
    expect(expected.length).toBeGreaterThan(20)
  })
})

describe('the answers that differ', () => {
  const claims = DIFFERENT.flatMap((row) => {
    const equivalent = EQUIVALENTS.find(({ question }) => question === row['question'])
    if (!equivalent) throw new Error(`"${row['question']}" is not among the equivalents`)
    return [...PEERS, OURS].flatMap((peer): Claim[] =>
      row[peer] === '–'
        ? []
        : [{ peer, expression: codeIn(equivalent[peer]) as string, given: givenIn(row['asked of'] as string), claimed: row[peer] as string }],
    )
  })
  const ofPeers = claims.filter(({ peer }) => peer !== OURS)
  const hosts = [...new Set(ofPeers.map(({ given }) => given['host']))]

  test.each(hosts)('are those of the libraries on the host %s', (host) => {
    const here = ofPeers.filter(({ given, claimed }) => given['host'] === host && claimed !== 'never returns')
    const answers = answersTo(here)
    expect(here.map((claim, i) => ({ ...claim, claimed: answers[i] }))).toEqual(here)
  })

  test.each(ofPeers.filter(({ claimed }) => claimed === 'never returns'))('are none within three seconds: $peer, $expression', (claim) => {
    expect(answersTo([claim], 3_000)).toEqual(['never returns'])
  })

  test('are those of this library', () => {
    const ours = claims.filter(({ peer }) => peer === OURS)
    expect(ours.map((claim) => ({ ...claim, claimed: ofOurs(claim) }))).toEqual(ours)
  })

  test('do differ', () => {
    for (const row of DIFFERENT) expect(PEERS.map((peer) => row[peer]).filter((answer) => answer !== '–' && answer !== row[OURS])).not.toEqual([])
  })
})
