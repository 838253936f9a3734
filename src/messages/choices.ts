/** Choices that are called otherwise in a text than in code. */
export const CHOICES: Readonly<Record<string, Readonly<Record<'en' | 'zh', string>>>> = {
  option: { en: 'option', zh: '选项名称' },
  hours: { en: 'part of opening hours', zh: '办公时间的组成部分' },
  season: { en: 'part of a season', zh: '时段的组成部分' },
  unpublished: { en: 'treatment of unpublished days', zh: '未公布日期的处理方式' },
  'code set': { en: 'code set', zh: '代码集' },
  'event code': { en: 'event code', zh: '事件代码' },
  'event with a code': { en: 'event with a code', zh: '有代码的事件' },
  'result with a code': { en: 'result with a code', zh: '有代码的办结结果' },
  'result of this code': { en: 'result of this code', zh: '该代码的办结结果' },
  'special procedure': { en: 'kind of special procedure', zh: '特别程序种类' },
  'unit code': { en: 'unit code', zh: '时限单位代码' },
  'unit with a code': { en: 'unit with a code', zh: '有代码的时限单位' },
  'case type code': { en: 'case type code', zh: '办件类型代码' },
  'case type': { en: 'case type', zh: '办件类型' },
}
