/*
 * Working days: the forms of this library beside the bare look-up.
 */
import { do_not_optimize } from 'mitata'
import { cn } from '../../dist/index.js'
import { checkPeers, peers } from './days-peers.js'
import { earlyStarts, questions, SIZE } from './days-questions.js'
import { ask, assertSame, atLeast, atMost, dayOf, goal, loopOver, ratioOf, showNs, showRatio, textOf } from './support.js'

/** The numeric forms of the library; the rows of one that it does not have are left out. */
const own = { scalar: cn.numeric, column: cn.columns }

const days = Int32Array.from(questions, ({ day }) => day)
const ns = Int32Array.from(questions, ({ n }) => n)
const ends = Int32Array.from(questions, ({ endDay }) => endDay)
const out = new Int32Array(SIZE)

/** The bare look-up: tables of the same days, one read of each, no check of anything. */
const first = dayOf(cn.coverage.from)
const covered = Array.from({ length: dayOf(cn.coverage.to) - first + 1 }, (_, i) => first + i)
const select = Int32Array.from(covered.filter((day) => cn.isWorkingDay(textOf(day))))
const rank = new Uint16Array(covered.length + 1)
for (const day of covered) rank[day - first + 1] = rank[day - first] + (cn.isWorkingDay(textOf(day)) ? 1 : 0)
const bareAdd = (day, n) => select[rank[day - first + 1] + n - 1]
const bareCount = (a, b) => rank[b - first + 1] - rank[a - first + 1]

export function check() {
  const added = ({ endDay }) => endDay
  const counted = ({ n }) => n
  assertSame('text count', questions, counted, ({ start, end }) => cn.count(start, end))
  assertSame('bare add', questions, added, ({ day, n }) => bareAdd(day, n))
  assertSame('bare count', questions, counted, ({ day, endDay }) => bareCount(day, endDay))
  if (own.scalar) {
    assertSame('scalar add', questions, added, ({ day, n }) => own.scalar.addWorkingDays(day, n))
    assertSame('scalar count', questions, counted, ({ day, endDay }) => own.scalar.countWorkingDays(day, endDay))
  }
  if (own.column) {
    assertSame(
      'column add',
      [{ days, ns }],
      () => ends,
      () => own.column.addWorkingDays(days, ns),
    )
    assertSame(
      'column count',
      [{ days, ends }],
      () => ns,
      () => own.column.countWorkingDays(days, ends),
    )
  }
  checkPeers()
}

const row = (id, label, pass, beside) => ({ id, label, size: SIZE, pass, beside })

const scalarRow = (id, label, answer, b, beside) => answer && row(id, label, loopOver(id, answer, days, b), beside)
const columnRow = (id, label, answer, b, beside) => answer && row(id, label, () => do_not_optimize(answer(days, b, out)), beside)

function bareColumnAdd() {
  for (let i = 0; i < SIZE; i++) out[i] = select[rank[days[i] - first + 1] + ns[i] - 1]
  do_not_optimize(out)
}
function bareColumnCount() {
  for (let i = 0; i < SIZE; i++) out[i] = rank[ends[i] - first + 1] - rank[days[i] - first + 1]
  do_not_optimize(out)
}

const numericRows = [
  scalarRow('days add bare', 'bare look-up, add', bareAdd, ns),
  scalarRow('days add scalar', '`cn.numeric.addWorkingDays`', own.scalar?.addWorkingDays, ns, 'days add bare'),
  scalarRow('days count bare', 'bare look-up, count', bareCount, ends),
  scalarRow('days count scalar', '`cn.numeric.countWorkingDays`', own.scalar?.countWorkingDays, ends, 'days count bare'),
  row('days add bare column', 'bare look-up, add, array to array', bareColumnAdd),
  columnRow('days add column', '`cn.columns.addWorkingDays`', own.column?.addWorkingDays, ns, 'days add bare column'),
  row('days count bare column', 'bare look-up, count, array to array', bareColumnCount),
  columnRow('days count column', '`cn.columns.countWorkingDays`', own.column?.countWorkingDays, ends, 'days count bare column'),
]

const addAlways = (n) =>
  row(
    `days add ${n}`,
    `\`cn.add\`, always ${n}`,
    ask(earlyStarts, (start) => cn.add(start, n)),
    'days add 1',
  )

const textRows = [
  row(
    'days add text',
    '`cn.add`, ISO text in and out',
    ask(questions, ({ start, n }) => cn.add(start, n)),
  ),
  row(
    'days count text',
    '`cn.count`, ISO text in',
    ask(questions, ({ start, end }) => cn.count(start, end)),
  ),
  ...[1, 60, 2_000].map(addAlways),
]

export const contenders = [...numericRows.filter(Boolean), ...textRows, ...peers]

export const asked =
  `${SIZE.toLocaleString('en')} random starts of 2010-2024 and 1 to 60 working days; calendar \`cn\`, ${cn.coverage.from} to ${cn.coverage.to}. ` +
  'What is counted are the spans that the additions give. "Times" is beside the bare look-up, for other libraries beside the same operation in ISO text.'

export function goals(cost) {
  return ['add', 'count'].flatMap((operation) => {
    const id = (form) => `days ${operation} ${form}`
    const beside = (form, other) => ratioOf(cost, id(form), id(other))
    return [
      goal(`working days, ${operation}, numeric scalar`, atMost(2, '2 x the bare look-up'), beside('scalar', 'bare'), showRatio),
      goal(`working days, ${operation}, column`, atMost(1.5, '1.5 x the bare look-up loop'), beside('column', 'bare column'), showRatio),
      goal(`working days, ${operation}, ISO text`, atMost(200, '200 ns'), cost.get(id('text')), showNs),
      goal(`working days, ${operation}, ISO text: cost of chinese-days`, atLeast(500, '500 x'), beside('chinese-days', 'text'), showRatio),
    ]
  })
}
