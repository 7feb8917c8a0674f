// Addresses on a server, from the one at which it is reached.

/** `base` may end with slashes, `path` begins with one. */
export const addressAt = (base: string, path: `/${string}`): string =>
  `${base.replace(/\/{1,9}$/, '')}${path}`
