import type { NodeWords } from './words.js'

/** What Node's REPL writes, as an answer or as what was thrown. */
export interface Written {
  readonly text: string
  readonly isRefusal: boolean
}

/** Node's REPL puts this word before what was thrown, and by nothing else tells it from an answer. */
const UNCAUGHT = /^Uncaught(?: |:\n)/

/** What Node says of its own accord, in English alone, and what is said in its place. */
const OF_NODE: readonly (readonly [found: RegExp, said: keyof NodeWords, isRefusal: boolean])[] = [
  [/^Invalid REPL keyword\n$/, 'noCommand', true],
  [/^The "file" argument must be specified\n$/, 'noFile', true],
  [/^Failed to load: (.*) is not a valid file\n$/, 'notFile', true],
  [/^Failed to load: (.*)\n$/, 'notLoaded', true],
  [/^Failed to save: (.*)\n$/, 'notSaved', true],
  [/^Session saved to: (.*)\n$/, 'saved', false],
]

/** Tells what was thrown from answers, leaves out the word that Node puts before it, and says in a language what Node says of its own accord. */
export function sorted(text: string, words: NodeWords): Written {
  for (const [found, said, isRefusal] of OF_NODE) {
    const match = found.exec(text)
    if (match) return { text: `${words[said](match[1] ?? '')}\n`, isRefusal }
  }
  const isRefusal = text.endsWith('\n') && UNCAUGHT.test(text)
  return { text: isRefusal ? text.replace(UNCAUGHT, '') : text, isRefusal }
}
