import cnSource from '../seeds/calendars/cn.json' with { type: 'json' }
import { createCalendar } from './calendar/calendar.js'

/**
 * The working days of mainland China: every State Council notice of 2007-2026, with the amendments of 2015, 2019 and 2020.
 *
 * Edges: knows 2007-01-01 to 2026-12-24; the days after may still be moved by the notice for 2027.
 * Source: State Council notices, each day with the number of its own.
 *
 * @example
 * cn.add('2019-04-26', 4) //=> '2019-05-05'
 */
export const cn = /* @__PURE__ */ createCalendar(cnSource)
