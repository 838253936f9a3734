/* Numbers that days and instants are reckoned with. Nothing is imported here, so that a bundler puts each where it is used. */

/** Milliseconds of a day without a change of the clock. */
export const MS_PER_DAY = 86_400_000

/** 0001-01-01 to 9999-12-31, as days and as instants in UTC: dates are written with four digits, so no year beyond can be named. */
export const FIRST_NAMED = -719_162
export const LAST_NAMED = 2_932_896
export const MIN_INSTANT = -62_135_596_800_000
export const MAX_INSTANT = 253_402_300_799_999

/** The sign bit of a 32-bit integer. */
export const SIGN = -0x8000_0000
