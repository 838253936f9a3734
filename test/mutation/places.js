import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** Where the scripts of a folder and what was found are kept. */
export const placeOf = (folder) => join(root, '.mutation', folder)
