import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const plain = (text: string) => text.replace(/\s+/g, '')

/** The text of the work points of Xiaoshan 2019 as extracted from the published file, without the contact persons. */
const text = plain(readFileSync(fileURLToPath(new URL('xiaoshan-2019.txt', import.meta.url)), 'utf8'))

/** Whether the document has these words; line breaks and spaces, which the extraction has put in, are no part of them. */
export function isInDocument(words: string): boolean {
  return text.includes(plain(words))
}
