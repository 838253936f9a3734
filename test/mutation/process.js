/* The process that runs tests on changed sources, begun anew whenever an order has ended it. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { root } from './places.js'

const path = fileURLToPath(new URL('child.js', import.meta.url))
// A zone whose days are not those of the calendar's, so that a change that asks for the host's zone is noticed.
const env = { ...process.env, TZ: 'Pacific/Apia', PROPERTY_SHARE: process.env['PROPERTY_SHARE'] ?? '0.05' }

/** Gives orders one by one: `await ask(name, argument)` is the answer, or undefined where the order has ended the process. */
export function startProcess(folder) {
  let child
  const ask = (order, argument) =>
    new Promise((resolve, reject) => {
      child ??= fork(path, [folder], { cwd: root, env, execArgv: ['--max-old-space-size=1024'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
      const over = () => {
        child = undefined
        resolve(undefined)
      }
      child.once('exit', over)
      child.once('message', ({ answer, failure }) => {
        child.off('exit', over)
        if (failure === undefined) resolve(answer)
        else reject(new Error(failure))
      })
      child.send([order, argument])
    })
  return { ask, end: () => child?.kill() }
}
