import { type Convention, conventions } from 'service-time'
import { describe, expect, test } from 'vitest'
import { CONVENTION_CHOICES, conventionFrom, conventionOf } from '../../src/time/convention.js'
import { codeOf, errorOf } from '../support/errors.js'

const civil = conventions['cn-civil-code']

describe('a named convention', () => {
  test('of the Civil Code counts from the next day and the next opening, to the closing of a day that is worked', () => {
    expect(civil).toEqual({
      startDay: 'excluded',
      intake: 'next-opening',
      due: 'closing',
      roll: 'following',
      monthEnd: 'clamp',
      pausedDay: 'after-pause-day',
    })
  })

  test('of hall systems differs in the end of the last day alone', () => {
    expect(conventions['cn-hall']).toEqual({ ...civil, due: 'end-of-day' })
  })

  test('cannot be changed', () => {
    for (const known of [conventions, ...Object.values(conventions)]) expect(Object.isFrozen(known)).toBe(true)
  })
})

describe('a convention', () => {
  test.each(Object.entries(CONVENTION_CHOICES).flatMap(([key, choices]) => choices.map((choice) => [key, choice])))(
    'may say of %s: %s',
    (key, choice) => {
      const own = { ...civil, [key as string]: choice }
      expect(conventionOf(own as Convention)).toEqual(own)
    },
  )

  test('may be given by name, and is then the same for every user', () => {
    expect(conventionOf('cn-civil-code')).toBe(civil)
    expect(conventionFrom('cn-hall')).toBe('cn-hall')
  })

  test('is copied where it is kept', () => {
    const own = { ...civil }
    const kept = conventionFrom(own)
    expect(kept).toEqual(own)
    expect(kept).not.toBe(own)
    expect([Object.isFrozen(kept), Object.isFrozen(own)]).toEqual([true, false])
  })

  test('that is missing is asked for', () => {
    expect(codeOf(() => conventionOf(undefined))).toBe('convention-missing')
  })

  test.each<[string, unknown, string, object]>([
    ['null', null, 'convention', { what: 'convention', found: 'null', allowed: ['cn-civil-code', 'cn-hall'] }],
    ['a name that nobody knows', 'cn-civil', 'convention', { what: 'convention', found: 'cn-civil', allowed: ['cn-civil-code', 'cn-hall'] }],
    ['a key that nobody knows', { ...civil, rolls: 'none' }, 'convention', { what: 'convention key', found: 'rolls', allowed: Object.keys(civil) }],
    ['a choice that nobody knows', { ...civil, due: 'noon' }, 'convention.due', { what: 'due', found: 'noon', allowed: ['closing', 'end-of-day'] }],
    ['no choice of a month that is too short', { ...civil, monthEnd: undefined }, 'convention.monthEnd', { what: 'monthEnd', allowed: ['clamp'] }],
    ['nothing at all', {}, 'convention.startDay', { what: 'startDay', allowed: ['excluded', 'included'] }],
  ])('with %s is refused with what may stand there', (_, given, path, facts) => {
    expect(errorOf(() => conventionOf(given as Convention))).toMatchObject({ code: 'choice-unknown', path, facts })
  })

  test('says of each key what may stand there', () => {
    expect(CONVENTION_CHOICES).toEqual({
      startDay: ['excluded', 'included'],
      intake: ['next-opening', 'as-recorded'],
      due: ['closing', 'end-of-day'],
      roll: ['following', 'preceding', 'modified-following', 'modified-preceding', 'nearest', 'none'],
      monthEnd: ['clamp'],
      pausedDay: ['after-pause-day', 'any-part', 'whole-day'],
    })
  })
})
