import { type CaseFile, clockFor, cnLicensing, type Explanation, explain, type Policy, xiaoshan2019 } from 'service-time'

export type Told = readonly [file: CaseFile, now: string, policy?: Policy]

const FILES: Readonly<Record<string, Told>> = {
  running: [{ id: 'A-1', rule: 'water-hookup', events: [{ type: 'accepted', at: '2019-09-29T09:12' }] }, '2019-10-08T10:00'],
  late: [
    {
      id: 'B-7',
      rule: 'water-hookup',
      events: [
        { type: 'accepted', at: '2019-07-01T09:12' },
        { type: 'completed', at: '2019-07-17T11:00' },
      ],
    },
    '2019-08-20T09:00',
  ],
  paused: [
    {
      id: 'L-1',
      rule: 'ordinary-licence',
      events: [
        { type: 'accepted', at: '2019-07-01T10:00' },
        { type: 'paused', at: '2019-07-05T10:00', cause: 'hearing' },
        { type: 'resumed', at: '2019-07-22T10:00' },
      ],
    },
    '2019-08-05T10:00',
    cnLicensing,
  ],
  stages: [
    {
      id: 'S-1',
      rule: 'business-setup',
      events: [
        { type: 'stage-started', at: '2019-07-03T11:00', stage: 'registration' },
        { type: 'stage-finished', at: '2019-07-03T14:00', stage: 'registration' },
        { type: 'stage-started', at: '2019-07-03T14:00', stage: 'seal' },
        { type: 'stage-started', at: '2019-07-03T15:30', stage: 'bank-account' },
        { type: 'stage-finished', at: '2019-07-04T10:00', stage: 'seal' },
      ],
    },
    '2019-07-04T11:00',
  ],
  weeks: [
    {
      id: 'P-90',
      rule: 'investment-project',
      events: [
        { type: 'stage-started', at: '2019-07-03T11:00', stage: 'project-approval' },
        { type: 'stage-finished', at: '2019-07-23T14:00', stage: 'project-approval' },
        { type: 'stage-started', at: '2019-08-15T11:30', stage: 'planning-permit' },
      ],
    },
    '2019-10-15T11:00',
  ],
}

export function explanationsOf(told: Readonly<Record<string, Told>>): Readonly<Record<string, Explanation>> {
  return Object.fromEntries(
    Object.entries(told).map(([name, [file, now, policy = xiaoshan2019 as Policy]]) => [
      name,
      explain(file, { policy, clock: clockFor(policy), now }),
    ]),
  )
}

/** Cases whose pictures show what pictures can show, by the name of the picture. */
export const EXPLANATIONS = explanationsOf(FILES)
