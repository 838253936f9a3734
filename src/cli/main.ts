#!/usr/bin/env node
import { env, stderr, stdout } from 'node:process'
import { version } from '../../package.json'
import { ServiceTimeError } from '../errors.js'
import { OUTPUT_FAILED } from '../messages/files.js'
import { EXIT } from './io.js'
import { runCommand } from './program.js'

const isColoured = stdout.isTTY === true && !env['NO_COLOR']

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault. A full disk is one, and nothing more can be written.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  stderr.write(`${new ServiceTimeError(OUTPUT_FAILED, { file: 'standard output', problem: error.message }).message} [output-failed]\n`)
  process.exit(EXIT.bad)
})
stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommand(process.argv.slice(2), version, {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  pour: (bytes) => new Promise((resolve) => stdout.write(bytes, (error) => resolve(!error))),
  isColoured,
  isWatched: stderr.isTTY === true && stdout.isTTY !== true,
  interruption: () => {
    const controller = new AbortController()
    process.once('SIGINT', () => controller.abort())
    return controller.signal
  },
})
