/*
 * The contests of cases in a process of their own, as its measurements in JSON: that of the kind that is named, or all in turns.
 * What other libraries make an engine give up for the rest of its process is no cost of a verdict.
 */
import './utc.js'
import * as cases from './cases.js'
import { inTurns } from './support.js'

const [, , kind] = process.argv
// Answers are compared where all kinds are asked about.
if (kind === undefined) cases.check()
const cost = await inTurns(
  cases.contests.filter(({ of }) => kind === undefined || of === kind),
  () => {},
)
console.log(JSON.stringify([...cost]))
