import type { CaseOf } from '../case/file.js'
import type { cnLicensing, xiaoshan2019 } from '../seeds.js'

type Sample = Omit<CaseOf<typeof xiaoshan2019> | CaseOf<typeof cnLicensing>, 'id'>

/** Cases to ask about, by what each shows. */
const SAMPLES = {
  early: {
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2019-07-01T09:12:00+08:00' },
      { type: 'completed', at: '2019-07-04T16:00:00+08:00' },
    ],
  },
  holiday: {
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2019-09-29T09:12:00+08:00' },
      { type: 'completed', at: '2019-10-10T16:00:00+08:00' },
    ],
  },
  late: {
    rule: 'gas-hookup',
    events: [
      { type: 'accepted', at: '2019-07-01T10:30:00+08:00' },
      { type: 'completed', at: '2019-07-22T09:20:00+08:00' },
    ],
  },
  night: {
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2019-07-05T20:15:00+08:00' },
      { type: 'completed', at: '2019-07-12T11:00:00+08:00' },
    ],
  },
  paused: {
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2026-11-23T10:00:00+08:00' },
      { type: 'paused', at: '2026-11-26T10:00:00+08:00' },
    ],
  },
  resumed: {
    rule: 'water-hookup',
    events: [
      { type: 'accepted', at: '2019-07-01T10:00:00+08:00' },
      { type: 'paused', at: '2019-07-05T10:00:00+08:00' },
      { type: 'resumed', at: '2019-07-25T15:00:00+08:00' },
      { type: 'completed', at: '2019-07-25T16:40:00+08:00' },
    ],
  },
  stages: {
    rule: 'business-setup',
    materials: 6,
    events: [
      { type: 'received', at: '2019-07-03T09:40:00+08:00' },
      { type: 'accepted', at: '2019-07-03T10:00:00+08:00' },
      { type: 'stage-started', at: '2019-07-03T10:00:00+08:00', stage: 'registration' },
      { type: 'stage-finished', at: '2019-07-03T14:30:00+08:00', stage: 'registration' },
      { type: 'stage-started', at: '2019-07-03T15:00:00+08:00', stage: 'seal' },
      { type: 'stage-started', at: '2019-07-03T15:30:00+08:00', stage: 'bank-account' },
      { type: 'stage-finished', at: '2019-07-03T16:00:00+08:00', stage: 'seal' },
      { type: 'stage-finished', at: '2019-07-04T10:10:00+08:00', stage: 'bank-account' },
      { type: 'stage-started', at: '2019-07-04T10:10:00+08:00', stage: 'tax-invoice' },
      { type: 'stage-finished', at: '2019-07-04T10:50:00+08:00', stage: 'tax-invoice' },
      { type: 'completed', at: '2019-07-04T10:52:00+08:00' },
    ],
  },
  hour: {
    rule: 'sixty-minute-certificate',
    events: [
      { type: 'received', at: '2019-07-03T11:30:00+08:00' },
      { type: 'accepted', at: '2019-07-03T11:35:00+08:00' },
      { type: 'completed', at: '2019-07-03T13:50:00+08:00' },
      { type: 'delivered', at: '2019-07-03T13:55:00+08:00' },
    ],
  },
  licence: {
    rule: 'ordinary-licence',
    events: [
      { type: 'accepted', at: '2019-07-01T10:00:00+08:00' },
      { type: 'paused', at: '2019-07-05T10:00:00+08:00', cause: 'hearing' },
      { type: 'resumed', at: '2019-07-22T10:00:00+08:00', cause: 'hearing' },
      { type: 'completed', at: '2019-08-09T15:00:00+08:00', result: 'granted' },
    ],
  },
  open: { rule: 'water-hookup', events: [{ type: 'accepted', at: '2026-11-23T09:30:00+08:00' }] },
} as const satisfies Readonly<Record<string, Sample>>

/** The sample cases by their ids, of which a session may change its own copy. */
export function sampleCases(): Record<string, CaseOf<typeof xiaoshan2019> | CaseOf<typeof cnLicensing>> {
  return Object.fromEntries(Object.entries(SAMPLES).map(([id, sample]) => [id, { id, ...sample }]))
}
