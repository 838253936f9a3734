import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Assessment, assess, clockFor, type Explanation, explain, readCase, xiaoshan2019 } from 'service-time'
import type { PageContent, PageFigures } from '../../src/render/page/content.js'

const examples = fileURLToPath(new URL('../../examples/cases.ndjson', import.meta.url))
const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2020-04-01T09:00:00+08:00' }
const files = readFileSync(examples, 'utf8')
  .trim()
  .split('\n')
  .map((line) => readCase(JSON.parse(line), xiaoshan2019))

export const explanations: readonly Explanation[] = files.map((file) => explain(file, options))
const assessments: readonly Assessment[] = files.map((file) => assess(file, options))

const rate = (numerator: number, denominator: number) => ({ value: denominator === 0 ? null : numerator / denominator, numerator, denominator })

/** Figures of some cases, counted one by one. */
function figuresOf(cases: readonly Assessment[]): PageFigures {
  const count = (outcome: string) => cases.filter((one) => one.outcome === outcome).length
  const outcomes = { open: count('open'), overdue: count('overdue'), early: count('early'), 'on-time': count('on-time'), late: count('late') }
  const completed = cases.filter(({ state, outcome }) => state === 'completed' && ['early', 'on-time', 'late'].includes(outcome))
  const used = cases.flatMap(({ state, used }) => (state === 'completed' && used ? (Object.entries(used) as [string, number][]) : []))
  const amounts = used.map(([, amount]) => amount).sort((a, b) => a - b)
  const [[unit] = ['workingDays']] = used
  const at = (share: number) => amounts[Math.max(0, Math.ceil(share * amounts.length) - 1)] as number
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  const time = {
    unit: unit as 'workingDays',
    cases: amounts.length,
    average: sum / amounts.length,
    median: at(0.5),
    p95: at(0.95),
    max: at(1),
    distribution: [...new Set(amounts)].map((amount) => [amount, amounts.filter((other) => other === amount).length] as const),
  }
  return {
    cases: cases.length,
    outcomes: { ...outcomes, exempt: count('exempt'), measured: count('measured') },
    dueSoon: cases.filter(({ outcome, light }) => outcome === 'open' && light === 'yellow').length,
    onTime: rate(outcomes.early + outcomes['on-time'], completed.length),
    early: rate(outcomes.early, completed.length),
    times: amounts.length > 0 ? [time] : [],
  }
}

const monthOf = ({ stoppedAt }: Assessment) => stoppedAt?.slice(0, 7)
const months = [...new Set(assessments.map(monthOf))].filter((month) => month !== undefined).sort()

/** The cases of `examples/cases.ndjson`, as a page tells of them. */
export const CONTENT: PageContent = {
  policy: { titles: xiaoshan2019.titles, status: xiaoshan2019.source.status },
  asOf: options.now,
  read: assessments.length + 1,
  rejected: 1,
  total: figuresOf(assessments),
  rules: Object.entries(xiaoshan2019.rules).map(([name, { titles, versions }]) => {
    const target = versions.at(-1)?.target
    const figures = figuresOf(assessments.filter(({ rule }) => rule === name))
    return { name, titles, figures, ...(target?.kind === 'each' && { limit: target.limit }) }
  }),
  months: months.map((name) => ({ name, onTime: figuresOf(assessments.filter((one) => monthOf(one) === name)).onTime })),
  overdue: {
    cases: assessments.filter(({ outcome }) => outcome === 'overdue').length,
    listed: explanations.filter(({ assessment }) => assessment.outcome === 'overdue'),
  },
}
