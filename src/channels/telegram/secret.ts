// Compares the webhook's secret token in constant time, in plain code: a digest would cost every update a hop to
// another thread. Every character that was given is laid beside the secret's at its place, past its end beside
// filling, and no step branches on what it finds: how long it takes tells what was given and nothing of the secret.
// What a processor may still show is some nanoseconds, far below the noise of the network before it.

/** Longest secret that Telegram takes (Bot API, setWebhook). */
const longest = 256

/** Filled up, so that there is a character at every place that can be asked for; its true length goes beside it. */
type Known = { readonly filled: string; readonly length: number }

const same = (given: string, { filled, length }: Known): boolean => {
  let difference = given.length ^ length
  for (let index = 0; index < given.length; index += 1)
    difference |= given.charCodeAt(index) ^ filled.charCodeAt(index)
  return difference === 0
}

/** Whether a header's value is one of the secrets (two during a rotation). All are looked at, whichever fits. */
export const createSecretCheck = (secrets: readonly string[]) => {
  const known = secrets
    .filter(secret => secret !== '')
    .map((secret): Known => ({ filled: secret.padEnd(longest, '\0'), length: secret.length }))
  return (given: string | undefined): boolean => {
    if (given === undefined || given === '' || given.length > longest) return false
    let found = false
    for (const secret of known) found = same(given, secret) || found
    return found
  }
}
