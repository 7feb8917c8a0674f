// A personal link to the web chat.

/** `base` is where this server is reached: PUBLIC_URL, or its own address. */
export const webLink = (base: string, code: string): string =>
  `${base.replace(/\/{1,9}$/, '')}/chat/enter/${code}`
