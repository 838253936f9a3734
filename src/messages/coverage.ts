/** What is said of a question that leaves a calendar, by where it does: at its beginning, at its end, or by the bounds of its answer. */
type Leaves = Readonly<Record<'before' | 'after' | 'bounds', (facts: Left) => string>>

interface Left {
  readonly calendar: string
  readonly from: string
  readonly to: string
  readonly found: string
}

export const LEAVES: Readonly<Record<'en' | 'zh', Leaves>> = {
  en: {
    before: ({ found, from, calendar }) => `${found} lies before ${from}, where the calendar "${calendar}" begins; its days are not known.`,
    after: ({ found, to, calendar }) =>
      `${found} lies after ${to}, where the calendar "${calendar}" ends; ask of days up to then, or give the calendar later notices.`,
    bounds: ({ found, to, calendar }) =>
      `${found} is projected, and notices may still move it past ${to}, where the calendar "${calendar}" ends; its latest date is not known, so ask of earlier days.`,
  },
  zh: {
    before: ({ found, from, calendar }) => `${found} 早于日历“${calendar}”的起始日 ${from}，其间的安排无从得知。`,
    after: ({ found, to, calendar }) => `${found} 晚于日历“${calendar}”的最后一日 ${to}；请询问此前的日期，或为日历补充其后的通知。`,
    bounds: ({ found, to, calendar }) =>
      `${found} 系推算，日后通知可能使其晚于日历“${calendar}”的最后一日 ${to}，最迟日期无从得知；请询问更早的日期。`,
  },
}
