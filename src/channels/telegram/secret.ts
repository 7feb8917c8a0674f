// Compares the webhook's secret token in constant time. Digests are compared, so neither content nor length
// shows in the time it takes.

const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

const same = (a: Uint8Array, b: Uint8Array): boolean => {
  let difference = 0
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0)
  return difference === 0
}

/** Longest secret that Telegram takes (Bot API, setWebhook). */
const longest = 256

/** Whether a header's value is one of the secrets (two during a rotation). All are looked at, whichever fits. */
export const createSecretCheck = (secrets: readonly string[]) => {
  // Values and not promises are kept: workerd lets no request wait for another's promise.
  let known: readonly Uint8Array[] | null = null
  return async (given: string | undefined): Promise<boolean> => {
    if (given === undefined || given === '' || given.length > longest) return false
    known ??= await Promise.all(secrets.filter(secret => secret !== '').map(digest))
    const asked = await digest(given)
    let found = false
    for (const secret of known) found = same(secret, asked) || found
    return found
  }
}
