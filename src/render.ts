/**
 * `service-time/render`: pictures: the line of time of a case, the calendar of a year, the page of a report.
 *
 * @module
 */
export { type ReportPageOptions, reportPage } from './render/page/report-page.js'
export type { Theme } from './render/palette.js'
export { type TimelineOptions, timeline } from './render/timeline.js'
export { type YearCalendarOptions, yearCalendar } from './render/year-calendar.js'
