import { conventions, type Limit, type Policy, type Version } from 'service-time'

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
