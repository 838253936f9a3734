import type { Language } from '../errors.js'
import type { Figures, Group, Grouping } from '../report/group.js'
import type { Report } from '../report/summarize.js'
import type { Unit } from '../time/limit.js'
import { type CsvCell, csvOf } from './csv.js'
import { labelOf, sayUnit, type Telling } from './report-sections.js'
import { CSV_WORDS, WORDS } from './report-words.js'

/** A column: its head, and what it says of some cases. */
interface Column {
  readonly head: string
  readonly of: (figures: Figures) => CsvCell
}

/**
 * The innermost groups of a report as rows for a spreadsheet, the whole where there are no groups; sums over rows are left to it.
 * A unit has columns of its own, so that no case stands in two rows.
 */
export function reportCsv(report: Report, telling: Telling): string {
  const { language } = telling
  const groupings = report.by.flatMap((by) => namesOf(by, WORDS[language].groupings[by], `${WORDS[language].groupings[by]} (id)`))
  const columns = [...COLUMNS[language], ...timeColumns(report.total, language), ...speedUpColumns(report.total, language)]
  const rows = report.by.length === 0 ? [{ names: [], figures: report.total }] : report.groups.flatMap((group) => leavesOf(group, [], telling))
  return csvOf([
    [...groupings, ...columns.map(({ head }) => head)],
    ...rows.map(({ names, figures }) => [...names, ...columns.map(({ of }) => of(figures))]),
  ])
}

/** A rule and a department have a title and the name that programs know them by; a month is its own name. */
function namesOf(by: Grouping, title: CsvCell, name: CsvCell): readonly CsvCell[] {
  return by === 'month' ? [title] : [title, name]
}

function titleOf(group: Group, telling: Telling): string {
  return group.titles?.[telling.language] ?? labelOf(group, telling)
}

interface Leaf {
  readonly names: readonly CsvCell[]
  readonly figures: Figures
}

function leavesOf(group: Group, outer: readonly CsvCell[], telling: Telling): readonly Leaf[] {
  const names = [...outer, ...namesOf(group.by, titleOf(group, telling), group.name)]
  return group.groups.length === 0 ? [{ names, figures: group.figures }] : group.groups.flatMap((inner) => leavesOf(inner, names, telling))
}

const COLUMNS = Object.fromEntries(
  (['en', 'zh'] as const).map((language) => {
    const heads = CSV_WORDS[language]
    const columns: readonly Column[] = [
      { head: heads.cases, of: ({ cases }) => cases },
      { head: heads.early, of: ({ outcomes }) => outcomes.early },
      { head: heads.onTime, of: ({ outcomes }) => outcomes['on-time'] },
      { head: heads.late, of: ({ outcomes }) => outcomes.late },
      { head: heads.closedLate, of: ({ closedLate }) => closedLate },
      { head: heads.overdue, of: ({ outcomes }) => outcomes.overdue },
      { head: heads.open, of: ({ outcomes }) => outcomes.open },
      { head: heads.waiting, of: ({ waiting }) => waiting },
      { head: heads.paused, of: ({ paused }) => paused },
      { head: heads.dueSoon, of: ({ dueSoon }) => dueSoon },
      { head: heads.measured, of: ({ outcomes }) => outcomes.measured },
      { head: heads.exempt, of: ({ outcomes }) => outcomes.exempt },
      { head: heads.inTime, of: ({ onTime }) => onTime.numerator },
      { head: heads.completed, of: ({ onTime }) => onTime.denominator },
      { head: heads.onTimeRate, of: ({ onTime }) => onTime.value },
      { head: heads.earlyRate, of: ({ early }) => early.value },
    ]
    return [language, columns]
  }),
) as Readonly<Record<Language, readonly Column[]>>

function timeColumns({ times }: Figures, language: Language): readonly Column[] {
  const [, ...heads] = WORDS[language].timeHeads
  const keys = ['cases', 'sum', 'average', 'median', 'p95', 'max'] as const
  return times.flatMap(({ unit }) =>
    keys.map((key, i) => ({
      head: headIn(unit, heads[i] as string, language),
      of: (figures) => figures.times.find((time) => time.unit === unit)?.[key],
    })),
  )
}

function speedUpColumns({ speedUps }: Figures, language: Language): readonly Column[] {
  const { allowed, saved } = CSV_WORDS[language]
  const [, ...heads] = WORDS[language].speedUpHeads
  return speedUps.flatMap(({ unit }) =>
    (['promised', 'actual'] as const).flatMap((key, i): readonly Column[] => {
      const of = (figures: Figures) => figures.speedUps.find((speedUp) => speedUp.unit === unit)?.[key]
      const head = (what: string) => headIn(unit, `${heads[i]} ${what}`.trim(), language)
      return [
        { head: head(saved), of: (figures) => of(figures)?.numerator },
        { head: head(allowed), of: (figures) => of(figures)?.denominator },
        { head: head(''), of: (figures) => of(figures)?.value },
      ]
    }),
  )
}

function headIn(unit: Unit, what: string, language: Language): string {
  return `${sayUnit(unit, language)}: ${what}`
}
