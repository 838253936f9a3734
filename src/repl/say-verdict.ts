import type { Assessment } from '../case/assessment.js'
import type { Explanation } from '../case/explanation.js'
import { say } from '../case/say.js'
import { standingIn } from '../case/say-head.js'
import { LIGHTS, OUTCOMES, plain } from '../case/words.js'
import { styled } from '../cli/colour.js'
import { COLOURS, caseTable, dueOf, minute, notesOf } from '../cli/table.js'
import type { Language } from '../errors.js'
import { timeline } from '../render/timeline.js'
import type { Session } from './session.js'

/** Narrower than this no timeline can be set. */
const FEWEST_COLUMNS = 32
const MOST_COLUMNS = 100

/** A verdict as a line in the colour of its light, its timeline, and what is worth knowing besides. */
export function sayVerdict(explanation: Explanation, session: Session): string {
  const { language, isColoured } = session
  const { assessment } = explanation
  const columns = Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, session.columns()))
  const head = plain(`${assessment.id}${COLON[language]}${standingIn(explanation, language)}`)
  const [, ...strip] = timeline(explanation, { format: 'text', language, columns }).split('\n')
  const notes = notesOf(assessment, language)
  return [litLine(head, assessment, session), ...strip, ...(notes ? [dim(plain(notes), isColoured)] : [])].join('\n')
}

/** A verdict of which no more is known than itself: where it came from somewhere else than a question of the session. */
export function sayAssessment(assessment: Assessment, session: Session): string {
  const { language } = session
  const { id, outcome, dueDate } = assessment
  const due = dueDate === undefined ? '' : `${language === 'zh' ? '，到期' : ', due'} ${dueOf(assessment)}`
  return litLine(plain(`${id}${COLON[language]}${OUTCOMES[language][outcome]}${due}`), assessment, session)
}

/** All of an explanation: the verdict with its timeline, and the words day by day. */
export function sayExplanation(explanation: Explanation, session: Session): string {
  return `${sayVerdict(explanation, session)}\n\n${say(explanation, session.language).text}`
}

/** Verdicts as a table, a row each. */
export function sayAssessments(rows: readonly Assessment[], session: Session): string {
  const { policy, policies, language, isColoured } = session
  const policyOf = ({ basis }: Assessment) => [policy, ...Object.values(policies)].find(({ id }) => id === basis.policy) ?? policy
  return caseTable(rows, policyOf, language, isColoured)
}

const COLON: Readonly<Record<Language, string>> = { en: ': ', zh: '：' }

function litLine(said: string, { light }: Assessment, { language, isColoured }: Session): string {
  const line = `[${LIGHTS[language][light]}] ${said}`
  return isColoured ? styled(COLOURS[light], line) : line
}

const SYSTEM_TIME: Readonly<Record<Language, (now: string) => string>> = {
  en: (now) => `judged at ${now}, by the time of this computer; .now sets another`,
  zh: (now) => `评定时刻 ${now} 取自本机时间；可用 .now 另行指定`,
}

/** Where the host's time was taken for now, and open cases may be judged otherwise at another, that is said. */
export function sayTime(rows: readonly Assessment[], { language, isColoured }: Session): readonly string[] {
  const open = rows.find(({ stoppedAt }) => stoppedAt === undefined)
  return open ? [dim(SYSTEM_TIME[language](minute(open.basis.now)), isColoured)] : []
}

function dim(line: string, isColoured: boolean): string {
  return isColoured ? styled('dim', line) : line
}
