import { conventions, type Limit, type Policy, type Version, xiaoshan2019 } from 'service-time'
import { refinePolicy } from 'service-time/policy'

const words = { zh: '甲', en: 'A' }

/** A policy with one rule, `only`, that is in force from 2007. */
export function policyOf(limit: Limit, { convention, ...version }: Partial<Version> & { convention?: Policy['convention'] } = {}): Policy<'only'> {
  return {
    id: 'test',
    titles: words,
    source: { titles: words, issuer: words, date: '2007-01-01', status: 'in-force' },
    calendar: 'cn',
    hours: 'hall-9-to-5',
    timeZone: 'Asia/Shanghai',
    convention: convention ?? conventions['cn-civil-code'],
    departments: { a: words },
    rules: {
      only: {
        code: 'R1',
        titles: words,
        departments: { lead: ['a'], responsible: [] },
        versions: [
          {
            from: '2007-01-01',
            targetDate: '2007-01-01',
            target: { kind: 'each', limit },
            measure: 'span',
            starts: 'accepted',
            stops: 'completed',
            citations: [{ part: 'body', quote: '甲' }],
            ...version,
          },
        ],
      },
    },
  }
}

const { titles, source } = xiaoshan2019

/** Business set-up of Xiaoshan, its account opened at a bank that has hours of its own. */
export const withBank = refinePolicy(xiaoshan2019, {
  id: 'with-bank',
  titles,
  source,
  clocks: { bank: { titles: { zh: '银行', en: 'Bank' }, calendar: 'cn', hours: 'bank' } },
  rules: { 'business-setup': { versions: [{ from: '2019-05-01', stages: { 'bank-account': { clock: 'bank', limit: { workingHours: 2 } } } }] } },
})
