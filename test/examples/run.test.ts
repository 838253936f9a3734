import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { moved, promises } from '../../examples/new-notice.js'
import { answer } from '../../examples/own-policy.js'
import { receipt } from '../../examples/receipt.js'
import { board } from '../../examples/traffic-lights.js'

test('the receipt names the matter, the last instant and every day up to it, in lines that fit', () => {
  const lines = receipt.split('\n')
  expect(lines.slice(0, 3)).toEqual(['办理时限说明', '办件编号：萧水〔2019〕0929', '办理事项：供水报装接入'])
  expect(lines).toContain('到期时间：2019年10月10日 17:00')
  expect(lines).toContain('2019年9月30日 周一 工作日，计第1个工作日')
  expect(lines.filter((line) => /^2019年/.test(line))).toHaveLength(12)
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(48)
})

test('the board shows each light, and brackets for a case that is paused', () => {
  expect(board).toEqual([
    { id: 'A', state: 'running', light: 'yellow', left: 0, due: '2019-10-10' },
    { id: 'B', state: 'running', light: 'green', left: 2, due: '2019-10-12' },
    { id: 'C', state: 'paused', light: 'green', left: 3, due: '(2019-10-14)' },
    { id: 'D', state: 'running', light: 'red', left: -1, due: '2019-10-09' },
  ])
})

test('a policy of your own counts at your own hours', () => {
  // 7 to 10, 13 to 17 and 19 to 23 January are 14 working days; 3 to 7 and 10 February are six more.
  expect(answer).toEqual({ dueDate: '2020-02-10', dueAt: '2020-02-11T00:00:00+08:00', light: 'green' })
})

test('a new notice moves promises within the bounds that were told with them', () => {
  expect(promises.map(({ promised, between, now }) => [promised, between, now])).toEqual([
    ['2020-01-03', '2019-12-31 – 2020-01-06', '2020-01-03'],
    ['2020-01-22', '2020-01-19 – 2020-01-24', '2020-01-21'],
    ['2020-02-04', '2020-02-04 – 2020-02-07', '2020-02-05'],
  ])
  for (const { between, now, awaits } of promises) {
    const [earliest, latest] = between.split(' – ') as [string, string]
    expect([earliest <= now, now <= latest, awaits]).toEqual([true, true, ['cn-2020']])
  }
  expect([moved.days, moved.deadlines > moved.days, moved.editions[0] === moved.editions[1]]).toEqual([14, true, false])
})
