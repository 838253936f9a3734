#!/usr/bin/env node
import { env, stderr, stdout } from 'node:process'
import { version } from '../../package.json'
import { ServiceTimeError } from '../errors.js'
import { OUTPUT_FAILED } from '../messages/files.js'
import { EXIT } from './io.js'
import { isWrittenBeside, printerInto, printerTo } from './output.js'
import { runCommand } from './program.js'

const isColoured = stdout.isTTY === true && !env['NO_COLOR']

/** A full disk: nothing more can be written. */
const failed = (error: Error): never => {
  stderr.write(`${new ServiceTimeError(OUTPUT_FAILED, { file: 'standard output', problem: error.message }).message} [output-failed]\n`)
  process.exit(EXIT.bad)
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') failed(error)
})

// Where the error stream is a full disk nobody can be told so but by the status; the answers are still good.
let isUnheard = false
stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  isUnheard = true
  process.exitCode = EXIT.bad
})

const printer = stdout.isTTY !== true && isWrittenBeside(stdout.fd) ? printerInto(stdout.fd, failed) : printerTo(stdout)

const status = await runCommand(process.argv.slice(2), version, {
  ...printer,
  err: (text) => stderr.write(text),
  isColoured,
  isWatched: stderr.isTTY === true && stdout.isTTY !== true,
  interruption: () => {
    const controller = new AbortController()
    process.once('SIGINT', () => controller.abort())
    return controller.signal
  },
})
await printer.drain()
process.exitCode = isUnheard ? EXIT.bad : status
