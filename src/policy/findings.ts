/** What lint can find, by name. */
export const FINDINGS = [
  'promised-longer-than-statutory',
  'stage-exceeds-whole',
  'units-differ',
  'limit-never-binds',
  'limit-never-kept',
  'versions-overlap',
  'versions-gap',
  'target-date-without-version',
  'citation-missing',
] as const

/** The name of a finding. */
export type FindingName = (typeof FINDINGS)[number]
