import { ServiceTimeError } from '../errors.js'
import { type CsvMapping, mappingOf, readMapping } from '../stream/mapping.js'
import { decode, parseJson } from '../stream/text.js'
import { readBytes } from './io.js'

/** The mapping of a file, or of pairs such as `accepted=受理时间`; none where neither is given. */
export async function mappingNamed(file: string | undefined, pairs: Readonly<Record<string, string>> | undefined): Promise<CsvMapping | undefined> {
  if (file !== undefined) return at('--mapping', await readBytes(file), (bytes) => readMapping(parseJson(decode(bytes))))
  return pairs && at('--column', pairs, mappingOf)
}

/** A fault is one of the option. */
function at<T, R>(option: string, value: T, read: (value: T) => R): R {
  try {
    return read(value)
  } catch (error) {
    if (!(error instanceof ServiceTimeError)) throw error
    const known = error as ServiceTimeError
    throw new ServiceTimeError(known.code, known.facts, { path: [option, known.path].filter(Boolean).join(' ') })
  }
}
