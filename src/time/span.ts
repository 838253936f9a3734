import type { Instant } from './zone.js'

/** A half-open stretch of time `[start, end)`. */
export interface Span {
  readonly start: Instant
  readonly end: Instant
}

/** Sorts spans and joins those that overlap or touch; empty ones are kept only where nothing else covers them. */
export function merge(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged[merged.length - 1]
    if (last && span.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) as Instant }
    else merged.push(span)
  }
  return merged
}
