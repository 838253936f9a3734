/* What the error of a case must say: which case, which event, what is wrong with it, and what would have been allowed. */

/** Faults of the case as a whole, by the path that they are told with. */
const OF_THE_CASE = {
  'value-invalid': /^(id|rule|materials|steps|events|)$/,
  'rule-unknown': /^rule$/,
  // Where a limit leads out of the calendar, and how its policy counts: neither is in the events.
  'outside-coverage': /^$/,
  'choice-unknown': /^convention\.pausedDay$/,
}

/** By code, what of its facts tells what would have been allowed; each must stand in the text. */
const ALLOWED = {
  'event-unknown': ({ allowed }) => allowed,
  'event-not-allowed': ({ allowed }) => allowed,
  'event-out-of-order': ({ previous }) => [previous],
  'pause-open': ({ cause }) => [cause],
  'pause-unclear': ({ open }) => open,
  'stage-unknown': ({ allowed }) => allowed,
  'stage-order': ({ stage }) => [stage],
  'cause-unknown': ({ allowed }) => allowed,
  'time-missing': ({ found }) => [`${found}T09:00`],
  'instant-invalid': () => ['2019-05-06T10:00:00+08:00'],
  'date-invalid': () => ['YYYY-MM-DD'],
  'outside-coverage': ({ from, to, side }) => [side === 'before' ? from : to],
  'unit-unknown': ({ allowed }) => allowed,
  'unit-ambiguous': ({ choices }) => choices,
  'amount-invalid': ({ unit }) => [unit],
  'limit-invalid': () => ['{ workingDays: 4 }'],
  'value-invalid': () => [],
  'rule-unknown': ({ nearest }) => nearest,
  'choice-unknown': ({ allowed }) => allowed,
}

/** A text of unknown origin as messages write it. */
const clipped = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\p{Cc}/gu, '\uFFFD')

/** What an error leaves unsaid that was thrown for a case; nothing if it says all. */
export function unsaid(error, file) {
  const id = typeof file?.id === 'string' && file.id !== '' ? file.id : undefined
  if (error.caseId !== id) return `names the case ${error.caseId}`
  const allowedOf = ALLOWED[error.code]
  if (!allowedOf) return 'has a code that no case should lead to'
  return placeUnsaid(error, file) ?? ['en', 'zh'].map((language) => textUnsaid(error, { id, language, allowedOf })).find(Boolean)
}

function placeUnsaid({ code, path, facts }, file) {
  if (OF_THE_CASE[code]?.test(path)) return undefined
  const index = Number(/^events\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN)
  if (!(index < (file?.events?.length ?? 0))) return `has the path "${path}"`
  return facts.index === undefined || facts.index === index ? undefined : `names event ${facts.index} and has the path "${path}"`
}

function textUnsaid(error, { id, language, allowedOf }) {
  const text = error.text(language)
  if (id !== undefined && !text.includes(clipped(id))) return `does not name the case in ${language}`
  const { index } = error.facts
  if (index !== undefined && !text.includes(language === 'en' ? `Event ${index + 1}` : `第 ${index + 1} 个`))
    return `does not count the event in ${language}`
  const allowed = allowedOf(error.facts)
  const missing = (Array.isArray(allowed) ? allowed : allowed[language]).find((one) => !text.includes(clipped(one)))
  return missing === undefined ? undefined : `does not say "${missing}" in ${language}`
}
