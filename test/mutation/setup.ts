import fc from 'fast-check'
import { cn } from 'service-time'
import { hall } from '../support/clocks.js'
import { runs } from '../support/runs.js'

// The same cases for every mutant, and no search for the smallest one once it is found.
fc.configureGlobal({ seed: 2019, numRuns: runs(100), endOnFailure: true })

// What is compiled once and kept would be put down to the test that asks first. Compiled before any test, it is put down to all.
cn.forecast('2026-11-23', 40)
cn.numeric.addWorkingDays(18_000, 4)
cn.columns.addWorkingDays(Int32Array.of(18_000), 4)
hall.deadline('2026-11-23T10:00', { workingMinutes: 60 })
hall.numeric.workingTimeBetween(1_557_108_000_000, 1_557_118_000_000)
