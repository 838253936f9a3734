/*
 * Working days in other libraries, each on questions that it can answer. Their date objects are made beforehand.
 */
import './utc.js'
import chineseDays from 'chinese-days'
import { addBusinessDays } from 'date-fns/addBusinessDays'
import { differenceInBusinessDays } from 'date-fns/differenceInBusinessDays'
import { cn } from '../../dist/index.js'
import { questions, questionsWithout } from './days-questions.js'
import { DateTime, dayjs, exceptionsIn, isWeekend, makeupDaysIn, moment } from './peers.js'
import { ask, assertSame, DAY } from './support.js'

const few = questions.slice(0, 1_000)
const withoutMakeups = questionsWithout(makeupDaysIn, 100).map((question) => ({
  ...question,
  // In the morning: before opening, dayjs-business-time counts from the day before.
  dayjs: [dayjs(`${question.start}T10:00`), dayjs(`${question.end}T10:00`)],
  luxon: DateTime.fromISO(question.start),
  moments: [moment(question.start), moment(question.end)],
}))
// A month of days costs moment-business-time ten milliseconds and more.
const forMoment = withoutMakeups.slice(0, 10)
const plainWeeks = questionsWithout(exceptionsIn, 1_000).map((question) => ({
  ...question,
  dates: [new Date(question.day * DAY), new Date(question.endDay * DAY)],
}))
// date-fns counts the first day and not the last, which between two working days comes to the same.
const plainWeekdays = plainWeeks.filter(({ day }) => !isWeekend(day))

const ANSWERS = {
  'chinese-days': {
    add: ({ n, start }) => chineseDays.findWorkday(n, start),
    count: ({ start, end }) => chineseDays.getWorkdaysInRange(start, end).length,
  },
  'date-fns': {
    add: ({ dates, n }) => addBusinessDays(dates[0], n),
    count: ({ dates }) => differenceInBusinessDays(dates[1], dates[0]),
  },
  dayjs: { add: ({ dayjs, n }) => dayjs[0].addBusinessDays(n), count: ({ dayjs }) => dayjs[0].businessDaysDiff(dayjs[1]) },
  luxon: { add: ({ luxon, n }) => luxon.plusBusiness({ days: n }) },
  moment: {
    add: ({ moments, n }) => moments[0].clone().addWorkingTime(n, 'days'),
    count: ({ moments }) => moments[1].workingDiff(moments[0], 'calendarDays'),
  },
}

const added = ({ end }) => end
const counted = ({ start, end }) => cn.count(start, end)

export function checkPeers() {
  const { 'chinese-days': chinese, 'date-fns': dateFns, dayjs, luxon, moment } = ANSWERS
  assertSame('chinese-days add', few, added, chinese.add)
  assertSame('chinese-days count', few, ({ start, end }) => cn.count(start, end, { bounds: '[]' }), chinese.count)
  assertSame('date-fns add', plainWeeks, added, (question) => dateFns.add(question).toISOString().slice(0, 10))
  assertSame('date-fns count', plainWeekdays, counted, dateFns.count)
  assertSame('dayjs add', withoutMakeups, added, (question) => dayjs.add(question).format('YYYY-MM-DD'))
  assertSame('dayjs count', withoutMakeups, counted, dayjs.count)
  assertSame('luxon add', withoutMakeups, added, (question) => luxon.add(question).toISODate())
  assertSame('moment add', forMoment, added, (question) => moment.add(question).format('YYYY-MM-DD'))
  assertSame('moment count', forMoment, counted, moment.count)
}

const peer = (operation, name, label, asked, note) => ({
  id: `days ${operation} ${name}`,
  beside: `days ${operation} text`,
  label,
  size: asked.length,
  pass: ask(asked, ANSWERS[name][operation]),
  note,
})

const NO_MAKEUPS = 'same answers on spans without make-up days'
const PLAIN_WEEKS = 'same answers on spans without holidays and make-up days'

export const peers = [
  peer('add', 'chinese-days', 'chinese-days `findWorkday`', few, 'same answers'),
  peer('count', 'chinese-days', 'chinese-days `getWorkdaysInRange`', few, 'same answers, both ends included'),
  peer('add', 'date-fns', 'date-fns `addBusinessDays`', plainWeeks, PLAIN_WEEKS),
  peer('count', 'date-fns', 'date-fns `differenceInBusinessDays`', plainWeekdays, `${PLAIN_WEEKS}, from a working day`),
  peer('add', 'dayjs', 'dayjs-business-time `addBusinessDays`', withoutMakeups, NO_MAKEUPS),
  peer('count', 'dayjs', 'dayjs-business-time `businessDaysDiff`', withoutMakeups, NO_MAKEUPS),
  peer('add', 'luxon', 'luxon-business-days `plusBusiness` (it does not count)', withoutMakeups, NO_MAKEUPS),
  peer('add', 'moment', "moment-business-time `addWorkingTime(n, 'days')`", forMoment, NO_MAKEUPS),
  peer('count', 'moment', "moment-business-time `workingDiff(..., 'calendarDays')`", forMoment, NO_MAKEUPS),
]
