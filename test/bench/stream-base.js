/*
 * Reads a file and parses each line as JSON, and does nothing else: what all reading is measured by.
 */
import { createReadStream } from 'node:fs'

let rest = Buffer.alloc(0)
let cases = 0
for await (const chunk of createReadStream(process.argv[2], { highWaterMark: 256 * 1024 })) {
  const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    JSON.parse(bytes.toString('utf8', start, end))
    cases++
    start = end + 1
  }
  rest = bytes.subarray(start)
}
process.stderr.write(`${cases}\n`)
