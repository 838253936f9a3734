import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assess, clockFor, type Explanation, explain, readCase, xiaoshan2019 } from 'service-time'
import { type ReportPageOptions, reportPage } from 'service-time/render'
import { createTally, type ListedCase, type Tally } from 'service-time/report'

const examples = fileURLToPath(new URL('../../examples/cases.ndjson', import.meta.url))
const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2020-04-01T09:00:00+08:00' }
const files = readFileSync(examples, 'utf8')
  .trim()
  .split('\n')
  .map((line) => readCase(JSON.parse(line), xiaoshan2019))

export const explanations: readonly Explanation[] = files.map((file) => explain(file, options))

function tallyOfExamples(): Tally {
  const running = createTally()
  for (const file of files) running.add(assess(file, options))
  running.reject('json-invalid')
  return running.total()
}

/** The cases of `examples/cases.ndjson`, and one that could not be read. */
const TALLY = tallyOfExamples()
export const OVERDUE: readonly ListedCase[] = TALLY.overdue

/** The page of them. */
export function examplePage(language: 'zh' | 'en', more: Partial<ReportPageOptions> = {}): Promise<string> {
  return reportPage(TALLY, { policy: xiaoshan2019, language, explanations, ...more })
}

/** The rules of which some case was completed. */
export const COMPLETED_RULES = [...new Set(TALLY.cells.filter(({ completed }) => completed.cases > 0).map(({ rule }) => rule))]
