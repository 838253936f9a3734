import type { Language } from '../../errors.js'
import { formatLimit } from '../../time/limit.js'
import { monthChart, percent, spreadChart, unitIn } from './charts.js'
import type { PageContent, PageRate, PageRule } from './content.js'
import { type Cell, says, table, tag } from './html.js'
import type { Plotter } from './plotter.js'
import { WORDS } from './words.js'

const number = (value: number | string): Cell => ({ text: String(value), isNumber: true })
const rate = ({ value }: PageRate) => (value === null ? '–' : percent(value))

/** The figures that come first. */
export function summaryOf({ total }: PageContent, language: Language): string {
  const words = WORDS[language]
  const { onTime, early, outcomes, dueSoon } = total
  const figure = (label: string, value: string, note = '', isAlarm = false) =>
    tag('li', isAlarm ? { class: 'alarm' } : {}, says('strong', value), says('span', label), note && says('span', note, { class: 'faint' }))
  return section(
    words.summary,
    'summary',
    tag(
      'ul',
      { class: 'figures' },
      figure(words.figures.onTime, rate(onTime), words.ofCompleted(onTime.numerator, onTime.denominator)),
      figure(words.figures.early, rate(early), words.ofCompleted(early.numerator, early.denominator)),
      figure(words.figures.completed, String(onTime.denominator)),
      figure(words.figures.open, String(outcomes.open)),
      figure(words.figures.dueSoon, String(dueSoon)),
      figure(words.figures.overdue, String(outcomes.overdue), '', outcomes.overdue > 0),
    ),
  )
}

export function section(title: string, id: string, ...children: readonly string[]): string {
  return tag('section', { 'aria-labelledby': id }, says('h2', title, { id }), ...children)
}

/** On-time rates by month, as a chart and as a table. */
export function monthsOf({ months }: PageContent, plotter: Plotter, language: Language): string {
  const words = WORDS[language]
  const completed = months.filter(({ onTime }) => onTime.denominator > 0)
  if (completed.length === 0) return ''
  const rows = completed.map(({ name, onTime }) => [{ text: name }, number(onTime.numerator), number(onTime.denominator), number(rate(onTime))])
  const chart = tag('figure', {}, monthChart(completed, plotter, language), says('figcaption', words.monthsNote))
  return section(words.months, 'months', chart, tag('details', {}, says('summary', words.asTable), table(words.months, words.monthHeads, rows)))
}

/** The rules in figures, and the time that their cases used against the limit. */
export function rulesOf({ rules }: PageContent, plotter: Plotter, language: Language): string {
  const words = WORDS[language]
  const charts = rules.flatMap((rule) => {
    const chart = spreadChart(rule, plotter, language)
    return chart === '' ? [] : [tag('figure', {}, says('h3', rule.titles[language]), chart)]
  })
  const spreads =
    charts.length === 0
      ? ''
      : section(words.spreads, 'spreads', says('p', words.spreadsNote, { class: 'faint' }), tag('div', { class: 'charts' }, ...charts))
  return (
    section(
      words.rules,
      'rules',
      table(
        words.rules,
        words.ruleHeads,
        rules.map((rule) => rowOf(rule, language)),
      ),
    ) + spreads
  )
}

function rowOf({ titles, limit, figures }: PageRule, language: Language): readonly Cell[] {
  const [time] = figures.times
  const amount = (value: number | undefined) => number(value === undefined ? '–' : Math.round(value * 100) / 100)
  return [
    { text: titles[language] },
    { text: limit ? formatLimit(limit, language) : '–' },
    number(figures.cases),
    number(time?.cases ?? 0),
    number(rate(figures.onTime)),
    { text: time ? unitIn(time.unit, language) : '–' },
    amount(time?.average),
    amount(time?.median),
    amount(time?.p95),
    amount(time?.max),
    number(figures.outcomes.overdue),
  ]
}
