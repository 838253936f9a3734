/* The names in a policy as literal types, taken from the type of its text. */

type Versions<Rule> = Rule extends { readonly versions: readonly (infer V)[] } ? V : never
type VersionsOf<T> = T extends { readonly rules: infer Rules } ? Versions<Rules[keyof Rules]> : never
type KeysOf<V, Field extends string> = V extends { readonly [F in Field]?: infer Named } ? Keys<NonNullable<Named>> : never
/** `keyof never` is every key. */
type Keys<Named> = [Named] extends [never] ? never : keyof Named & string

/** The names of the rules. */
export type RuleNames<T> = T extends { readonly rules: infer Rules } ? keyof Rules & string : never

/** The names of the stages of all rules. */
export type StageNames<T> = KeysOf<VersionsOf<T>, 'stages'>

/** The names of the declared causes of all rules; none where there are none. */
export type DeclaredCauses<T> = KeysOf<VersionsOf<T>, 'causes'>

/** Where no causes are declared, any text is one. */
export type AnyIfNone<C extends string> = [C] extends [never] ? string : C

/** Causes that were declared; none where any text is one. */
export type NoneIfAny<C extends string> = string extends C ? never : C

/** The names that an event may give as the cause of a pause. */
export type CauseNames<T> = AnyIfNone<DeclaredCauses<T>>
