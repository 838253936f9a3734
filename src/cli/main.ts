#!/usr/bin/env node
import { env, stderr, stdout } from 'node:process'
import { version } from '../../package.json'
import { runCommand } from './program.js'

const isColoured = stdout.isTTY === true && !env['NO_COLOR']

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommand(process.argv.slice(2), version, {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  isColoured,
})
