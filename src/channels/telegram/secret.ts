// Constant-time comparison of the webhook's secret token. In plain code: a digest would cost every update a hop to
// another thread. Pads to 256, and no step branches on a difference.

/** Longest secret that Telegram takes (Bot API, setWebhook). */
const longestSecret = 256

/** Padded, so that every place that can be asked for has a character; its true length stands beside it. */
type PaddedSecret = { readonly padded: string; readonly length: number }

const isSame = (given: string, { padded, length }: PaddedSecret): boolean => {
  let difference = given.length ^ length
  for (let index = 0; index < given.length; index += 1)
    difference |= given.charCodeAt(index) ^ padded.charCodeAt(index)
  return difference === 0
}

/** Whether a header's value is one of the secrets (two during a rotation). All are looked at, also behind the one that fits. */
export const createSecretCheck = (secrets: readonly string[]) => {
  const padded = secrets
    .filter(secret => secret !== '')
    .map((secret): PaddedSecret => ({ padded: secret.padEnd(longestSecret, '\0'), length: secret.length }))
  return (given: string | undefined): boolean => {
    if (given === undefined || given === '' || given.length > longestSecret) return false
    let found = false
    for (const secret of padded) found = isSame(given, secret) || found
    return found
  }
}
