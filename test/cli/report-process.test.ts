import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DueList, Report } from 'service-time/report'
import { afterAll, describe, expect, test } from 'vitest'
import { service } from '../support/command.js'

const folder = mkdtempSync(join(tmpdir(), 'service-time-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EXAMPLES = ['examples/cases.ndjson', '--now', '2020-04-01T09:00:00+08:00']
const report = (...args: string[]) => service(['report', ...EXAMPLES, ...args])
const due = (...args: string[]) => service(['due', 'examples/cases.ndjson', '--now', '2019-10-08T09:00:00+08:00', ...args])

describe('service-time report', () => {
  test('says what was read, the outcomes with rates, the time used, the targets of sets, and what is overdue', () => {
    const { status, out, err } = report()
    expect([status, err]).toEqual([0, ''])
    for (const said of [
      /^read 79 = assessed 71 \+ measured 3 \+ exempt 5 \+ rejected 0$/m,
      /^all +79 +20 +16 +15 +5 +15 +3 +5 +72% \(36\/50\) +40% \(20\/50\)$/m,
      /^all +working days +36 +274 +7\.61 +4 +40 +43$/m,
      /^all +power-small-business +15 working days +10 working days \(10\/1\) +met +0 +10$/m,
      /^Overdue: 5$/m,
      /^XS-2019-0033 +investment-project +2019-10-14 14:20:16 +2020-01-15 17:00 +167 \/ 90 calendar days +running$/m,
      /^On-time rate = \(early \+ on time\) \/ completed/m,
      /^Note: the policy is a draft for comment of 2019-04-28; opening hours/m,
    ])
      expect(out).toMatch(said)
  })

  test('makes a page that stands by itself, with a timeline of each overdue case', () => {
    const { status, out, err } = report('--format', 'html', '--lang', 'zh')
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/^<!doctype html>\n<html lang="zh-CN">.*已办结 50 件中的 36 件.*<\/html>\n$/s)
    expect([out.match(/<tbody class="case"/g)?.length, out.match(/class="service-time"/g)?.length]).toEqual([5, 5])
    expect(out).toContain('办公时间 09:00-12:00, 13:30-17:00 为假定')
    expect(report('--format', 'html', '--listed', '2').out.match(/class="service-time"/g)).toHaveLength(2)
  })

  test('makes a page of standard input without timelines, and names what could not be read', () => {
    const overdue = '{"id":"A","rule":"water-hookup","events":[{"type":"accepted","at":"2019-07-01"}]}'
    const broken = '{"id":"A","rule":"water-hookup","events":[{"type":"resumed","at":"2019-07-01"}]}'
    const { status, out, err } = service(['report', '-', '--format', 'html', ...EXAMPLES.slice(1)], { input: `${overdue}\n${broken}\n` })
    expect(status).toBe(2)
    expect(err).toMatch(/^-:2:/)
    expect([out.match(/<tbody class="case"/g)?.length, out.match(/class="service-time"/g)]).toEqual([1, null])
    const file = join(folder, 'twice.ndjson')
    writeFileSync(file, `${overdue}\n${broken}\n`)
    expect(service(['report', file, '--format', 'html', ...EXAMPLES.slice(1)]).out.match(/class="service-time"/g)).toHaveLength(1)
  })

  test('is the same in every zone of the host', () => {
    const { out } = report('--by', 'month')
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia'])
      expect(service(['report', ...EXAMPLES, '--by', 'month'], { zone }).out).toBe(out)
  })

  test('groups by department and, within each, by month, in Chinese', () => {
    const { out } = report('--by', 'department,month', '--lang', 'zh')
    expect(out).toMatch(/^牵头单位 \/ 月份 +件数/m)
    expect(out).toMatch(/^区卫生健康局 +3 .*\n {2}2019-11 +1 .*\n {2}2019-12 +1 .*\n {2}未办结或不适用 +1 /m)
    expect(out).toMatch(/^合计 +79 /m)
    expect(out).toContain('一个办件计入其事项的每个牵头单位，合计只计一次。')
  })

  test('decides a reduction where it is given a baseline', () => {
    expect(report().out).toMatch(/education-approval .* undecided: no baseline/)
    expect(report('--baseline', 'education-approval=10 working days').out).toMatch(/education-approval +8 working days +8 working days \(8\/1\) +met/)
    expect(report('--baseline', 'education-approval=9 working days').out).toMatch(/education-approval +7 working days .* not met/)
  })

  test('cuts its lists and says so', () => {
    const { out } = report('--listed', '2')
    expect(out).toMatch(/^Overdue: the 2 longest of 5 cases\n.*\nXS-2019-0033.*\nXS-2020-0016.*\n\nDue soon \(yellow\): the first 2 of 7 cases$/m)
    expect(report('--listed', '0').out).not.toContain('XS-')
  })

  test('gives the whole report as JSON', () => {
    const answer = JSON.parse(report('--by', 'rule', '--format', 'json').out) as Report
    expect(answer).toMatchObject({ read: 79, rejected: 0, by: ['rule'], asOf: { first: EXAMPLES[2], last: EXAMPLES[2] } })
    expect(answer.groups).toHaveLength(18)
    expect(answer.total.onTime).toEqual({ value: 0.72, numerator: 36, denominator: 50, cohort: 'completed-with-verdict' })
  })

  test('gives the innermost groups as CSV, a row each, the units in columns of their own', () => {
    const rows = report('--by', 'department,month', '--format', 'csv', '--lang', 'zh')
      .out.trimEnd()
      .split('\r\n')
      .map((row) => row.split(','))
    expect(rows[0]?.slice(0, 5)).toEqual(['\uFEFF牵头单位', '牵头单位 (id)', '月份', '件数', '提前办结'])
    expect(rows[0]).toContain('工作日: 平均')
    expect(rows[1]?.slice(0, 5)).toEqual(['区市场监管局', 'market-regulation-bureau', '2019-05', '1', '1'])
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    expect(report('--format', 'csv').out.split('\r\n')[1]).toMatch(/^79,20,16,15,1,5,15,/)
    expect(report('--format', 'csv', '--lang', 'zh').out).toMatch(/^\uFEFF件数,提前办结,/)
  })

  test('gives a Markdown page', () => {
    const { out } = report('--by', 'rule', '--format', 'md')
    expect(out).toMatch(/^# Xiaoshan .*\n\nread 79 = .*\n\n## Cases by outcome\n\n\| rule \| cases \|/)
    expect(out).toContain('\n| water-hookup | 7 | 2 | 1 | 2 | 0 | 2 | 0 | 0 | 60% (3/5) | 40% (2/5) |\n')
  })

  test('counts what it cannot read, names it, and exits with 2', () => {
    const file = join(folder, 'mixed.ndjson')
    const good = { id: 'G', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }
    writeFileSync(file, `${JSON.stringify(good)}\n{oops\n{"id":"X","rule":"watr","events":[{"type":"accepted","at":"2019-07-01"}]}\n`)
    const { status, out, err } = service(['report', file, '--format', 'json'])
    expect(status).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ read: 3, rejected: 2, rejectedFor: { 'json-invalid': 1, 'rule-unknown': 1 }, total: { cases: 1 } })
    expect(err).toContain(`${file}:2: This is not JSON`)
    expect(err).toContain(`${file}:3:rule: Case "X"`)
  })

  test('makes no formula of what it is given', () => {
    const good = { id: '=HYPERLINK("x")', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-07-01' }] }
    const { out } = service(['due', '-', '--now', '2019-07-04T09:00', '--format', 'csv'], { input: JSON.stringify(good) })
    expect(out.split('\r\n')[1]).toMatch(/^"'=HYPERLINK\(""x""\)",water-hookup,Water hook-up,promised,/)
  })

  test.each<[string, string[], string]>([
    ['an unknown grouping', ['--by', 'year'], 'Write some of rule, department, month'],
    ['a grouping given twice', ['--by', 'month,month'], 'each once'],
    ['an unknown format', ['--format', 'xml'], 'Allowed choices are table, json, csv, md'],
    ['a list of no number', ['--listed', 'many'], 'It is a whole number from 0 to 999999.'],
    ['a baseline without a rule', ['--baseline', '10 working days'], 'It is a rule and an amount'],
    ['a baseline of a rule that cuts nothing', ['--baseline', 'water-hookup=9 working days'], '[choice-unknown]'],
    ['a baseline of an ambiguous unit', ['--baseline', 'education-approval=10 days'], '--baseline: "10 days" does not say which'],
  ])('refuses %s', (_, args, said) => {
    expect(report(...args)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(said) })
  })
})

describe('service-time due', () => {
  test('lists what must be looked at, the most urgent first', () => {
    const { status, out } = due()
    expect(status).toBe(0)
    expect(
      out
        .split('\n')
        .slice(1, 6)
        .map((line) => line.slice(0, 12)),
    ).toEqual(['XS-2019-0029', 'XS-2019-0007', 'XS-2019-0025', 'XS-2019-0027', 'XS-2019-0024'])
    expect(out).toMatch(/^XS-2019-0024 +water-hookup +promise +\(2019-10-10 17:00\) +2 \/ 4 working days +paused +green$/m)
    expect(out).toContain('\n0 overdue, 5 due by 2019-10-10\nA due date in brackets')
  })

  test('looks as far ahead as it is told, in days or in time', () => {
    expect(due('--within', '0 working days').out).toContain('0 overdue, 4 due by 2019-10-08')
    expect(due('--within', '1个工作小时', '--lang', 'zh').out).toContain('逾期 0 件，截至 2019-10-08 10:00 到期 1 件')
    expect(due('--within', '2 days')).toMatchObject({ status: 2, err: expect.stringContaining('[unit-ambiguous]') })
  })

  test('gives JSON, CSV and Markdown', () => {
    const list = JSON.parse(due('--format', 'json').out) as DueList
    expect([list.until, list.cases.length]).toEqual(['2019-10-10', 5])
    expect(due('--format', 'csv').out.split('\r\n')[2]).toBe(
      'XS-2019-0007,investment-project,"Approval of enterprise investment projects, from coding and filing to completion acceptance",promised,,open,running,yellow,2019-10-08,2019-10-08T17:00:00+08:00,,97 calendar days,90 calendar days,2019-10-08T17:00:00.001+08:00',
    )
    expect(due('--format', 'md').out).toMatch(/^0 overdue, 5 due by 2019-10-10\n\n\| case \| rule \|/)
  })

  test('says when there is nothing', () => {
    const input = JSON.stringify({ id: 'G', rule: 'power-10kv', events: [{ type: 'accepted', at: '2019-07-01' }] })
    const { out } = service(['due', '-', '--now', '2019-07-04T09:00'], { input })
    expect(out).toMatch(/^0 overdue, 0 due by 2019-07-08\nNote: /)
  })

  test('names the clocks of stages that it is given, and exits with 2 for what it cannot read', () => {
    expect(service(['due', '-'], { input: '{oops' })).toMatchObject({ status: 2, err: expect.stringContaining('-:1: This is not JSON') })
    expect(due('--within', '2days')).toMatchObject({ status: 2, err: expect.stringMatching(/^--within: "2days" does not say which/) })
    expect(due('--clock', 'bank=09:00-11:30')).toMatchObject({ status: 2, err: expect.stringContaining('"bank" is not a known name of a clock') })
  })
})
