import type { PlotOptions } from '@observablehq/plot'

/** The plotting library, with a document that it draws in. */
export interface Plotter {
  readonly plotting: typeof import('@observablehq/plot')
  readonly document: NonNullable<PlotOptions['document']>
}

/** Loads the plotting library; nothing but a page of charts needs it, so nothing else waits for it. */
export async function loadPlotter(): Promise<Plotter> {
  const [plotting, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  return { plotting, document: parseHTML('<html></html>').document as unknown as Plotter['document'] }
}
