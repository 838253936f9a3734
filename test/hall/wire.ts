import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A wire to a server that can be cut and mended. */
export interface Wire {
  readonly port: number
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
}

/** Lays a wire to a server of this machine. */
export async function wireTo(server: URL): Promise<Wire> {
  const sockets = new Set<Socket>()
  const listener = createServer((near) => {
    const far = connect(Number(server.port), server.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      // A cut wire is no fault of the test.
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one))
    }
  })
  const listen = async (port: number) => {
    listener.listen(port, '127.0.0.1')
    await once(listener, 'listening')
    return (listener.address() as { readonly port: number }).port
  }
  const port = await listen(0)
  const cut = async () => {
    const closed = once(listener, 'close')
    listener.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return { port, cut, mend: async () => void (await listen(port)) }
}
