/** Under this name a policy holds that it was checked; a copy that somebody makes of it, and may have changed, does not. */
const CHECKED = Symbol.for('service-time.checked')

/** Marks a policy that was checked and is frozen but for its outermost part, and freezes that. */
export function checked<T extends object>(policy: T): T {
  return Object.freeze(Object.defineProperty(policy, CHECKED, { value: true }))
}

/** Whether a policy was checked, so that nothing is missing in it and nobody can change it. */
export function isChecked(policy: object): boolean {
  return CHECKED in policy
}
