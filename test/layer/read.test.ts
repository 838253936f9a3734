import { createCalendar, type Layer } from 'service-time'
import { layerSchema, readLayer } from 'service-time/layer'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'

const arrangement = { occasion: '台风', off: ['2019-08-09/2019-08-10'], work: ['2019-08-11'] }
const notice = { id: 'order-9', number: null, issued: '2019-08-08', covers: 2019, arrangements: [arrangement] }
const layer = { id: 'typhoon', notices: [notice] }

/** The layer with one part replaced. */
const withNotice = (change: object) => ({ ...layer, notices: [{ ...notice, ...change }] })
const withArrangement = (change: object) => withNotice({ arrangements: [{ ...arrangement, ...change }] })

describe('a layer', () => {
  test('is given back as it was read, without the address of its schema', () => {
    expect(readLayer({ $schema: './node_modules/service-time/seeds/schemas/layer.json', ...layer })).toEqual(layer)
    expect(readLayer(withNotice({ url: 'https://example.org/9', number: '9' }))).toEqual(withNotice({ url: 'https://example.org/9', number: '9' }))
    expect(layerSchema.safeParse(layer).success).toBe(true)
  })

  test('makes its days off closures, and its worked Sundays make-up days', () => {
    const source = { id: 'plain', weekend: ['saturday', 'sunday'] as const, notices: [], coverage: { from: '2019-01-01', to: '2019-12-31' } }
    const calendar = createCalendar(source).extend(readLayer(layer))
    expect(['2019-08-09', '2019-08-10', '2019-08-11'].map((date) => calendar.day(date).kind)).toEqual(['closure', 'closure', 'makeup'])
  })

  test('may amend itself: of two arrangements of one occasion and year the later issued holds', () => {
    const amended = { ...notice, id: 'order-10', issued: '2019-08-09', arrangements: [{ occasion: '台风', off: ['2019-08-11'], work: [] }] }
    expect(readLayer({ ...layer, notices: [notice, amended] }).notices).toHaveLength(2)
  })

  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'layer-invalid', ''],
    ['a text', 'typhoon', 'layer-invalid', ''],
    ['no notices', { id: 'typhoon' }, 'layer-invalid', 'notices'],
    ['no id', { notices: [] }, 'layer-invalid', 'id'],
    ['an empty id', { ...layer, id: '' }, 'layer-invalid', 'id'],
    ['an unknown key', { ...layer, colour: 'red' }, 'layer-invalid', ''],
    ['an unknown key of a notice', withNotice({ isued: 'x' }), 'layer-invalid', 'notices[0]'],
    ['an unknown key of an arrangement', withArrangement({ of: [] }), 'layer-invalid', 'notices[0].arrangements[0]'],
    ['a number that is none', withNotice({ number: 9 }), 'layer-invalid', 'notices[0].number'],
    ['a year out of reach', withNotice({ covers: 0 }), 'layer-invalid', 'notices[0].covers'],
    ['a list that is a text', withArrangement({ off: '2019-08-09' }), 'layer-invalid', 'notices[0].arrangements[0].off'],
    ['a day that is a number', withArrangement({ off: [20190809] }), 'layer-invalid', 'notices[0].arrangements[0].off[0]'],
    ['a date of issue that does not exist', withNotice({ issued: '2019-02-29' }), 'date-invalid', 'notices[0].issued'],
    ['a day that does not exist', withArrangement({ off: ['2019-08-09', '2019-08-32'] }), 'date-invalid', 'notices[0].arrangements[0].off[1]'],
    [
      'a run to a day that does not exist',
      withArrangement({ work: ['2019-08-09/2019-09-31'] }),
      'date-invalid',
      'notices[0].arrangements[0].work[0]',
    ],
    ['a run that ends before it starts', withArrangement({ off: ['2019-08-10/2019-08-09'] }), 'value-invalid', 'notices[0].arrangements[0].off[0]'],
    ['a run of three', withArrangement({ off: ['2019-08-09/2019-08-10/2019-08-11'] }), 'value-invalid', 'notices[0].arrangements[0].off[0]'],
    ['a run of years', withArrangement({ off: ['2019-08-09/2029-08-09'] }), 'value-invalid', 'notices[0].arrangements[0].off[0]'],
    ['an id twice', { ...layer, notices: [notice, notice] }, 'layer-invalid', 'notices[1].id'],
    ['a day both off and worked', withArrangement({ work: ['2019-08-10'] }), 'notice-contradiction', ''],
  ])('with %s is refused', (_, value, code, path) => {
    expect(errorOf(() => readLayer(value))).toMatchObject({ code, path })
  })

  test('is refused for a fault in an arrangement that is no longer in force', () => {
    const amended = { ...notice, id: 'order-10', issued: '2019-08-09' }
    const wrong = withArrangement({ off: ['2019-08-32'] }).notices
    expect(errorOf(() => readLayer({ ...layer, notices: [...wrong, amended] })).code).toBe('date-invalid')
  })

  test('says what is wrong in both languages', () => {
    const twice = errorOf(() => readLayer({ ...layer, notices: [notice, notice] }))
    expect(twice.text('en')).toBe('The layer is not valid: two notices have the id "order-9" (found "order-9").')
    expect(twice.text('zh')).toBe('叠加层数据无效：两个通知的 id 同为“order-9”（实际为 "order-9"）。')
    expect(errorOf(() => readLayer({ ...layer, colour: 'red' } satisfies Layer & { colour: string })).text('zh')).toContain('colour')
  })
})
