import type { PlotOptions } from '@observablehq/plot'
import type { Language } from '../../errors.js'
import { formatLimit, kindOf, type Limit, type Unit } from '../../time/limit.js'
import { amountIn, type Bin, binsOf } from './bins.js'
import type { PageContent, PageRule } from './content.js'
import { tag } from './html.js'
import type { Plotter } from './plotter.js'
import { WORDS } from './words.js'

/** A share in per cent, to a tenth; only all is 100 %, and only none 0 %. */
export function percent(value: number): string {
  const tenths = Math.round(value * 1000) / 10
  if (tenths === 100 && value < 1) return '>99.9 %'
  if (tenths === 0 && value > 0) return '<0.1 %'
  return `${tenths} %`
}

type Month = PageContent['months'][number]

/** On-time rates month by month, as columns with their values. */
export function monthChart(months: readonly Month[], { plotting, document }: Plotter, language: Language): string {
  const shown = months.filter(({ onTime }) => onTime.value !== null)
  const told = (month: Month) => `${month.name}\n${month.onTime.denominator}`
  return drawn(
    WORDS[language].months,
    {
      document,
      width: Math.max(320, Math.min(1040, 90 + shown.length * 64)),
      height: 220,
      marginTop: 24,
      marginBottom: 48,
      marginLeft: 54,
      className: 'chart',
      style: { fontSize: '12px' },
      x: { type: 'band', label: null, tickSize: 0, domain: shown.map(told), padding: 0.25 },
      y: { domain: [0, 1], label: null, ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: (value: number) => `${value * 100} %`, tickSize: 0, grid: true },
      marks: [
        plotting.barY(shown, { x: told, y: ({ onTime }: Month) => onTime.value, fill: 'var(--running)' }),
        plotting.text(shown, {
          x: told,
          y: ({ onTime }: Month) => onTime.value,
          text: ({ onTime }: Month) => percent(onTime.value as number),
          dy: -8,
          fontSize: 12,
        }),
        plotting.ruleY([0]),
      ],
    },
    plotting,
  )
}

/** How long the completed cases of a rule took, as columns on both sides of the limit; none where no case was completed. */
export function spreadChart({ titles, limit, figures }: PageRule, { plotting, document }: Plotter, language: Language): string {
  const words = WORDS[language]
  const [time] = figures.times
  if (!time?.distribution || time.distribution.length === 0) return ''
  const amount = amountIn(limit, time.unit)
  const bins = binsOf(time, amount)
  const edge = amount === undefined ? undefined : amount + edgeOf(time.unit)
  const most = bins.reduce((most, { cases }) => Math.max(most, cases), 0)
  const end = Math.max(bins.at(-1)?.to ?? 0, (edge ?? 0) * 1.05)
  const said = ({ from, to, cases, isRest }: Bin) => `${lengthsOf(from, to, isRest, time.unit, language)}: ${words.cases(cases)}`
  return drawn(
    `${words.spreads}: ${titles[language]}`,
    {
      document,
      width: 340,
      height: 160,
      marginTop: 26,
      marginBottom: 40,
      marginLeft: 40,
      marginRight: 16,
      className: 'chart',
      style: { fontSize: '12px' },
      x: {
        label: unitIn(time.unit, language),
        labelAnchor: 'center',
        labelArrow: 'none',
        domain: [Math.min(0, bins[0]?.from ?? 0), end],
        ticks: 6,
        // Between two days there is none.
        tickFormat: (length: number) => (edgeOf(time.unit) === 0 || Number.isInteger(length) ? String(Math.round(length * 100) / 100) : ''),
        tickSize: 3,
      },
      y: { label: null, domain: [0, most], ticks: Math.min(4, most), tickFormat: 'd', tickSize: 0, grid: true },
      marks: [
        plotting.rectY(bins, {
          x1: 'from',
          x2: 'to',
          y: 'cases',
          fill: ({ isOver }: Bin) => (isOver ? 'over' : 'within'),
          title: said,
          insetLeft: 0.5,
          insetRight: 0.5,
        }),
        plotting.ruleY([0]),
        ...(edge === undefined
          ? []
          : [
              plotting.ruleX([edge], { stroke: 'currentColor', strokeWidth: 2 }),
              plotting.text([edge], {
                x: (at: number) => at,
                text: () => `${words.limit} ${formatLimit(limit as Limit, language)}`,
                frameAnchor: 'top',
                textAnchor: edge > end / 2 ? 'end' : 'start',
                dy: -18,
                fontSize: 12,
              }),
            ]),
      ],
      color: { type: 'ordinal', domain: ['within', 'over'], range: ['var(--running)', 'url(#over)'] },
    },
    plotting,
  )
}

/** Bins of whole days have their days in the middle. */
const edgeOf = (unit: Unit) => (kindOf(unit).countsTime ? 0 : 0.5)

/** A chart, which those who do not see it know by its name; the name is written here, as the document escapes less than it might. */
function drawn(name: string, options: PlotOptions, plotting: Plotter['plotting']): string {
  const chart = plotting.plot(options)
  chart.setAttribute('aria-hidden', 'true')
  return tag('div', { role: 'img', 'aria-label': name, class: 'wide' }, chart.outerHTML)
}

/** A unit in words, as of several. */
export function unitIn(unit: Unit, language: Language): string {
  return formatLimit({ [unit]: 2 } as Limit, language).replace(/^2[ 个]?/, '')
}

function lengthsOf(from: number, to: number, isRest: boolean, unit: Unit, language: Language): string {
  const first = edgeOf(unit) === 0 ? from : from + 0.5
  const last = edgeOf(unit) === 0 ? to : to - 0.5
  const amount = (length: number) => formatLimit({ [unit]: Math.max(0, Math.round(length * 100) / 100) } as Limit, language)
  if (isRest) return WORDS[language].andMore(amount(first))
  return first === last ? amount(first) : `${amount(first)} – ${amount(last)}`
}
