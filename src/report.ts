/**
 * `service-time/report`: many assessments: counts, rates, time used, and lists of what is overdue or due soon.
 *
 * @module
 */
export type { TallyBasis } from './report/bases.js'
export type { Cell, CellCounts, CellKey } from './report/cell.js'
export { createDueList, type DueCase, type DueList, type DueOptions, type PressingKind, type RunningDueList } from './report/due.js'
export type { Cohort, Counts, Rate, TimeUsed } from './report/figures.js'
export type { Figures, Group, Grouping } from './report/group.js'
export type { ListedCase } from './report/listed.js'
export type { Saving, SpeedUp } from './report/speed-up.js'
export type { Spread } from './report/spread.js'
export { type CaseList, type Report, type ReportOptions, summarize } from './report/summarize.js'
export { createTally, mergeTallies, type RunningTally, type Tally, type TallyOptions } from './report/tally.js'
export type { Baselines, OpenCases, SetTarget, WhyUndecided } from './report/target.js'
