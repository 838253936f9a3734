import { list } from './clip.js'
import type { Fault } from './fault.js'

export const DATE_INVALID: Fault<'date-invalid'> = {
  code: 'date-invalid',
  en: ({ found }) => `"${found}" is not a date; write YYYY-MM-DD with a day that exists, such as "2026-02-28".`,
  zh: ({ found }) => `“${found}”不是日期；请写成 YYYY-MM-DD 且确有其日，例如 "2026-02-28"。`,
}

export const INSTANT_INVALID: Fault<'instant-invalid'> = {
  code: 'instant-invalid',
  en: ({ found }) => `"${found}" is not an instant; write a date that exists and a time, such as "2019-05-06T10:00:00+08:00".`,
  zh: ({ found }) => `“${found}”不是时刻；请写明确有其日的日期与时分，例如 "2019-05-06T10:00:00+08:00"。`,
}

export const TIME_MISSING: Fault<'time-missing'> = {
  code: 'time-missing',
  en: ({ found, why }) =>
    why === 'instant'
      ? `"${found}" has no time of day, and this question is about an instant; write for example "${found}T09:00".`
      : `"${found}" has no time of day, but the limit counts working time; write for example "${found}T09:00+08:00".`,
  zh: ({ found, why }) =>
    why === 'instant'
      ? `“${found}”未写明时分，而此处问的是时刻；请写成例如 "${found}T09:00"。`
      : `“${found}”未写明时分，而该时限按工作时间计算；请写成例如 "${found}T09:00+08:00"。`,
}

export const COLUMNS_DIFFER: Fault<'columns-differ'> = {
  code: 'columns-differ',
  en: ({ first, other }) => `The columns have ${first} and ${other} rows; give columns of one length.`,
  zh: ({ first, other }) => `各列的行数为 ${first} 和 ${other}；请使其相等。`,
}

export const ZONE_MISSING: Fault<'zone-missing'> = {
  code: 'zone-missing',
  en: ({ found }) =>
    `${found} names an instant, and a calendar knows no time zone; give a date such as "2019-05-06", or ask a clock, which has a zone.`,
  zh: ({ found }) => `${found} 是时刻，而日历不含时区；请给出日期，例如 "2019-05-06"，或改用带时区的时钟。`,
}

export const ZONE_UNKNOWN: Fault<'zone-unknown'> = {
  code: 'zone-unknown',
  en: ({ found }) => `"${found}" is not a known time zone; write an IANA name such as "Asia/Shanghai".`,
  zh: ({ found }) => `“${found}”不是已知时区；请用 IANA 名称，例如 "Asia/Shanghai"。`,
}

export const AMOUNT_INVALID: Fault<'amount-invalid'> = {
  code: 'amount-invalid',
  en: ({ unit, found, signed }) =>
    `${found} is not an amount of ${unit}; write a whole number${signed ? '' : ', 0 or more'}, and use a smaller unit for parts.`,
  zh: ({ unit, found, signed }) => `${found} 不能作为 ${unit} 的数量；请写整数${signed ? '' : '（不小于 0）'}，不足一个单位的请用更小的单位。`,
}

export const UNIT_UNKNOWN: Fault<'unit-unknown'> = {
  code: 'unit-unknown',
  en: ({ found, allowed }) => `"${found}" is not a unit of a limit; use one of: ${list(allowed)}.`,
  zh: ({ found, allowed }) => `“${found}”不是时限单位；可用：${list(allowed)}。`,
}

export const UNIT_AMBIGUOUS: Fault<'unit-ambiguous'> = {
  code: 'unit-ambiguous',
  en: ({ found, choices }) => `"${found}" does not say which kind of time it means; write one of: ${list(choices.en)}.`,
  zh: ({ found, choices }) => `“${found}”没有说明是哪一种时间；请写明：${list(choices.zh)}。`,
}

/** Where no text is read. */
export const LIMIT_INVALID: Fault<'limit-invalid'> = {
  code: 'limit-invalid',
  en: ({ found }) => `${found} is not a limit; write one unit and its amount, such as { workingDays: 4 }.`,
  zh: ({ found }) => `${found} 不是时限；请写一个单位及其数量，例如 { workingDays: 4 }。`,
}

export const LIMIT_TEXT_INVALID: Fault<'limit-invalid'> = {
  code: 'limit-invalid',
  en: ({ found }) => `${found} is not a limit; write one unit and its amount, such as { workingDays: 4 }, or in a text "4 working days".`,
  zh: ({ found }) => `${found} 不是时限；请写一个单位及其数量，例如 { workingDays: 4 }，文本则如“4个工作日”。`,
}

export const CONVENTION_MISSING: Fault<'convention-missing'> = {
  code: 'convention-missing',
  en: () =>
    'The law decides how a period is counted, so there is no default: give a convention, such as "cn-civil-code", to the clock or to this call.',
  zh: () => '期间如何计算由法律规定，没有默认值：请为时钟或本次调用指定计算规则，例如 "cn-civil-code"。',
}
