/* What a window hands over when papers are accepted: by when, counted how, and why that day. */
import { clockFor, explain, say, xiaoshan2019 } from 'service-time'

const acceptedAt = '2019-09-29T10:20+08:00'

const explanation = explain(
  { id: '萧水〔2019〕0929', rule: 'water-hookup', events: [{ type: 'accepted', at: acceptedAt }] },
  { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: acceptedAt },
)

/** 48 columns are what a receipt printer of 80 mm prints. */
export const receipt = say(explanation, 'zh', { columns: 48 }).text
