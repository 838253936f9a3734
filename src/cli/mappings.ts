import { within } from '../errors.js'
import { type CsvMapping, mappingOf, readMapping } from '../stream/mapping.js'
import { decode, parseJson } from '../stream/text.js'
import { readBytes } from './io.js'

/** The mapping of a file, or of pairs such as `accepted=受理时间`; none where neither is given. */
export async function mappingNamed(file: string | undefined, pairs: Readonly<Record<string, string>> | undefined): Promise<CsvMapping | undefined> {
  if (file === undefined) return pairs && within({ path: '--column' }, () => mappingOf(pairs))
  const bytes = await readBytes(file)
  return within({ path: '--mapping' }, () => readMapping(parseJson(decode(bytes))))
}
