import { dayFacts } from '../calendar/facts.js'
import { formatMoment } from '../clock/moment.js'
import { asking } from '../policy/assert-policy.js'
import { type Policy, ruleOf } from '../policy/policy.js'
import { type Day, formatDay } from '../time/day.js'
import { groundsOfConvention } from '../time/ground.js'
import { formatInstant, type Moment } from '../time/instant.js'
import { UNIT_KINDS } from '../time/limit.js'
import { type Assessed, assessed } from './assess.js'
import type { Assessment, AssessOptions } from './assessment.js'
import type { ExplainedDay, Explanation, Matter } from './explanation.js'
import type { CaseFile } from './file.js'
import { warningAt } from './judge.js'
import { causeOn, type Story, storyOf } from './story.js'
import { turnsOf } from './turns.js'
import { isAfterStop, isCountedFor, whyOf } from './why.js'

/**
 * Assesses a case and gives the reasons as data: every day with whether it counts and why, for limits of time every session, what moved
 * the start or the end, and the law. `say` puts them in words.
 *
 * Edges: after the stop of a case the days up to its due date are counted as if it had run on, which shows where the
 * due date comes from; while the clock is paused, and for a case of a set, the days end with the stop or `now`; a case without a clock
 * has none. A session past midnight stands under both its dates. Law is that in force on the day the clock starts.
 * Throws: what `assess` throws, and the same where the days up to the stop or `now` leave the calendar.
 *
 * @example
 * const { days } = explain({ id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-09-30' }] },
 *   { policy: xiaoshan2019, clock, now: '2019-09-30T12:00+08:00' })
 * days[0].why //=> 'start-day'
 * days[1] //=> { date: '2019-10-01', kind: 'holiday', certainty: 'published', occasion: '国庆节', notice: '国办发明电〔2018〕15号', why: 'day-off', isCounted: false }
 */
export function explain<R extends string, S extends string, C extends string>(
  file: CaseFile<NoInfer<R>, NoInfer<S>, NoInfer<C>>,
  options: AssessOptions<R, S, C>,
): Explanation<R, S, C> {
  // The names of the policy's type are those of its data.
  const answer = assessed(file, options)
  return asking(options.policy, () => explanationOf(answer)) as unknown as Explanation<R, S, C>
}

function explanationOf(answer: Assessed): Explanation {
  const { assessment, inquiry, version, judgement } = answer
  const story = storyOf(answer)
  const days = story ? daysOf(story) : []
  const turns = turnsOf(answer)
  const started = judgement?.settled.measured.recorded.day ?? inquiry.now.day
  const named = [...days, ...turns].flatMap((part) => ('cause' in part && part.cause !== undefined ? part.cause : []))
  const seen = days.flatMap(({ occasion }) => occasion ?? [])
  return {
    assessment,
    matter: matterOf(answer),
    days,
    turns,
    stageSpans: stageSpansOf(answer),
    ...warningIn(answer),
    grounds: { ...groundsOfConvention(inquiry.policy.convention, started), ...version?.grounds },
    causes: only(version?.causes ?? {}, named),
    stages: Object.fromEntries(Object.entries(version?.stages ?? {}).flatMap(([name, stage]) => (stage ? [[name, stage.titles]] : []))),
    clocks: only(titlesOfClocks(inquiry.policy), clocksIn({ days, turns, limits: assessment.limits })),
    occasions: only(inquiry.clock.calendar.occasions, seen),
  }
}

function stageSpansOf({ course, inquiry: { table } }: Assessed): Explanation['stageSpans'] {
  const write = (moment: Moment) => formatMoment(table, moment)
  return course.stages.map(({ name, from, to }) => ({ stage: name, from: write(from), ...(to && { to: write(to) }) }))
}

/** A case of a set has no warning, and while the clock stands still there is none. */
function warningIn({ judgement, assessment, inquiry: { table } }: Assessed): Pick<Explanation, 'warnsAt'> {
  const due = assessment.dueAt === undefined ? undefined : judgement?.reached.due
  const at = judgement && due && warningAt(judgement, table, due)
  return at === undefined ? {} : { warnsAt: formatInstant(at, table.zone) }
}

function titlesOfClocks({ clocks = {} }: Policy): Explanation['clocks'] {
  return Object.fromEntries(Object.entries(clocks).map(([name, { titles }]) => [name, titles]))
}

/** The clocks of stages that days, turns and limits name. */
function clocksIn({ days, turns, limits }: Pick<Explanation, 'days' | 'turns'> & Pick<Assessment, 'limits'>): readonly string[] {
  const passed = days.flatMap(({ sessions = [] }) => sessions.flatMap(({ clocks = [] }) => clocks))
  return [...passed, ...[...turns, ...limits].flatMap((part) => ('clock' in part && part.clock !== undefined ? part.clock : []))]
}

function matterOf({ assessment, inquiry: { policy } }: Assessed): Matter {
  const { titles, versions } = ruleOf(policy, assessment.rule)
  const spans = versions.map(({ from, to }) => (to === undefined ? { from } : { from, to }))
  return { rule: titles, policy: policy.titles, source: policy.source, versions: spans }
}

function only<T>(all: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
}

function daysOf(story: Story): readonly ExplainedDay[] {
  const { first, last, kind } = story
  const days: ExplainedDay[] = []
  let number = 0
  for (let day = first; day <= last; day = (day + 1) as Day) {
    const why = whyOf(story, day)
    const isCounted = isCountedFor(story, day, why)
    const counted = isCounted ? (UNIT_KINDS[kind].countsTime ? timeOn(story, day) : { number: ++number }) : {}
    days.push({ ...plainDay(story, day), why, isCounted, ...counted, ...marksOf(story, day), ...(why === 'not-running' && pauseOn(story, day)) })
  }
  return days
}

function plainDay({ table }: Story, day: Day): Omit<ExplainedDay, 'why' | 'isCounted'> {
  const { working: _working, ...facts } = dayFacts(table.days, day)
  return { date: formatDay(day), ...facts }
}

function timeOn({ sessions }: Story, day: Day): Pick<ExplainedDay, 'minutes' | 'sessions'> {
  const counted = sessions.get(day) ?? []
  // Sums of whole milliseconds are exact.
  const ms = counted.reduce((sum, { minutes }) => sum + Math.round(minutes * 60_000), 0)
  return { minutes: ms / 60_000, sessions: counted }
}

function marksOf(story: Story, day: Day): Pick<ExplainedDay, 'isAfterStop' | 'isOverdue'> {
  return { ...(isAfterStop(story, day) && { isAfterStop: true }), ...(day > story.due && { isOverdue: true }) }
}

function pauseOn(story: Story, day: Day): Pick<ExplainedDay, 'cause'> {
  const cause = causeOn(story, day)
  return cause === undefined ? {} : { cause }
}
