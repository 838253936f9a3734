/** A label to the right of the place that it tells of. */
export interface Flag {
  readonly x: number
  readonly width: number
}

/** A flag with its lane, counted from what it tells of. */
export type Placed<F extends Flag> = F & { readonly lane: number }

/**
 * Flags in lanes, such that no label lies over another, nor over the pole of another: from the right to the left, each in the lowest lane in
 * which it ends, with a gap, before those to its right begin.
 */
export function inLanes<F extends Flag>(flags: readonly F[], gap: number): readonly Placed<F>[] {
  const ordered = [...flags].sort((a, b) => b.x - a.x)
  const begins: number[] = []
  const placed = ordered.map((flag) => {
    // The poles of the lanes beyond go through this one.
    const free = begins.findIndex((_, lane) => flag.x + flag.width + gap <= Math.min(...begins.slice(lane)))
    const lane = free < 0 ? begins.length : free
    begins[lane] = flag.x
    return { ...flag, lane }
  })
  return placed.reverse()
}
