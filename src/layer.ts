/**
 * `service-time/layer`: days of your own: layers from JSON and from calendar files, and calendars as such files.
 *
 * @module
 */
export type { IcsEvent } from './layer/events.js'
export { readLayer } from './layer/read.js'
export { type IcsOptions, layerFromIcs } from './layer/read-ics.js'
export { layerSchema } from './layer/schema.js'
export { type IcsSpan, icsOf } from './layer/write-ics.js'
