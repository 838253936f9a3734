import { type Arrangement, type CalendarSource, createCalendar, type Notice } from 'service-time'
import { describe, expect, test } from 'vitest'

const law = { number: 'L', issued: '2000-01-01', from: 2000, holidays: [{ occasion: 'x', dates: ['05-01'] }] }
const arranged: Arrangement = { occasion: '甲', off: ['2019-05-02'], work: ['2019-05-04'] }
const notice = {
  id: 'n',
  number: 'N',
  issued: '2018-12-01',
  covers: 2019,
  arrangements: [arranged],
}
const projection = { to: '2021-12-31', awaits: 'own-{year}', laws: [law], festivals: {} }
const source: CalendarSource = {
  id: 'own',
  weekend: ['saturday', 'sunday'],
  notices: [notice],
  coverage: { from: '2019-01-01', to: '2019-12-31' },
  projection,
}
const editionWith = (changes: Partial<CalendarSource>) => createCalendar({ ...source, ...changes }).edition
const noticesWith = (arrangement: Partial<Arrangement>): readonly Notice[] => [{ ...notice, arrangements: [{ ...arranged, ...arrangement }] }]

describe('the edition of a calendar', () => {
  test.each<[string, Partial<CalendarSource>]>([
    ['its weekend', { weekend: ['sunday'] }],
    ['its first day', { coverage: { from: '2019-01-02', to: '2019-12-31' } }],
    ['its last published day', { coverage: { from: '2019-01-01', to: '2019-12-30' } }],
    ['its last projected day', { projection: { ...projection, to: '2021-12-30' } }],
    ['the notice that it awaits', { projection: { ...projection, awaits: 'other-{year}' } }],
    ['a holiday of the law', { projection: { ...projection, laws: [{ ...law, holidays: [{ occasion: 'x', dates: ['05-03'] }] }] } }],
    ['the name of such a holiday', { projection: { ...projection, laws: [{ ...law, holidays: [{ occasion: 'y', dates: ['05-01'] }] }] } }],
    ['the number of the law', { projection: { ...projection, laws: [{ ...law, number: 'M' }] } }],
    ['an occasion', { notices: noticesWith({ occasion: '乙' }) }],
    ['a day off', { notices: noticesWith({ off: ['2019-05-03'] }) }],
    ['a day worked', { notices: noticesWith({ work: ['2019-05-05'] }) }],
    ['the number of a notice', { notices: [{ ...notice, number: 'M' }] }],
    ['the name of a notice', { notices: [{ ...notice, id: 'm' }] }],
  ])('changes with %s', (_, changes) => {
    expect(editionWith(changes)).not.toBe(editionWith({}))
  })

  test('is the same for the same data, in whatever order it is told', () => {
    expect(editionWith({})).toBe(createCalendar(structuredClone(source)).edition)
    expect(editionWith({ weekend: ['sunday', 'saturday'] })).toBe(editionWith({}))
  })
})
