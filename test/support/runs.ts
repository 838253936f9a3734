/** Set where the whole suite runs many times over, as it does for every mutant: the part of its cases that a property is tried with. */
const SHARE = Number(process.env['PROPERTY_SHARE'] ?? 1)

/** How often a property is tried: as often as it says, unless only a share of that is asked for. */
export function runs(most: number): number {
  return Math.ceil(most * SHARE)
}
