/** What Node's REPL writes, as an answer or as what was thrown. */
export interface Written {
  readonly text: string
  readonly isRefusal: boolean
}

/** Node's REPL puts this word before what was thrown, and by nothing else tells it from an answer. */
const UNCAUGHT = /^Uncaught(?: |:\n)/
const NO_COMMAND = 'Invalid REPL keyword\n'
/** What `.load` and `.save` write where they cannot do so. */
const FAILED = /^Failed to (?:load|save): .*\n$/

/** Tells what was thrown from answers, and leaves out the word that Node puts before it. */
export function sorted(text: string, noCommand: () => string): Written {
  if (text === NO_COMMAND) return { text: `${noCommand()}\n`, isRefusal: true }
  if (FAILED.test(text)) return { text, isRefusal: true }
  const isRefusal = text.endsWith('\n') && UNCAUGHT.test(text)
  return { text: isRefusal ? text.replace(UNCAUGHT, '') : text, isRefusal }
}
