/*
 * Working time in other libraries, each on questions that it can answer. Chinese local time is told to them as UTC.
 */
import './utc.js'
import { addWithOpeningHours, dayjs, makeupDaysIn, moment, openingHours } from './peers.js'
import { ask, assertSame } from './support.js'
import { CHINA, clock, questionsOf, questionsWithout } from './time-questions.js'

const localOf = ({ at, endsAt }) => [at + CHINA, endsAt + CHINA]
const withDates = (question) => ({ ...question, dates: localOf(question).map((at) => new Date(at)) })
const withDayjs = (question) => ({ ...question, dayjs: localOf(question).map((at) => dayjs(at)) })
const withMoments = (question) => ({ ...question, moments: localOf(question).map((at) => moment(at)) })

// opening_hours takes make-up days as dated rules, of which it then looks at all.
const few = questionsOf(clock).slice(0, 50).map(withDates)
const withoutMakeups = questionsWithout(makeupDaysIn, 100)
const forDayjs = withoutMakeups.map(withDayjs)
const forMomentAdd = withoutMakeups.slice(0, 10).map(withMoments)
// moment-business-time takes the afternoon off what it has counted when the end lies before the lunch break.
const forMomentBetween = withoutMakeups
  .filter(({ end }) => end.slice(11) > '13:30')
  .slice(0, 20)
  .map(withMoments)

const ANSWERS = {
  'opening-hours': {
    add: ({ dates, ms }) => addWithOpeningHours(dates[0], ms),
    between: ({ dates }) => openingHours.getOpenDuration(dates[0], dates[1])[0],
  },
  dayjs: { add: ({ dayjs, minutes }) => dayjs[0].addBusinessMinutes(minutes), between: ({ dayjs }) => dayjs[0].businessMinutesDiff(dayjs[1]) },
  moment: {
    add: ({ moments, minutes }) => moments[0].clone().addWorkingTime(minutes, 'minutes'),
    between: ({ moments }) => moments[1].workingDiff(moments[0], 'minutes'),
  },
}

const added = ({ endsAt }) => endsAt + CHINA
const minutesBetween = ({ minutes }) => minutes

export function checkPeers() {
  const { 'opening-hours': openingHours, dayjs, moment } = ANSWERS
  assertSame('opening_hours add', few, added, openingHours.add)
  assertSame('opening_hours between', few, ({ ms }) => ms, openingHours.between)
  assertSame('dayjs add', forDayjs, added, (question) => dayjs.add(question).valueOf())
  assertSame('dayjs between', forDayjs, minutesBetween, dayjs.between)
  assertSame('moment add', forMomentAdd, added, (question) => moment.add(question).valueOf())
  assertSame('moment between', forMomentBetween, minutesBetween, moment.between)
}

const peer = (operation, name, label, asked, note) => ({
  id: `time ${operation} ${name}`,
  beside: `time ${operation} text`,
  label,
  size: asked.length,
  pass: ask(asked, ANSWERS[name][operation]),
  note,
})

const NO_MAKEUPS = 'same answers on spans without make-up days'

export const peers = [
  peer('add', 'opening-hours', 'opening_hours, by its iterator', few, 'same answers, make-up days written as dated rules'),
  peer('between', 'opening-hours', 'opening_hours `getOpenDuration`', few, 'same answers, make-up days written as dated rules'),
  peer('add', 'dayjs', 'dayjs-business-time `addBusinessMinutes`', forDayjs, NO_MAKEUPS),
  peer('between', 'dayjs', 'dayjs-business-time `businessMinutesDiff`', forDayjs, NO_MAKEUPS),
  peer('add', 'moment', "moment-business-time `addWorkingTime(n, 'minutes')`", forMomentAdd, NO_MAKEUPS),
  peer('between', 'moment', "moment-business-time `workingDiff(..., 'minutes')`", forMomentBetween, `${NO_MAKEUPS} that end after lunch`),
]
