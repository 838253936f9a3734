/* What a window prints on the receipt when papers are accepted: by when, and why that day. */
import { clockFor, explain, formatLimit, xiaoshan2019 } from 'service-time'

const acceptedAt = '2019-09-29T10:20+08:00'

const { assessment, days } = explain(
  { id: '萧水〔2019〕0929', rule: 'water-hookup', events: [{ type: 'accepted', at: acceptedAt }] },
  { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: acceptedAt },
)

const rule = xiaoshan2019.rules[assessment.rule]

export const receipt = [
  `受理回执 ${assessment.id}`,
  `事项：${rule.titles.zh}（承诺 ${assessment.limit ? formatLimit(assessment.limit, 'zh') : ''}）`,
  `最迟办结：${assessment.dueAt}`,
  ...days.map(({ text }) => `  ${text.zh}`),
].join('\n')
