import { cnLicensing } from 'service-time'
import { explanationsOf, type Told } from './pictures.js'

const accepted = (at: string) => ({ type: 'accepted', at }) as const

const FILES: Readonly<Record<string, Told>> = {
  intake: [{ id: 'A-2', rule: 'water-hookup', events: [accepted('2019-07-06T10:00')] }, '2019-07-10T09:00'],
  hours: [{ id: 'S-2', rule: 'business-setup', events: [accepted('2019-05-06T10:00')] }, '2019-05-06T16:00'],
  rolled: [{ id: 'P-1', rule: 'investment-project', events: [accepted('2019-07-03T10:00')] }, '2019-09-20T10:00'],
  'kept-open': [
    {
      id: 'A-3',
      rule: 'water-hookup',
      events: [
        accepted('2019-07-01T10:00'),
        { type: 'paused', at: '2019-07-05T10:00', cause: 'site visit' },
        { type: 'resumed', at: '2019-07-25T15:00' },
      ],
    },
    '2019-07-25T16:00',
  ],
  extended: [
    {
      id: 'L-2',
      rule: 'ordinary-licence',
      events: [accepted('2019-07-01T10:00'), { type: 'extended', at: '2019-07-25T10:00', by: { workingDays: 10 }, reason: 'expert review' }],
    },
    '2019-07-29T10:00',
    cnLicensing,
  ],
  'late-by-a-saturday': [
    { id: 'A-4', rule: 'water-hookup', events: [accepted('2019-07-01T10:00'), { type: 'completed', at: '2019-07-06T10:00' }] },
    '2019-07-08T09:00',
  ],
  provisional: [{ id: 'A-5', rule: 'water-hookup', events: [accepted('2026-12-24T10:00')] }, '2026-12-25T09:00'],
}

/** Cases that show one rule of counting each, for the guides. */
export const RULES = explanationsOf(FILES)
