import type { Basis } from '../case/assessment.js'
import { inOrder } from './order.js'

/** What the answers of a tally rest on; versions and instants of asking stand apart. */
export type TallyBasis = Omit<Basis, 'version' | 'now'>

/** What assessments rest on, and by when they were asked about. */
interface Told {
  readonly bases: readonly TallyBasis[]
  readonly asOf: { readonly first: string; readonly last: string } | null
}

/** What the cases of a tally rest on, as it gathers. */
export interface Bases {
  readonly add: (basis: Basis) => void
  readonly addAll: (told: Told) => void
  readonly told: () => Told
}

export function createBases(): Bases {
  const known = new WeakSet<Basis>()
  const byText = new Map<string, TallyBasis>()
  let first: string | undefined
  let last: string | undefined
  const addNow = (now: string) => {
    if (first === undefined || now < first) first = now
    if (last === undefined || now > last) last = now
  }
  const addBasis = (basis: TallyBasis) => byText.set(JSON.stringify(basis), basis)
  return {
    add: (basis) => {
      if (known.has(basis)) return
      known.add(basis)
      const { version: _, now, ...rest } = basis
      addNow(now)
      addBasis(rest)
    },
    addAll: ({ bases, asOf }) => {
      for (const basis of bases) addBasis(basis)
      for (const now of asOf ? [asOf.first, asOf.last] : []) addNow(now)
    },
    told: () => ({
      bases: [...byText].sort(([a], [b]) => inOrder(a, b)).map(([, basis]) => basis),
      asOf: first === undefined || last === undefined ? null : { first, last },
    }),
  }
}
