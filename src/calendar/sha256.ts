import { once } from '../time/once.js'

/*
 * SHA-256 of a text (FIPS 180-4), for the edition of a calendar. Browsers give theirs at a later time only, and what a package brings besides is several
 * times as much for each page to load.
 */

const BLOCK = 64

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/** Words by name: to take apart a list of them takes as long as the mixing. */
type State = Readonly<Record<(typeof NAMES)[number], number>>

/** The bits of the fractions of the roots of the first primes, of which the standard makes its constants. */
function fractionsOf(count: number, power: number): Int32Array {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  // A double has some twenty bits to spare behind those that are taken.
  return Int32Array.from(primes, (prime) => (prime ** power * 2 ** 32) | 0)
}

function initialState(): State {
  const fractions = fractionsOf(NAMES.length, 1 / 2)
  return Object.fromEntries(NAMES.map((name, i) => [name, fractions[i]])) as State
}

const constants = /* @__PURE__ */ once(() => ({ initial: initialState(), added: fractionsOf(BLOCK, 1 / 3) }))

/** The hash of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const { initial, added } = constants()
  const data = padded(new TextEncoder().encode(text))
  const words = new Int32Array(BLOCK)
  let state = initial
  for (let at = 0; at < data.byteLength; at += BLOCK) {
    fillWords(words, data, at)
    state = mixed(state, words, added)
  }
  return NAMES.map((name) => (state[name] >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Bytes with a closing bit and their number of bits, in whole blocks. */
function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK
  const whole = new Uint8Array(length)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setBigUint64(length - 8, BigInt(bytes.length * 8))
  return view
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function fillWords(words: Int32Array, data: DataView, at: number): void {
  for (let i = 0; i < 16; i++) words[i] = data.getInt32(at + 4 * i)
  for (let i = 16; i < BLOCK; i++) {
    const early = words[i - 15] as number
    const late = words[i - 2] as number
    const early0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const late1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[i] = (words[i - 16] as number) + early0 + (words[i - 7] as number) + late1
  }
}

function mixed(state: State, words: Int32Array, added: Int32Array): State {
  let { a, b, c, d, e, f, g, h } = state
  for (let i = 0; i < BLOCK; i++) {
    const chosen = (e & f) ^ (~e & g)
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (added[i] as number) + (words[i] as number)) | 0
    const most = (a & b) ^ (a & c) ^ (b & c)
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  return {
    a: (a + state.a) | 0,
    b: (b + state.b) | 0,
    c: (c + state.c) | 0,
    d: (d + state.d) | 0,
    e: (e + state.e) | 0,
    f: (f + state.f) | 0,
    g: (g + state.g) | 0,
    h: (h + state.h) | 0,
  }
}
