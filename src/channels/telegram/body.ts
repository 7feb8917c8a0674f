// Reads a request's body as text and never more of it than is allowed. A body that says its length is not opened as
// a stream: @hono/node-server would build a whole second Request for that.

import type { HonoRequest } from 'hono'

/** Null when it is longer than `maxBytes`. HTTP parsers hold a sender to the length it gave. */
export const readBody = async (request: HonoRequest, maxBytes: number): Promise<string | null> => {
  const given = request.header('content-length') ?? ''
  const told = /^\d+$/.test(given) && request.header('transfer-encoding') === undefined
  if (told) return Number(given) > maxBytes ? null : request.text()
  const reader = request.raw.body?.getReader()
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length
    if (size > maxBytes) return null
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}
