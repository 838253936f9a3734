export type { Theme } from './render/palette.js'
export { type TimelineOptions, timeline } from './render/timeline.js'
export { type YearCalendarOptions, yearCalendar } from './render/year-calendar.js'
