import type { Language } from '../errors.js'
import type { Convention, ConventionName } from './convention.js'
import { type Day, parseDay } from './day.js'

/** Where a choice of a convention is written, in both languages. */
type Ground = Readonly<Record<Language, string>>

/** The choices of a convention that rest on something, with what each rests on. */
export type ConventionGrounds = { readonly [K in keyof Convention]?: Ground }

/** What the choices of a convention rest on from a date on. */
interface DatedGrounds {
  readonly from: string
  readonly grounds: ConventionGrounds
}

/** The General Provisions and the Civil Code say the same in articles of the same number. */
function articlesOf(zh: string, en: string): ConventionGrounds {
  return {
    startDay: { zh: `${zh}第二百零一条第一款`, en: `${en} art. 201(1)` },
    monthEnd: { zh: `${zh}第二百零二条`, en: `${en} art. 202` },
    roll: { zh: `${zh}第二百零三条第一款`, en: `${en} art. 203(1)` },
    due: { zh: `${zh}第二百零三条第二款`, en: `${en} art. 203(2)` },
    pausedDay: { zh: `参照${zh}第二百零一条第一款`, en: `as ${en} art. 201(1)` },
  }
}

/** The General Principles say it in one article, and do not say what stands in for a date that a month lacks. */
function principlesOf(zh: string, en: string): ConventionGrounds {
  const article: Ground = { zh, en }
  return {
    startDay: article,
    roll: { zh: `${zh}、《民通意见》第198条`, en: `${en}, with opinion 198 of the Supreme People's Court` },
    due: article,
    pausedDay: { zh: `参照${zh}`, en: `as ${en}` },
  }
}

/** No statute says where a start outside opening hours goes. */
const practice: Ground = { zh: '办事大厅实务', en: 'practice of service halls' }

const CIVIL_LAW: readonly DatedGrounds[] = [
  { from: '2021-01-01', grounds: /* @__PURE__ */ articlesOf('《民法典》', 'Civil Code') },
  { from: '2017-10-01', grounds: /* @__PURE__ */ articlesOf('《民法总则》', 'General Provisions of the Civil Law') },
  { from: '1987-01-01', grounds: /* @__PURE__ */ principlesOf('《民法通则》第一百五十四条', 'General Principles of the Civil Law art. 154') },
]

/** What departs from the law, or goes beyond it, rests on practice. */
const BY_PRACTICE: Readonly<Record<ConventionName, ConventionGrounds>> = {
  'cn-civil-code': { intake: practice },
  'cn-hall': { intake: practice, due: practice },
}

/**
 * What a convention rests on, by the law in force on a day.
 *
 * Edges: a convention that is given by its choices has no name, and so no law that is known.
 * Source: Civil Code art. 201-203, General Provisions of the Civil Law art. 201-203, General Principles of the Civil Law art. 154.
 */
export function groundsOfConvention(convention: ConventionName | Convention, day: Day): ConventionGrounds {
  if (typeof convention !== 'string') return {}
  const law = CIVIL_LAW.find(({ from }) => day >= parseDay(from))
  return { ...law?.grounds, ...BY_PRACTICE[convention] }
}
