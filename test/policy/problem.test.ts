import { xiaoshan2019 } from 'service-time'
import { readLayer } from 'service-time/layer'
import { readPolicy } from 'service-time/policy'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../support/errors.js'

type Data = Record<string, never>

/** What is said of the policy of Xiaoshan with something put at a place of it. */
function saidOf(place: string, value: unknown): readonly [path: string, en: string, zh: string] {
  const policy = JSON.parse(JSON.stringify(xiaoshan2019))
  const keys = place.split('.')
  const last = keys.pop() as string
  const at = keys.reduce<Data>((inner, key) => inner[key] as never, policy)
  Object.assign(at, { [last]: value })
  const error = errorOf(() => readPolicy(policy))
  const words = (text: string) => text.replace(/^(The policy is not valid: |政策数据无效：)/, '')
  return [error.path, words(error.text('en')), words(error.text('zh'))]
}

const VERSION = 'rules.water-hookup.versions.0'

describe('what does not fit the schema of a policy is said in words of ours', () => {
  test.each<[place: string, value: unknown, path: string, en: string, zh: string]>([
    ['id', undefined, 'id', 'a text is missing here (found undefined).', '此处缺少文本（实际为 undefined）。'],
    ['id', 5, 'id', 'a text belongs here (found 5).', '此处应为文本（实际为 5）。'],
    [
      'id',
      'A b',
      'id',
      'a name has small letters and digits, with hyphens between words, such as "water-hookup" (found "A b").',
      '名称应由小写字母和数字组成，词间以连字符相连，例如 "water-hookup"（实际为 "A b"）。',
    ],
    [
      'rules.Foo Bar',
      {},
      'rules.Foo Bar',
      'a name has small letters and digits, with hyphens between words, such as "water-hookup" (found "Foo Bar").',
      '名称应由小写字母和数字组成，词间以连字符相连，例如 "water-hookup"（实际为 "Foo Bar"）。',
    ],
    ...['x', {}, { share: 0.5, workingDays: 1 }].map((warning): [string, unknown, string, string, string] => [
      `${VERSION}.warning`,
      warning,
      'rules.water-hookup.versions[0].warning',
      expect.stringContaining(
        'one amount that is left or a share of the limit belongs here, such as { "workingDays": 1 } or { "share": 0.25 } (found',
      ),
      expect.stringContaining('此处应为一个剩余量或时限的比例，例如 { "workingDays": 1 } 或 { "share": 0.25 }（实际为'),
    ]),
    ['titles.zh', '', 'titles.zh', 'the text has at least 1 character (found "").', '文本至少 1 个字符（实际为 ""）。'],
    ['colour', 'red', '', 'there is no such key here: colour', '此处没有这样的键：colour'],
    [
      'source.status',
      'law',
      'source.status',
      'one of "draft", "in-force", "repealed" belongs here (found "law").',
      '此处应为 "draft"、"in-force"、"repealed" 之一（实际为 "law"）。',
    ],
    [
      `${VERSION}.target`,
      { kind: 'some' },
      'rules.water-hookup.versions[0].target.kind',
      'one of "each", "average", "reduction" belongs here (found "some").',
      '此处应为 "each"、"average"、"reduction" 之一（实际为 "some"）。',
    ],
    [
      `${VERSION}.caps`,
      { materials: -1 },
      'rules.water-hookup.versions[0].caps.materials',
      'the number is at least 0 (found -1).',
      '数字至少为 0（实际为 -1）。',
    ],
    [
      `${VERSION}.caps`,
      { materials: 1.5 },
      'rules.water-hookup.versions[0].caps.materials',
      'a whole number belongs here (found 1.5).',
      '此处应为整数（实际为 1.5）。',
    ],
    ['rules.water-hookup.versions', [], 'rules.water-hookup.versions', 'the list has at least 1 entry (found []).', '列表至少 1 项（实际为 []）。'],
    ['rules.water-hookup.versions', {}, 'rules.water-hookup.versions', 'a list belongs here (found {}).', '此处应为列表（实际为 {}）。'],
    ['rules', 'all', 'rules', 'an object belongs here (found "all").', '此处应为对象（实际为 "all"）。'],
    [
      `${VERSION}.warning`,
      { share: 2 },
      'rules.water-hookup.versions[0].warning.share',
      'the number is at most 1 (found 2).',
      '数字至多为 1（实际为 2）。',
    ],
  ])('%s: %o', (place, value, path, en, zh) => {
    const [foundPath, foundEn, foundZh] = saidOf(place, value)
    expect([foundPath, foundEn.slice(0, en.length), foundZh.slice(0, zh.length)]).toEqual([path, en, zh])
  })
})

test('so is what does not fit that of a layer', () => {
  const error = errorOf(() => readLayer({ id: 'typhoon' }))
  expect([error.path, error.message, error.text('zh')]).toEqual([
    'notices',
    'The layer is not valid: a list is missing here (found undefined).',
    '叠加层数据无效：此处缺少列表（实际为 undefined）。',
  ])
})
