// Compares the webhook's secret token in constant time, in plain code: a digest would cost every update a hop to
// another thread. A given value is laid beside each secret over the longest length there is, and no step of the
// comparison branches on what it finds; so neither content nor length shows in the time it takes. What a processor
// may still tell is some nanoseconds, far below the noise of the network before it.

/** Longest secret that Telegram takes (Bot API, setWebhook). */
const longest = 256

/** Filled up to one length; the true length is compared by itself. */
type Padded = { readonly text: string; readonly length: number }

const padded = (text: string): Padded => ({ text: text.padEnd(longest, '\0'), length: text.length })

const same = (a: Padded, b: Padded): boolean => {
  let difference = a.length ^ b.length
  for (let index = 0; index < longest; index += 1)
    difference |= a.text.charCodeAt(index) ^ b.text.charCodeAt(index)
  return difference === 0
}

/** Whether a header's value is one of the secrets (two during a rotation). All are looked at, whichever fits. */
export const createSecretCheck = (secrets: readonly string[]) => {
  const known = secrets.filter(secret => secret !== '').map(padded)
  return (given: string | undefined): boolean => {
    if (given === undefined || given === '' || given.length > longest) return false
    const asked = padded(given)
    let found = false
    for (const secret of known) found = same(secret, asked) || found
    return found
  }
}
