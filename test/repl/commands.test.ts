import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/repl/commands.js'
import { helpIn } from '../../src/repl/help.js'
import { greetingIn } from '../../src/repl/words.js'
import { codeOf } from '../support/errors.js'
import { questionsOf, sessionWith } from '../support/session.js'

describe('.now', () => {
  test('says whose time it is, the host’s until one is given', () => {
    const session = sessionWith()
    expect(COMMANDS.now.run(session, '')).toEqual({ text: 'Now is 2026-11-28 10:00, the time of this computer, and goes on.', isAnswer: true })
    expect(COMMANDS.now.run(session, '2019-07-03T10:00')).toEqual({ text: 'Now is 2019-07-03 10:00, as it was set.', isAnswer: false })
    expect([session.now(), session.isSystemTime()]).toEqual(['2019-07-03T10:00:00+08:00', false])
    expect(COMMANDS.now.run(session, 'system').text).toContain('the time of this computer')
    session.language = 'zh'
    expect(COMMANDS.now.run(session, '').text).toBe('当前时刻为 2026-11-28 10:00，取自本机，随时间变化。')
  })

  test.each([
    ['2019-07-03', 'time-missing'],
    ['soon', 'instant-invalid'],
    ['2019-02-30', 'date-invalid'],
  ])('refuses %s, and lets all be as it was', (rest, code) => {
    const session = sessionWith()
    expect(codeOf(() => COMMANDS.now.run(session, rest))).toBe(code)
    expect(session.isSystemTime()).toBe(true)
  })
})

describe('.asof', () => {
  test('takes the calendar as it was known on a day, and the latest again', () => {
    const session = sessionWith()
    const ask = questionsOf(session)
    expect(COMMANDS.asof.run(session, '2019-03-01').text).toBe(
      'The calendar is as it was known on 2019-03-01: settled to 2019-12-24, projected from there on.',
    )
    expect(ask.add('2019-04-26', 4)).toBe('2019-05-03')
    expect(ask.month('2019-05')[4]?.working).toBe(false)
    expect(COMMANDS.asof.run(session, '').isAnswer).toBe(true)
    expect(COMMANDS.asof.run(session, 'latest').text).toBe('The calendar is the latest: settled to 2026-12-24, projected from there on.')
    expect(ask.add('2019-04-26', 4)).toBe('2019-05-05')
  })

  test.each([
    ['yesterday', 'date-invalid'],
    ['2000-01-01', 'calendar-invalid'],
  ])('refuses %s, and lets all be as it was', (rest, code) => {
    const session = sessionWith()
    COMMANDS.asof.run(session, '2019-03-01')
    expect(codeOf(() => COMMANDS.asof.run(session, rest))).toBe(code)
    expect([session.knownOn(), session.calendar().id, session.clock().calendar.id]).toEqual(['2019-03-01', 'cn@2019-03-01', 'cn@2019-03-01'])
  })
})

describe('.lang', () => {
  test('changes the language of answers', () => {
    const session = sessionWith()
    expect(COMMANDS.lang.run(session, 'zh')).toEqual({ text: '语言为中文。', isAnswer: false })
    expect(COMMANDS.lang.run(session, '')).toEqual({ text: '语言为中文。', isAnswer: true })
    expect(COMMANDS.lang.run(session, 'en').text).toBe('The language is English.')
    expect(codeOf(() => COMMANDS.lang.run(session, 'fr'))).toBe('choice-unknown')
  })
})

describe('.help', () => {
  test.each(['en', 'zh'] as const)('shows worked examples and every command, in %s', (language) => {
    const { text } = COMMANDS.help.run(sessionWith({ language }), '')
    expect(text).toBe(helpIn(language))
    expect(text).toContain("> add('2026-11-23', 4)")
    for (const name of Object.keys(COMMANDS).filter((name) => name !== 'help')) expect(text).toContain(`  .${name} `)
  })
})

describe('the greeting', () => {
  test('says by what policy and by whose time', () => {
    expect(greetingIn(sessionWith())).toMatch(/^service-time \d.*policy xiaoshan-2019.*\.help.*\nNow is 2026-11-28 10:00, the time of this computer/)
    expect(greetingIn(sessionWith({ language: 'zh' }))).toContain('取自本机')
  })
})
