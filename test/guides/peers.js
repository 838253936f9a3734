/* Answers what other libraries make of questions in the words of the guide: JSON in, JSON out, in the zone of the process. */
import { readFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import * as dateFns from 'date-fns'
import dayjs from 'dayjs'
import businessTime from 'dayjs-business-time'

const { questions, holidays, hours } = JSON.parse(readFileSync(0, 'utf8'))

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const open = hours.map((session) => session.split('-')).map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }))

dayjs.extend(businessTime)
dayjs.setHolidays(holidays)
dayjs.setBusinessTime(Object.fromEntries(WEEK.map((day, i) => [day, i % 6 === 0 ? null : open])))

/** A date or an instant as each library wants it; dayjs-business-time is asked about dates at a time when the hall is open. */
const AS = {
  'date-fns': (text) => new Date(text.includes('T') ? text : `${text}T00:00`),
  'dayjs-business-time': (text, time = '10:00') => dayjs(text.includes('T') ? text : `${text}T${time}`),
  'chinese-days': (text) => text,
}

function answerTo({ expression, peer, given }) {
  const moments = ['day', 'other', 'at', 'until'].filter((name) => given[name] !== undefined)
  const names = { ...dateFns, ...chineseDays, ...given, ...Object.fromEntries(moments.map((name) => [name, AS[peer](given[name], given.time)])) }
  const keys = Object.keys(names).filter((name) => name !== 'default')
  const answer = new Function(...keys, `return ${expression}`)(...keys.map((key) => names[key]))
  const moment = answer instanceof Date ? dayjs(answer) : answer
  return dayjs.isDayjs(moment) ? moment.format(given.at === undefined ? 'YYYY-MM-DD' : 'YYYY-MM-DDTHH:mm') : answer
}

console.log(JSON.stringify(questions.map(answerTo)))
