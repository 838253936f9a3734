import { cn, xiaoshan2019 } from 'service-time'
import { assessIndicator, type IndicatorTarget, type Measured } from 'service-time/policy'
import { describe, expect, test } from 'vitest'

const atLeast = (value: number): IndicatorTarget => ({ kind: 'at-least', value, unit: 'share' })
const all: IndicatorTarget = { kind: 'full-coverage' }
const done: IndicatorTarget = { kind: 'milestone' }

type Row = [id: string, target: object, targetDate: string, met: Measured, missed: Measured]

/** Written from the document and not from the data: what is asked for, the binding date, a value that meets it and one that does not. */
const FIGURES: Row[] = [
  ['one-id-service', atLeast(0.9), '2019-12-31', 0.9, 0.899],
  ['nearby-service', atLeast(0.9), '2019-10-31', 0.95, 0.6],
  ['mobile-service', atLeast(0.6), '2019-12-31', 0.6, 0.59],
  ['online-enabled', all, '2019-12-31', 1, 0.999],
  ['online-completions', atLeast(0.5), '2019-12-31', 0.5, 0.499],
  ['material-cut', { kind: 'relative-cut', share: 0.1 }, '2019-07-31', 0.1, 0.05],
  ['window-staff', { kind: 'at-least', value: 2 / 3, unit: 'share' }, '2019-12-31', 134 / 201, 133 / 201],
  ['item-granularity', all, '2019-12-31', 1, 0.98],
  ['data-collection', all, '2019-12-31', 1, 0.98],
  ['data-sharing', all, '2019-12-31', 1, 0],
  ['real-time-availability', atLeast(0.9), '2019-12-31', 0.92, 0.89],
  ['e-certificates', { kind: 'equal', value: 77, unit: 'kinds' }, '2019-06-30', 77, 76],
  ['standard-land', all, '2019-06-30', 1, 0.9],
  ['standard-land-lower', atLeast(0.3), '2019-06-30', 0.3, 0.29],
  ['area-assessment', all, '2019-12-31', 1, 0.9],
  ['area-assessment-lower', atLeast(0.3), '2019-12-31', 0.31, 0.1],
  ['online-filing', atLeast(0.8), '2019-12-31', 0.8, 0.79],
  ['setup-materials', { kind: 'at-most', value: 7, unit: 'items' }, '2019-04-30', 7, 8],
  ['tax-payments', { kind: 'count-per-period', bound: 'at-most', value: 7, unit: 'times', period: 'year' }, '2019-06-30', 7, 8],
  ['kiosk-coverage', all, '2019-10-31', 1, 0.97],
  ['one-window-platform', all, '2019-10-31', 1, 0.5],
  ['sports-map', all, '2019-10-31', 1, 0.5],
  ['sports-navigation', atLeast(0.5), '2019-10-31', 0.5, 0.49],
  ['smart-settlement', all, '2019-10-31', 1, 0.99],
  ['police-online-process', atLeast(0.6), '2019-12-31', 0.61, 0.3],
  ['police-online-enabled', all, '2019-12-31', 1, 0.3],
  ['police-without-papers', all, '2019-12-31', 1, 0.3],
  ['school-entry', all, '2019-10-31', 1, 0.99],
  ['notary', { kind: 'equal', value: 25, unit: 'categories' }, '2019-12-31', 25, 24],
  ['smart-advice', { kind: 'approximate', value: 0.3, from: 0.25, to: 0.35, unit: 'share' }, '2019-12-31', 0.28, 0.24],
  ['direct-answers', atLeast(0.9), '2019-08-31', 0.93, 0.89],
  ['repeat-complaints', { kind: 'at-most', value: 0.1, unit: 'share' }, '2019-08-31', 0.1, 0.11],
  ['random-checks', { kind: 'range', from: 0.05, to: 0.1, unit: 'share' }, '2019-12-31', 0.05, 0.12],
  ['problems-handled', all, '2019-12-31', 1, 0.99],
  ['firms-in-good-standing', atLeast(0.9), '2019-12-31', 0.97, 0.5],
  ['public-bodies-credit', all, '2019-12-31', 1, 0.99],
]

const FREQUENCIES: Row[] = [
  ['leaders-at-windows', { kind: 'count-per-period', bound: 'at-least', value: 1, unit: 'times', period: 'month' }, '2019-12-31', 1, 0],
  ['intermediary-ratings', { kind: 'count-per-period', bound: 'at-least', value: 1, unit: 'times', period: 'quarter' }, '2019-12-31', 2, 0],
  ['self-service-halls', { kind: 'count-per-period', bound: 'at-least', value: 24, unit: 'hours', period: 'day' }, '2019-12-31', 24, 12],
]

const MILESTONES: Row[] = [
  ['interdepartmental-list', done, '2019-07-31', true, false],
  ['life-events-citizens', done, '2019-07-31', true, false],
  ['life-events-enterprises', done, '2019-07-31', true, false],
  ['newborn-matters', done, '2019-06-30', true, false],
  ['matters-after-death', done, '2019-06-30', true, false],
  ['dog-licence', done, '2019-06-30', true, false],
  ['household-registration', done, '2019-06-30', true, false],
  ['road-opening', done, '2019-06-30', true, false],
  ['e-bidding', done, '2019-12-31', true, false],
  ['government-procurement', done, '2019-12-31', true, false],
  ['employment-services', done, '2019-12-31', true, false],
  ['health-card', done, '2019-10-31', true, false],
  ['comments', done, '2019-04-30', true, false],
]

const ROWS = [...FIGURES, ...FREQUENCIES, ...MILESTONES]

describe('the indicators of Xiaoshan 2019', () => {
  test('are those of the document, each by itself', () => {
    expect(Object.keys(xiaoshan2019.indicators ?? {})).toEqual(ROWS.map(([id]) => id))
  })

  test.each(ROWS)('%s asks for %o by %s: %s meets it, %s does not', (id, target, targetDate, met, missed) => {
    const on = (date: string, value?: Measured) => assessIndicator(xiaoshan2019, id, { value, on: date, calendar: cn })
    expect(on(targetDate, met)).toMatchObject({ target, targetDate, outcome: 'met', reason: 'reached', value: met, workingDaysLeft: 0 })
    expect(on(targetDate, missed)).toMatchObject({ outcome: 'not-met', reason: 'missed' })
    expect(on(targetDate)).toMatchObject({ outcome: 'due', reason: 'not-measured' })
    expect(on('2020-01-15', missed)).toMatchObject({ outcome: 'overdue', reason: 'missed' })
    expect(on('2020-01-15')).toMatchObject({ outcome: 'overdue', reason: 'not-measured' })
    expect(on('2020-01-15', met).outcome).toBe('met')
  })

  test('have the dates of body and annex where these differ, the earlier one binding', () => {
    const disputed = ROWS.flatMap(([id]) => {
      const { dates } = assessIndicator(xiaoshan2019, id, { on: '2019-04-28', calendar: cn })
      return new Set(dates.map(({ date }) => date)).size === 1 ? [] : [[id, ...dates.map(({ date, isBinding }) => (isBinding ? `${date}!` : date))]]
    })
    expect(disputed).toEqual([
      ['nearby-service', '2019-12-31', '2019-10-31!'],
      ['standard-land', '2019-12-31', '2019-06-30!'],
      ['standard-land-lower', '2019-12-31', '2019-06-30!'],
      ['kiosk-coverage', '2019-12-31', '2019-10-31!'],
      ['one-window-platform', '2019-12-31', '2019-10-31!'],
      ['newborn-matters', '2019-06-30!', '2019-07-31'],
      ['matters-after-death', '2019-06-30!', '2019-07-31'],
      ['dog-licence', '2019-06-30!', '2019-07-31'],
      ['household-registration', '2019-06-30!', '2019-07-31'],
      ['road-opening', '2019-06-30!', '2019-07-31'],
    ])
  })
})
