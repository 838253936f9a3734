import type { Language } from '../errors.js'
import { amountOf, formatLimit, kindOf } from '../time/limit.js'
import type { Finding } from './assessment.js'
import type { Explanation, Turn } from './explanation.js'
import { sayDate, sayMoment } from './moments.js'
import { bracketed, causeIn, intakeGround, sayFinding, titlesOf } from './words.js'

/** How the limit was counted and what was not, a sentence each, with the law; then what the record leaves doubtful. */
export function notesOf(explanation: Explanation, language: Language): readonly string[] {
  const { turns, assessment } = explanation
  const [ends, others] = [turns.filter(isEnd), turns.filter((turn) => !isEnd(turn))]
  const told = [
    ...sayTurns(others, explanation),
    ...startDayOf(explanation),
    ...pausedDayOf(explanation),
    ...daysOffOf(explanation),
    ...stagesOf(explanation),
    ...stagesAtOnceOf(explanation),
    ...sayTurns(ends, explanation),
    ...closingOf(explanation),
    ...assessment.findings.flatMap((finding) => doubtOf(finding, explanation)),
  ]
  return told.map(({ en, zh }) => (language === 'zh' ? `${zh}。` : `${en.charAt(0).toUpperCase()}${en.slice(1)}.`))
}

type Sentence = Readonly<Record<Language, string>>

function isEnd({ kind }: Turn): boolean {
  return kind === 'rolled' || kind === 'kept-open'
}

type SayTurn = { readonly [K in Turn['kind']]: (turn: Extract<Turn, { kind: K }>, explanation: Explanation) => Sentence }

const TURNS: SayTurn = {
  'deemed-accepted': ({ from }, { grounds }) =>
    grounded(
      {
        en: `The papers received on ${sayMoment(from, 'en')} were not answered in time and count as accepted at their receipt`,
        zh: `${sayMoment(from, 'zh')}收到材料后逾期未告知补正内容，自收到之日起视为受理`,
      },
      grounds.deemedAcceptance,
    ),
  'start-moved': ({ from, to }, explanation) =>
    grounded(
      {
        en: `${sayMoment(from, 'en')} was outside opening hours: the limit counts from ${sayMoment(to, 'en')}`,
        zh: `${sayMoment(from, 'zh')}不在办公时间，自${sayMoment(to, 'zh')}起算`,
      },
      intakeGround(explanation),
    ),
  paused: ({ from, to, cause }, explanation) => {
    const why = (language: Language) => (cause === undefined ? '' : causeIn(cause, explanation, language))
    return {
      en: `Paused ${between(from, to, 'en')}${cause === undefined ? '' : ` (${why('en')})`}, which is not counted`,
      zh: `${between(from, to, 'zh')}暂停计时${cause === undefined ? '' : `（${why('zh')}）`}，不计入时限`,
    }
  },
  corrected: ({ from, to, isRestart }, { grounds }) => {
    if (isRestart && to) {
      const en = `Papers were sent back on ${sayMoment(from, 'en')} and corrected on ${sayMoment(to, 'en')}, from which the limit counts anew`
      return grounded({ en, zh: `${sayMoment(from, 'zh')}要求补正，${sayMoment(to, 'zh')}补正完毕，自此重新起算` }, grounds.correction)
    }
    const then = isRestart
      ? { en: '; the limit counts anew once they are', zh: '，补正后重新起算' }
      : { en: ', which is not counted', zh: '，不计入时限' }
    return grounded(
      { en: `Papers being corrected ${between(from, to, 'en')}${then.en}`, zh: `${between(from, to, 'zh')}补正材料，暂停计时${then.zh}` },
      grounds.correction,
    )
  },
  extended: ({ from, by, reason }, { grounds }) => {
    const en = bracketed(`Extended by ${formatLimit(by, 'en')} on ${sayMoment(from, 'en')}`, grounds.extension, 'en')
    const zh = bracketed(`${sayMoment(from, 'zh')}延长${formatLimit(by, 'zh')}`, grounds.extension, 'zh')
    return reason ? { en: `${en}: ${reason}`, zh: `${zh}，理由：${reason}` } : { en, zh }
  },
  rolled: ({ from, to }, { grounds }) =>
    grounded(
      {
        en: `The last day, ${from}, falls on a day off: the limit ends on ${to}`,
        zh: `期限最后一日${sayDate(from, 'zh')}为休息日，${from < to ? '顺延至' : '提前至'}${sayDate(to, 'zh')}`,
      },
      grounds.roll,
    ),
  'kept-open': ({ from, to }) => ({
    en: `The limit was paused at the closing of its last day, ${from}: it ends on ${to}`,
    zh: `最后一日${sayDate(from, 'zh')}下班时处于暂停之中，时限延续至${sayDate(to, 'zh')}`,
  }),
}

function sayTurns(turns: readonly Turn[], explanation: Explanation): readonly Sentence[] {
  // Each kind has the words for turns of its own.
  return turns.map((turn) => (TURNS[turn.kind] as (turn: Turn, explanation: Explanation) => Sentence)(turn, explanation))
}

function grounded({ en, zh }: Sentence, ground: Sentence | undefined): Sentence {
  return { en: bracketed(en, ground, 'en'), zh: bracketed(zh, ground, 'zh') }
}

function between(from: string, to: string | undefined, language: Language): string {
  const [start, end] = [sayMoment(from, language), to && sayMoment(to, language)]
  if (language === 'en') return end ? `from ${start} to ${end}` : `since ${start}`
  return end ? `${start}至${end}` : `自${start}起`
}

/** A finding that no turn tells of already; a stage has its titles in place of its name. */
function doubtOf(finding: Finding, { stages }: Explanation): readonly Sentence[] {
  if (finding.code === 'deemed-accepted') return []
  if (finding.code !== 'stage-missing') return [sayFinding(finding)]
  const { en, zh } = titlesOf(finding.stage, stages)
  return [{ en: sayFinding({ ...finding, stage: en }).en, zh: sayFinding({ ...finding, stage: zh }).zh }]
}

function startDayOf({ days, grounds }: Explanation): readonly Sentence[] {
  const day = days.find(({ why }) => why === 'start-day')
  return day ? [grounded({ en: 'The day of the start is not counted', zh: '起算当日不计入时限' }, grounds.startDay)] : []
}

/** Of limits of days, which days a pause leaves out. */
function pausedDayOf({ days, turns, grounds }: Explanation): readonly Sentence[] {
  const isPaused = turns.some(({ kind }) => kind === 'paused' || kind === 'corrected')
  if (!isPaused || !grounds.pausedDay || !days.some(({ number }) => number !== undefined)) return []
  return [grounded({ en: 'The day a pause begins is counted, the day it ends is not', zh: '暂停当日计入时限，恢复当日不计' }, grounds.pausedDay)]
}

function daysOffOf({ days }: Explanation): readonly Sentence[] {
  const off = days.filter(({ why, isOverdue }) => why === 'day-off' && !isOverdue).length
  if (off === 0) return []
  return [{ en: `${off === 1 ? '1 day off is' : `${off} days off are`} not counted`, zh: `休息日、放假日共${off}天，不计入时限` }]
}

/** When each stage was open, by its title. */
function stagesOf({ stageSpans, stages }: Explanation): readonly Sentence[] {
  if (stageSpans.length === 0) return []
  const told = (language: Language) => stageSpans.map(({ stage, from, to }) => `${titlesOf(stage, stages)[language]} ${between(from, to, language)}`)
  return [{ en: `Stages: ${told('en').join('; ')}`, zh: `各环节：${told('zh').join('；')}` }]
}

function stagesAtOnceOf({ days }: Explanation): readonly Sentence[] {
  const isAtOnce = days.some(({ sessions = [] }) => sessions.some(({ stagesAtOnce }) => stagesAtOnce !== undefined))
  return isAtOnce ? [{ en: 'Time in which several stages were open is counted once for each', zh: '几个环节同时进行的时段，按环节数分别计时' }] : []
}

/** Of limits of days, that the last day ends with its business hours. */
function closingOf({ assessment: { dueAt, dueDate, limit, basis }, grounds }: Explanation): readonly Sentence[] {
  const isOfDays = limit !== undefined && !kindOf(amountOf(limit).unit).countsTime
  const isAtClosing = basis.convention === 'cn-civil-code' && dueAt !== undefined && dueDate !== undefined && dueAt.startsWith(dueDate)
  if (!isOfDays || !isAtClosing) return []
  return [grounded({ en: 'The last day ends when its business hours end', zh: '最后一日以停止办公之时为截止时间' }, grounds.due)]
}
