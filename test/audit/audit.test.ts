import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.js', import.meta.url))

/** Runs the audit against a registry that answers every question with this. */
async function audit(status: number, answer: string, ...options: string[]) {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(request.method === 'POST' ? status : 404, { 'content-type': 'application/json' }).end(answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const child = spawn(process.execPath, [main, '--registry', `http://127.0.0.1:${port}/`, '--fetch-retries', '0', ...options])
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  server.close()
  return { out, err, code }
}

const WEAK = { id: 1, url: 'urn:advisory', title: 'Too trusting', severity: 'high', vulnerable_versions: '>=1.0.0' }

describe('the audit', () => {
  test('passes where nothing is known', async () => {
    const { out, err, code } = await audit(200, '{}')
    expect(out).toMatch(/^0 of \d+ packages/)
    expect([err, code]).toEqual(['', 0])
  })

  test('names what is known, and fails', async () => {
    const { out, err, code } = await audit(200, JSON.stringify({ zod: [WEAK] }))
    expect(err).toBe('high: zod >=1.0.0: Too trusting (urn:advisory)\n')
    expect(out).toMatch(/^1 of/)
    expect(code).toBe(1)
  })

  test('says that it has checked nothing where the registry does not answer, and fails unless that is allowed', async () => {
    const asked = await audit(405, '')
    expect(asked.err).toMatch(/^NOT CHECKED .* \(405 Method Not Allowed/)
    expect([asked.out, asked.code]).toEqual(['', 2])
    const optional = await audit(405, '', '--if-answered')
    expect([optional.err.slice(0, 11), optional.out, optional.code]).toEqual(['NOT CHECKED', '', 0])
  })
})
