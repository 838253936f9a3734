/** Whole numbers below a bound, the same for the same seed (Lehmer's generator, modulus 2^31 - 1). */
export function random(seed) {
  let state = (seed % 2_147_483_646) + 1
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647
    return state % bound
  }
}
