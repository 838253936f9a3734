import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cn } from 'service-time'
import { icsOf, layerFromIcs } from 'service-time/layer'
import { afterAll, describe, expect, test } from 'vitest'
import { service } from '../support/command.js'
import { allOf, svgFrom, textsOf } from '../support/svg.js'

const folder = mkdtempSync(join(tmpdir(), 'service-time-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const typhoon = {
  id: 'typhoon',
  notices: [{ id: 'order-9', number: null, issued: '2026-08-09', covers: 2026, arrangements: [{ occasion: '台风', off: ['2026-08-10'], work: [] }] }],
}
const caseOf = (id: string, rule = 'water-hookup') => JSON.stringify({ id, rule, events: [{ type: 'accepted', at: '2019-07-01T09:12' }] })
const NOW = ['--now', '2019-07-03T09:00:00+08:00']

describe('service-time calendar', () => {
  test('shows a year as text, as a picture, as JSON and as a calendar file', () => {
    expect(service(['calendar', '2025']).out.split('\n')[0]).toBe('2025: 248 working days')
    expect(service(['calendar', '2025', '--lang', 'zh']).out.split('\n')[0]).toBe('2025年；工作日248天')
    expect(allOf(svgFrom(service(['calendar', '2025', '--format', 'svg']).out), 'g')).toHaveLength(365)
    const days = JSON.parse(service(['calendar', '2025', '--format', 'json']).out) as { date: string; kind: string }[]
    expect([days.length, days[27]?.date, days[27]?.kind]).toEqual([365, '2025-01-28', 'holiday'])
    const { out } = service(['calendar', '2025', '--format', 'ics', '--lang', 'en'])
    expect(out).toBe(icsOf(cn, { from: '2025-01-01', to: '2025-12-31', language: 'en' }))
    expect(layerFromIcs(out, { id: 'back' }).notices).not.toEqual([])
  })

  test('lays layers over it, of JSON and of calendar files', () => {
    const layer = fileOf('typhoon.json', JSON.stringify(typhoon))
    const feed = fileOf(
      'fair.ics',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260812\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    )
    const lines = service(['calendar', '2026', '--layer', layer, '--layer', feed]).out.split('\n')
    expect(lines).toContain('08-10 台风 (closed)')
    expect(lines).toContain('08-12 Fair (closed)')
  })

  test('shows a year as it was known on a day', () => {
    expect(service(['calendar', '2019', '--as-of', '2019-03-01']).out).toContain('05-01 Labour Day (day off)')
    expect(service(['calendar', '2019']).out).toContain('05-01 – 05-04 Labour Day (day off)')
  })

  test.each([
    [['calendar', '20xx'], 'year: Found 20xx'],
    [['calendar', '2060'], 'lies after 2050-12-31'],
    [['calendar', '2026', '--layer', 'no/such/file'], 'file-unreadable'],
    [['calendar', '2026', '--layer', 'package.json'], 'layer-invalid'],
    [['calendar', '2026', '--columns', '10'], 'It is a whole number from 32 to 1000.'],
    [['calendar', '2026', '--columns', 'ten'], 'It is a whole number from 32 to 1000.'],
    [['calendar', '2026', '--as-of', 'today'], 'date-invalid'],
  ])('refuses %j', (args, said) => {
    const { status, out, err } = service(args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })
})

describe('service-time timeline', () => {
  const cases = fileOf('cases.ndjson', `${caseOf('A-1')}\n${caseOf('B-2')}\n{oops\n${caseOf('C-3', 'no-such-rule')}\n`)

  test('draws a case of an id as text, with what the signs mean', () => {
    const { status, out, err } = service(['timeline', cases, '--id', 'B-2', ...NOW])
    expect([status, err]).toEqual([0, ''])
    expect(out.split('\n')).toEqual([
      'B-2; running, 2 working days used, 2 working days left',
      '····████████░░░░░░░░',
      ' |       |        ^due 07-05 17:00',
      ' |       ^now 07-03 09:00',
      ' ^start 07-01 09:12',
      '',
      '█ clock runs  ▓ past the limit  ░ left of the limit  ╱ paused  · not counted',
      '',
    ])
  })

  test('draws a case of an id as a picture', () => {
    const { out } = service(['timeline', cases, '--id', 'B-2', '--format', 'svg', '--lang', 'zh', '--width', '500', ...NOW])
    expect(textsOf(svgFrom(out), 'title')[0]).toBe('B-2，供水报装接入')
    expect(svgFrom(out).getAttribute('width')).toBe('500')
  })

  test('draws all cases, and names those that it cannot by file, line and reason', () => {
    const { status, out, err } = service(['timeline', cases, ...NOW])
    expect(status).toBe(2)
    expect(out.split('\n').filter((line) => /^[AB]-\d; running/.test(line))).toHaveLength(2)
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/^.*cases\.ndjson:(\d+).*\[(.*)\]$/, '$1 $2')),
    ).toEqual(['3 json-invalid', '4 rule-unknown'])
  })

  test.each([
    [['timeline', cases, '--id', 'D-4'], 'case-missing'],
    [['timeline', cases, '--format', 'svg'], '--id: Found none where the id of the one case to draw, such as --id A-1, belongs.'],
    [['timeline', 'no/such/file'], 'file-unreadable'],
  ])('refuses %j', (args, said) => {
    const { status, out, err } = service(args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })

  test('is what deadline draws of a case that it makes up', () => {
    const { out } = service(['deadline', 'water-hookup', '--from', '2019-07-01', '--format', 'svg'])
    expect(allOf(svgFrom(out), 'g')).toHaveLength(5)
  })
})
