// One delivery to the webhook over HTTP. Resolves with any answer; rejects when there is none.

import { type Agent, request } from 'node:http'

export interface WebhookAnswer {
  readonly status: number
  /** Whole seconds of a Retry-After header, else 0. */
  readonly retryAfter: number
  readonly body: string
}

/** Posts JSON as Telegram does: no redirects, keep-alive, the secret in its header. */
export function post(
  url: string,
  body: string,
  options: { readonly secret: string; readonly agent: Agent; readonly signal: AbortSignal },
): Promise<WebhookAnswer> {
  const { secret, agent, signal } = options
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'accept-encoding': 'gzip, deflate',
      ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    }
    const outgoing = request(url, { method: 'POST', headers, agent, signal }, incoming => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('close', () => reject(new Error('Webhook connection closed')))
      incoming.on('end', () => {
        const header = incoming.headers['retry-after'] ?? ''
        resolve({
          status: incoming.statusCode ?? 0,
          retryAfter: /^\d+$/u.test(header) ? Number(header) : 0,
          body: Buffer.concat(chunks).toString('utf8'),
        })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
