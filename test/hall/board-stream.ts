import type { Hall } from './hall.js'

/** A page that looks at the board, as far as the server can tell: every board that it was sent, in the order of their coming. */
export interface Watcher {
  /** The lights of each board, by case, as `XS-2027-0001 yellow`. */
  readonly boards: readonly (readonly string[])[]
  /** Waits until so many boards have come. */
  readonly until: (count: number) => Promise<void>
  readonly leave: () => void
}

export async function watch(hall: Hall): Promise<Watcher> {
  const leaving = new AbortController()
  const response = await fetch(`${hall.url}/board/stream?lang=en`, { signal: leaving.signal })
  if (response.headers.get('content-type') !== 'text/event-stream' || !response.body) throw new Error('The board is no stream.')
  const boards: (readonly string[])[] = []
  const waiting = new Set<() => void>()
  const come = (text: string) => {
    boards.push([...text.matchAll(/<tr id="([^"]+)" data-light="([^"]+)"/g)].map(([, id, light]) => `${id} ${light}`))
    for (const wake of waiting) wake()
  }
  const reading = read(response.body.pipeThrough(new TextDecoderStream()), come)
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        if (boards.length < count) return
        waiting.delete(wake)
        resolve()
      }
      waiting.add(wake)
      wake()
    })
  const leave = () => leaving.abort()
  await Promise.race([until(1), reading])
  return { boards, until, leave }
}

/** An event ends with an empty line. The stream ends when the test leaves it, or when its hall is gone. */
async function read(stream: ReadableStream<string>, come: (text: string) => void): Promise<void> {
  let text = ''
  try {
    for await (const part of stream) {
      const events = `${text}${part}`.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) come(event)
    }
  } catch (error) {
    if (!(error instanceof Error) || !/abort|terminated/i.test(`${error.name} ${error.message}`)) throw error
  }
}
