// The signatures of robots that sign: HMAC-SHA-256 in base64, each maker in its own way.

/** 钉钉: the secret is the key, and signs the instant (milliseconds) and itself. */
export const signDingtalk = (secret: string, ms: number): Promise<string> => hmac(secret, `${ms}\n${secret}`)

/** 飞书: the instant (seconds) and the secret together are the key, and sign nothing. */
export const signFeishu = (secret: string, seconds: number): Promise<string> =>
  hmac(`${seconds}\n${secret}`, '')

const hmac = async (key: string, text: string): Promise<string> => {
  const bytes = (words: string) => new TextEncoder().encode(words)
  const made = await crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const signature = await crypto.subtle.sign('HMAC', made, bytes(text))
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
}
