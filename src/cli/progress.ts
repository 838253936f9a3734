import type { Language } from '../errors.js'
import type { LongIo } from './io.js'

/** How far a run has come, shown on one line to somebody who looks. */
export interface Progress {
  /** The same chunks, counted. */
  readonly watching: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  readonly show: (cases: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

const EVERY_MS = 100
const WIDTH = 24
const CLEAR = '\r\u001b[K'

/** A bar with the rate and the time left where all sizes are known; without the end in sight, the count and the rate. */
export function createProgress(
  sizes: readonly (number | undefined)[],
  language: Language,
  { err, isWatched }: Pick<LongIo, 'err' | 'isWatched'>,
  now: () => number = () => performance.now(),
): Progress {
  if (!isWatched) return { watching: (chunks) => chunks, show: () => {}, end: () => {} }
  const total = sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  const start = now()
  let [read, shownAt] = [0, start]
  return {
    watching: async function* (chunks) {
      for await (const chunk of chunks) {
        read += chunk.length
        yield chunk
      }
    },
    show: (cases) => {
      const at = now()
      if (at - shownAt < EVERY_MS) return
      shownAt = at
      err(`${CLEAR}${lineOf({ cases, seconds: (at - start) / 1_000, share: total ? Math.min(1, read / total) : undefined }, language)}`)
    },
    end: () => {
      if (shownAt > start) err(CLEAR)
    },
  }
}

interface Stand {
  readonly cases: number
  readonly seconds: number
  readonly share: number | undefined
}

function lineOf({ cases, seconds, share }: Stand, language: Language): string {
  const { count, rate, left } = WORDS[language]
  const said = [count(grouped(cases)), rate(grouped(Math.round(cases / seconds)))]
  if (share === undefined) return said.join(' ')
  const filled = Math.round(share * WIDTH)
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${Math.floor(share * 100)}%`
  return [bar, ...said, ...(share > 0 ? [left(clockTime((seconds * (1 - share)) / share))] : [])].join(' ')
}

const WORDS: Readonly<Record<Language, Readonly<Record<'count' | 'rate' | 'left', (text: string) => string>>>> = {
  en: { count: (cases) => `${cases} cases,`, rate: (rate) => `${rate}/s`, left: (time) => `${time} left` },
  zh: { count: (cases) => `${cases} 件，`, rate: (rate) => `每秒 ${rate} 件`, left: (time) => `剩余 ${time}` },
}

const grouped = (count: number) => count.toLocaleString('en')

function clockTime(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
