import { plain, STATES } from '../case/words.js'
import { clip, type Language } from '../errors.js'
import type { Policy } from '../policy/policy.js'
import type { Figures, Group } from '../report/group.js'
import type { ListedCase } from '../report/listed.js'
import type { Report } from '../report/summarize.js'
import type { SetTarget } from '../report/target.js'
import { formatLimit, UNITS, type Unit } from '../time/limit.js'
import { sayNumber, sayRate } from './numbers.js'
import { WORDS } from './report-words.js'
import { dueOf, minute, nameOf, usedOf } from './table.js'

/** A part of a report: a table with a title, whose columns from one on hold numbers. */
export interface Section {
  readonly title: string
  readonly rows: readonly (readonly string[])[]
  readonly numbersFrom: number
}

/** What a report is put into words with. */
export interface Telling {
  readonly policy: Policy
  readonly language: Language
}

/** A set of cases as a row: how deep it stands among the groups, and what it is called. */
interface Line {
  readonly label: string
  readonly depth: number
  readonly figures: Figures
}

/** The tables of a report, those without a row left out. */
export function sectionsOf(report: Report, telling: Telling): readonly Section[] {
  const words = WORDS[telling.language]
  const head = report.by.map((by) => words.groupings[by]).join(' / ')
  const lines = linesOf(report, telling)
  const sections: readonly Section[] = [
    { title: words.outcomes, numbersFrom: 1, rows: [[head, ...words.outcomeHeads], ...lines.map((line) => outcomeRow(line, telling))] },
    { title: words.times, numbersFrom: 2, rows: [[head, ...words.timeHeads], ...lines.flatMap((line) => timeRows(line, telling))] },
    { title: words.speedUps, numbersFrom: 2, rows: [[head, ...words.speedUpHeads], ...lines.flatMap((line) => speedUpRows(line, telling))] },
    { title: words.targets, numbersFrom: 9, rows: [[head, ...words.targetHeads], ...lines.flatMap((line) => targetRows(line, telling))] },
    listSection(words.overdue(report.overdue.listed.length, report.overdue.cases), report.overdue.listed, telling),
    listSection(words.dueSoon(report.dueSoon.listed.length, report.dueSoon.cases), report.dueSoon.listed, telling),
  ]
  return sections.filter(({ rows }) => rows.length > 1)
}

/** Every group before its own groups, and the total last. */
function linesOf({ groups, total }: Report, telling: Telling): readonly Line[] {
  const { total: sum, all } = WORDS[telling.language]
  const within = (group: Group, depth: number): readonly Line[] => [
    { label: labelOf(group, telling), depth, figures: group.figures },
    ...group.groups.flatMap((inner) => within(inner, depth + 1)),
  ]
  const lines = groups.flatMap((group) => within(group, 0))
  return [...lines, { label: lines.length === 0 ? all : sum, depth: 0, figures: total }]
}

/** What a group is called. */
export function labelOf({ by, name, titles }: Group, { policy, language }: Telling): string {
  if (name === null) return WORDS[language].noMonth
  return by === 'rule' ? nameOf(name, policy, language) : (titles?.[language] ?? name)
}

/** A label stands further in the deeper its group is. */
function indented({ label, depth }: Line): string {
  return `${'  '.repeat(depth)}${label}`
}

function outcomeRow(line: Line, { language }: Telling): readonly string[] {
  const { cases, outcomes, onTime, early } = line.figures
  const counts = [cases, outcomes.early, outcomes['on-time'], outcomes.late, outcomes.overdue, outcomes.open, outcomes.measured, outcomes.exempt]
  return [indented(line), ...counts.map((n) => sayNumber(n, language)), sayRate(onTime, language), sayRate(early, language)]
}

function timeRows(line: Line, { language }: Telling): readonly (readonly string[])[] {
  return line.figures.times.map(({ unit, cases, sum, average, median, p95, max }) => {
    const amounts = [cases, sum, average, median, p95, max].map((n) => sayNumber(n, language))
    return [indented(line), sayUnit(unit, language), ...amounts]
  })
}

function speedUpRows(line: Line, { language }: Telling): readonly (readonly string[])[] {
  return line.figures.speedUps.map(({ unit, promised, actual }) => {
    const rates = [promised, actual].map((rate) => (rate === null ? '-' : sayRate(rate, language)))
    return [indented(line), sayUnit(unit, language), ...rates]
  })
}

/** The name of a unit without an amount. */
export function sayUnit(unit: Unit, language: Language): string {
  return language === 'zh' ? UNITS[unit].zh.replace(/^个/, '') : UNITS[unit].en[1]
}

function targetRows(line: Line, telling: Telling): readonly (readonly string[])[] {
  return line.figures.targets.map((target) => [indented(line), ...targetCells(target, telling)])
}

function targetCells(target: SetTarget, { policy, language }: Telling): readonly string[] {
  const { rule, limit, unit, average, open, outcome, reason } = target
  const words = WORDS[language]
  const amount = (n: number | null) => (n === null ? '-' : sayNumber(n, language))
  const made = `(${sayNumber(average.numerator, language)}/${sayNumber(average.denominator, language)})`
  return [
    nameOf(rule, policy, language),
    limit === null ? '-' : formatLimit(limit, language),
    average.value === null ? '-' : `${amount(average.value)} ${sayUnit(unit, language)} ${made}`,
    outcome === 'undecided' ? words.undecided[reason as keyof typeof words.undecided] : words.target[outcome],
    amount(open.cases),
    amount(open.averageWithThem),
  ]
}

function listSection(title: string, listed: readonly ListedCase[], telling: Telling): Section {
  return { title, numbersFrom: 9, rows: [WORDS[telling.language].listHeads, ...listed.map((one) => listRow(one, telling))] }
}

function listRow(one: ListedCase, { policy, language }: Telling): readonly string[] {
  const due = one.ifResumedNow ? `(${dueOf(one.ifResumedNow)})` : dueOf(one)
  return [clip(one.id), nameOf(one.rule, policy, language), minute(one.startsAt), due, usedOf(one, language), STATES[language][one.state]]
}

/** What a reader needs in order to understand the tables that are there. */
export function notesOf({ by, asOf, total, overdue, dueSoon }: Report, language: Language): readonly string[] {
  const { notes } = WORDS[language]
  const isPausedListed = [...overdue.listed, ...dueSoon.listed].some(({ ifResumedNow }) => ifResumedNow !== undefined)
  return [
    notes.rates,
    total.closedLate > 0 && `${sayNumber(total.closedLate, language)} ${notes.closedLate}`,
    total.times.length > 0 && notes.times,
    total.speedUps.length > 0 && notes.speedUps,
    total.targets.length > 0 && notes.targets,
    by.includes('department') && notes.department,
    by.includes('month') && notes.month,
    isPausedListed && notes.resumed,
    asOf !== null && asOf.first !== asOf.last && notes.instants,
  ].filter((note) => note !== false)
}

/** What the report is of, and that nothing was lost: what was read is the sum of what it became. */
export function headOf({ asOf, read, rejected, total }: Report, { policy, language }: Telling): readonly string[] {
  const n = (value: number) => sayNumber(value, language)
  const at = asOf === null ? '' : minute(asOf.last)
  const { assessed, measured, exempt } = total
  return language === 'zh'
    ? [
        `${plain(policy.titles.zh)}：办件报告${at === '' ? '' : `（截至 ${at}）`}`,
        `读取 ${n(read)} = 评定 ${n(assessed)} + 仅计时 ${n(measured)} + 不适用 ${n(exempt)} + 未能评定 ${n(rejected)}`,
      ]
    : [
        `${plain(policy.titles.en)}: report of cases${at === '' ? '' : `, as of ${at}`}`,
        `read ${n(read)} = assessed ${n(assessed)} + measured ${n(measured)} + exempt ${n(exempt)} + rejected ${n(rejected)}`,
      ]
}
