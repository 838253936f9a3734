import { daysOfRun, marksOf } from '../calendar/notice.js'
import type { Layer } from '../calendar/source.js'
import { fail, quote } from '../errors.js'
import { check, textOf } from '../json/check.js'
import { LAYER_INVALID } from '../messages/layer.js'
import { parseDay } from '../time/day.js'
import { layerSchema } from './schema.js'

/**
 * Reads a layer from plain data, such as parsed JSON; nothing that the schema does not know is let through.
 *
 * Shape: `{ id, notices }` as in `seeds/schemas/layer.json`, to which `$schema` may point for an editor's sake.
 * Edges: what it lets through, `extend` takes on every calendar.
 * Throws: `layer-invalid` with the path of the first fault; for dates and runs of dates `date-invalid`, `value-invalid`;
 * `notice-contradiction` when two arrangements in force disagree on a day.
 *
 * @example
 * const order = { id: 'order-9', number: null, issued: '2019-08-09', covers: 2019, arrangements: [{ occasion: '台风', off: ['2019-08-09'], work: [] }] }
 * cn.extend(readLayer({ id: 'typhoon', notices: [order] })).day('2019-08-09').kind //=> 'closure'
 */
export function readLayer(value: unknown): Layer {
  const read = check(layerSchema, value)
  if ('fault' in read) {
    const { path, found, problem } = read.fault
    assertDays(path, found)
    return fail(LAYER_INVALID, { found: quote(found), problem }, { path: textOf(path) })
  }
  const { id, notices } = read.value
  marksOf(notices, 'layer')
  return { id, notices }
}

/** A date or a run says itself what is wrong with it, as it does when a calendar reads it. */
function assertDays(path: readonly PropertyKey[], found: unknown): void {
  const [list, key] = path.slice(-2)
  if (typeof found !== 'string') return
  if (key === 'issued') parseDay(found, textOf(path))
  if (list === 'off' || list === 'work') daysOfRun(found, textOf(path))
}
