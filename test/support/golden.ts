/* The golden answers of the model, section 9. Dates are written with their weekday, which is checked. */

/** An amount, its start and its end, and what goes wrong elsewhere. */
export type Row = readonly [amount: number, start: string, due: string, trap: string]

export const WORKING_DAYS: readonly Row[] = [
  [4, 'Fri 2019-04-26', 'Sun 2019-05-05', 'two make-up Sundays'],
  [2, 'Fri 2018-12-28', 'Wed 2019-01-02', 'days of 2018 in the 2019 notice'],
  [3, 'Wed 2020-01-22', 'Tue 2020-02-04', 'a holiday that was made longer'],
  [4, 'Wed 2016-08-31', 'Tue 2016-09-06', 'the national calendar, without the G20 days of Hangzhou'],
  [40, 'Thu 2019-08-01', 'Fri 2019-09-27', 'the day before a make-up weekend'],
  [3, 'Thu 2022-12-29', 'Wed 2023-01-04', 'a day of 2022 in the 2023 notice'],
  [5, 'Fri 2026-09-18', 'Thu 2026-09-24', 'Sunday 09-20 works'],
]

export const CALENDAR_DAYS: readonly Row[] = [[90, 'Wed 2019-07-03', 'Tue 2019-10-08', 'rolls over the whole holiday']]

export const MONTHS: readonly Row[] = [
  [6, 'Sat 2019-08-31', 'Mon 2020-03-02', 'no 31 February, then a Saturday'],
  [1, 'Sun 2011-08-28', 'Wed 2011-09-28', 'months count from the recorded day, though off'],
]

export const WORKING_HOURS: readonly Row[] = [[8, 'Mon 2019-05-06T10:00:00+08:00', 'Tue 2019-05-07T11:30:00+08:00', '6.5 open hours a day']]

export const WORKING_MINUTES: readonly Row[] = [[390, 'Mon 2019-05-06T09:00:00+08:00', 'Mon 2019-05-06T17:00:00+08:00', 'not 09:00 next day']]
