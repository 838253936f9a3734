/* Rules of your own, from JSON: a permit in 20 working days at an office that opens at half past eight. */
import { assess, cn, createClock } from 'service-time'
import { readPolicy } from 'service-time/policy'

const json = `{
  "id": "county-permits",
  "titles": { "zh": "县级许可时限", "en": "Permits of a county" },
  "source": {
    "titles": { "zh": "行政许可法", "en": "Administrative Licensing Law" },
    "issuer": { "zh": "全国人民代表大会常务委员会", "en": "Standing Committee of the National People's Congress" },
    "date": "2019-04-23",
    "status": "in-force"
  },
  "calendar": "cn",
  "hours": "county-hall",
  "timeZone": "Asia/Shanghai",
  "convention": "cn-hall",
  "departments": { "licensing": { "zh": "审批局", "en": "Licensing bureau" } },
  "rules": {
    "ordinary-permit": {
      "code": "P1",
      "titles": { "zh": "一般许可", "en": "Ordinary permit" },
      "departments": { "lead": ["licensing"], "responsible": [] },
      "versions": [
        {
          "from": "2019-04-23",
          "target": { "kind": "each", "limit": { "workingDays": 20 } },
          "measure": "span",
          "starts": "accepted",
          "stops": "completed",
          "citations": [{ "part": "body", "article": "42(1)", "quote": "自受理行政许可申请之日起二十日内作出行政许可决定" }]
        }
      ]
    }
  }
}`

const policy = readPolicy(JSON.parse(json))
const clock = createClock({ calendar: cn, hours: { workday: ['08:30-12:00', '14:00-17:30'] }, timeZone: policy.timeZone })

const { dueDate, dueAt, light } = assess(
  { id: 'P-7', rule: 'ordinary-permit', events: [{ type: 'accepted', at: '2020-01-06T09:00' }] },
  { policy, clock, now: '2020-02-03T09:00' },
)

export const answer = { dueDate, dueAt, light }
