/*
 * Ends a process whose test takes more of the processor's time than it may. Time on the clock would not do: on a busy machine,
 * what is slow would pass for what hangs.
 */
import { workerData } from 'node:worker_threads'

const EVERY_MS = 100

let begun = -1
let usedBefore = 0

setInterval(() => {
  const { user, system } = process.cpuUsage()
  const used = (user + system) / 1_000
  const now = Atomics.load(workerData, 0)
  if (now !== begun) {
    begun = now
    usedBefore = used
  } else if (used - usedBefore > Atomics.load(workerData, 1)) {
    process.kill(process.pid, 'SIGKILL')
  }
}, EVERY_MS)
