/* A board of open cases: the light, what is left, and what a paused case would have if it resumed now. */
import { assess, type CaseOf, clockFor, xiaoshan2019 } from 'service-time'

const cases: CaseOf<typeof xiaoshan2019>[] = [
  { id: 'A', rule: 'network-hookup', events: [{ type: 'accepted', at: '2019-10-08T10:00' }] },
  { id: 'B', rule: 'gas-hookup', events: [{ type: 'accepted', at: '2019-10-08T10:00' }] },
  {
    id: 'C',
    rule: 'gas-hookup',
    events: [
      { type: 'accepted', at: '2019-10-08T10:00' },
      { type: 'paused', at: '2019-10-09T15:00', cause: 'site-survey' },
    ],
  },
  { id: 'D', rule: 'mortgage-registration', events: [{ type: 'accepted', at: '2019-09-30T10:00' }] },
]

const options = { policy: xiaoshan2019, clock: clockFor(xiaoshan2019), now: '2019-10-10T09:00' }

export const board = cases.map((file) => {
  const { id, state, light, remaining, dueDate, ifResumedNow } = assess(file, options)
  return { id, state, light, left: remaining?.workingDays, due: dueDate ?? `(${ifResumedNow?.dueDate})` }
})
