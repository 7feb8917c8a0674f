// One value for many, or none. It must not know what they are.

/** The one value that all of them are; null for none. */
export const same = <T>([first, ...more]: readonly T[]): T | null =>
  first !== undefined && more.every(each => each === first) ? first : null
