import fc from 'fast-check'
import { runs } from './runs.js'

/*
 * How often a property is tried that does not say so itself: 100 times, unless a share of all is asked for.
 */
fc.configureGlobal({ numRuns: runs(100) })
