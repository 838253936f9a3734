import { cn, hangzhou2016 } from 'service-time'
import { readLayer } from 'service-time/layer'
import { expect, test } from 'vitest'
import source from '../../seeds/calendars/hangzhou-2016.json' with { type: 'json' }

const hangzhou = cn.extend(hangzhou2016)

test('the layer of Hangzhou is what its file says, and a valid one', () => {
  expect(readLayer(source)).toEqual(hangzhou2016)
})

test.each([
  ['2016-08-31', 4, '2016-09-11', '2016-09-06'],
  ['2016-08-26', 4, '2016-08-31', '2016-09-01'],
])('from %s %i working days end on %s in the city, on %s elsewhere', (start, n, there, elsewhere) => {
  expect([hangzhou.add(start, n), cn.add(start, n)]).toEqual([there, elsewhere])
})

test('the summit closes seven days, and three weekend days are worked', () => {
  expect(hangzhou.day('2016-09-02')).toMatchObject({ kind: 'closure', occasion: 'G20杭州峰会', notice: '杭政办函〔2016〕75号' })
  expect(['2016-08-28', '2016-09-10', '2016-09-11'].map((date) => hangzhou.day(date).kind)).toEqual(['makeup', 'makeup', 'makeup'])
  expect(hangzhou.count('2016-08-31', '2016-09-07')).toBe(0)
})
