import type { Language } from '../errors.js'
import type { Rate } from '../report/figures.js'

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }),
  zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }),
}

/** A number as people of a language write it, with two decimals at most. */
export function sayNumber(value: number, language: Language): string {
  return FORMATS[language].format(value)
}

/** A share in per cent with what it is made from, such as `92.5% (37/40)`; a dash where there is nothing that it could be of. */
export function sayRate({ value, numerator, denominator }: Rate, language: Language): string {
  if (value === null) return '-'
  return `${percent(value)} (${sayNumber(numerator, language)}/${sayNumber(denominator, language)})`
}

/** Only all is 100 %, and only none is 0 %. */
function percent(share: number): string {
  const rounded = Math.round(share * 1_000) / 10
  if (rounded === 100 && share < 1) return '>99.9%'
  if (rounded === 0 && share > 0) return '<0.1%'
  return `${rounded}%`
}
