/*
 * Working time: the forms of this library, on `cn` and in a zone with summer time beside a fixed one.
 */
import { do_not_optimize } from 'mitata'
import { ask, assertSame, atLeast, atMost, goal, loopOver, MINUTE, ratioOf, showNs, showRatio } from './support.js'
import { checkPeers, peers } from './time-peers.js'
import { clock, asked as local, questionsOf, SIZE, zones } from './time-questions.js'

/** The numeric forms of a clock; the rows of one that it does not have are left out. */
const formsOf = (clock) => ({ scalar: clock.numeric, column: clock.columns })

const ms = Float64Array.from(local, ({ minutes }) => minutes * MINUTE)
const out = new Float64Array(SIZE)

function createContest(id, label, clock) {
  const questions = questionsOf(clock)
  const starts = Float64Array.from(questions, ({ at }) => at)
  const ends = Float64Array.from(questions, ({ endsAt }) => endsAt)
  return { id, label, clock, own: formsOf(clock), questions, starts, ends }
}

const china = createContest('time', 'clock', clock)
const summer = createContest('summer', 'berlin', zones.summer)
const fixed = createContest('fixed', 'fixed', zones.fixed)

function checkForms({ label, clock, own, questions, starts, ends }) {
  assertSame(
    `${label} text between`,
    questions,
    ({ minutes }) => minutes,
    ({ start, end }) => clock.between(start, end).workingMinutes,
  )
  if (own.scalar) {
    assertSame(
      `${label} scalar add`,
      questions,
      ({ endsAt }) => endsAt,
      ({ at, ms }) => own.scalar.addWorkingTime(at, ms),
    )
    assertSame(
      `${label} scalar between`,
      questions,
      ({ ms }) => ms,
      ({ at, endsAt }) => own.scalar.workingTimeBetween(at, endsAt),
    )
  }
  if (own.column) {
    assertSame(
      `${label} column add`,
      [label],
      () => ends,
      () => own.column.addWorkingTime(starts, ms),
    )
    assertSame(
      `${label} column between`,
      [label],
      () => ms,
      () => own.column.workingTimeBetween(starts, ends),
    )
  }
}

export function check() {
  for (const contest of [china, summer, fixed]) checkForms(contest)
  assertSame(
    'column of deadlines',
    ['4 working days'],
    () => Float64Array.from(china.questions, ({ start }) => Date.parse(clock.deadline(start, LIMIT, CIVIL_CODE).dueAt)),
    () => china.own.column.deadlines(china.starts, LIMIT, CIVIL_CODE),
  )
  const localEnd = ({ end }) => end.slice(0, 19)
  assertSame(
    'summer time moves no local time',
    [...local.keys()],
    (i) => localEnd(fixed.questions[i]),
    (i) => localEnd(summer.questions[i]),
  )
  checkPeers()
}

function rowsOf({ id, label, clock, own, questions, starts, ends }, other) {
  const row = (form, text, pass) => ({ id: `${id} ${form}`, label: text, size: SIZE, pass, beside: other && `${other.id} ${form}` })
  const scalarRow = (form, text, answer, b) => answer && row(form, text, loopOver(`${id} ${form}`, answer, starts, b))
  const columnRow = (form, text, answer, b) => answer && row(form, text, () => do_not_optimize(answer(starts, b, out)))
  const add = ({ start, minutes }) => clock.add(start, { workingMinutes: minutes })
  return [
    scalarRow('add scalar', `\`${label}.numeric.addWorkingTime\``, own.scalar?.addWorkingTime, ms),
    scalarRow('between scalar', `\`${label}.numeric.workingTimeBetween\``, own.scalar?.workingTimeBetween, ends),
    columnRow('add column', `\`${label}.columns.addWorkingTime\``, own.column?.addWorkingTime, ms),
    columnRow('between column', `\`${label}.columns.workingTimeBetween\``, own.column?.workingTimeBetween, ends),
    row('add text', `\`${label}.add\`, ISO text in and out`, ask(questions, add)),
    row(
      'between text',
      `\`${label}.between\`, ISO text in`,
      ask(questions, ({ start, end }) => clock.between(start, end)),
    ),
  ].filter(Boolean)
}

const LIMIT = { workingDays: 4 }
const CIVIL_CODE = { convention: 'cn-civil-code' }

const deadlineRows = [
  {
    id: 'time deadline text',
    label: '`clock.deadline`, ISO text in and out, 4 working days',
    size: SIZE,
    pass: ask(china.questions, ({ start }) => clock.deadline(start, LIMIT, CIVIL_CODE)),
  },
  {
    id: 'time deadline column',
    label: '`clock.columns.deadlines`, 4 working days',
    size: SIZE,
    pass: () => do_not_optimize(china.own.column.deadlines(china.starts, LIMIT, { ...CIVIL_CODE, out })),
    beside: 'time deadline text',
  },
]

export const contenders = [...rowsOf(china), ...deadlineRows, ...peers]
export const zoneContenders = [...rowsOf(fixed), ...rowsOf(summer, fixed)]

export const asked =
  `${SIZE.toLocaleString('en')} random starts of 2010-2024, any minute of any day, and 1 to 2,400 working minutes; 09:00-12:00 and 13:30-17:00. ` +
  'What lies between are the spans that the additions give; deadlines are counted from the same starts by `cn-civil-code`. "Times" is beside the same operation in ISO text.'

export const zonesAsked =
  'The same local times on a calendar with weekends only, 2007-2050: `fixed` in Etc/GMT-1, `berlin` in Europe/Berlin. ' +
  '"Times" is beside the fixed zone.'

const timeGoals = (cost) =>
  ['add', 'between'].flatMap((operation) => {
    const id = (form) => `time ${operation} ${form}`
    const beside = ratioOf(cost, id('dayjs'), id('scalar'))
    return [
      goal(`working time, ${operation}, numeric`, atMost(25, '25 ns'), cost.get(id('scalar')), showNs),
      goal(`working time, ${operation}, numeric: cost of dayjs-business-time`, atLeast(10_000, '10,000 x'), beside, showRatio),
    ]
  })

const zoneGoals = (cost) =>
  ['add', 'between'].flatMap((operation) =>
    ['scalar', 'column', 'text'].map((form) => {
      const beside = ratioOf(cost, `summer ${operation} ${form}`, `fixed ${operation} ${form}`)
      return goal(`zone with summer time, ${operation}, ${form}`, atMost(2, '2 x the fixed zone'), beside, showRatio)
    }),
  )

export const goals = (cost) => [...timeGoals(cost), ...zoneGoals(cost)]
