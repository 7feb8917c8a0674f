// Secrets at rest: a code or token is stored only as its hash. Bytes as hex text stand here too.

/** SHA-256 of a code or token, in hex. */
export const hashOf = async (code: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code))
  return hex(new Uint8Array(digest))
}

const digits: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Two hex digits each. */
export const hex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += digits[byte]
  return text
}
