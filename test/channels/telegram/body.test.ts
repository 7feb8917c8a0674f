// A request’s body is read up to its limit and no further, whatever length it tells.

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBody } from '../../../src/channels/telegram/body.ts'

const limit = 1000
const app = new Hono().post('/', async c => {
  const body = await readBody(c.req, limit)
  return body === null ? c.body(null, 413) : c.text(body)
})

const streamOf = (parts: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start: controller => {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
const bytes = (text: string) => new TextEncoder().encode(text)

/** In memory there is no length; over the wire fetch tells that of a text, and sends a stream in chunks. */
let server: ReturnType<typeof serve>
let url = ''
beforeAll(async () => {
  await new Promise<void>(resolve => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      url = `http://127.0.0.1:${port}/`
      resolve()
    })
  })
})
afterAll(() => new Promise(resolve => server.close(resolve)))

const post = (body: BodyInit | null): RequestInit & { duplex: 'half' } => ({
  method: 'POST',
  duplex: 'half',
  body,
})

describe.each([
  ['in memory', async (body: BodyInit | null) => app.request('/', post(body))],
  ['over the wire', async (body: BodyInit | null) => fetch(url, post(body))],
])('a body %s', (_, send) => {
  test.each(['', 'a', '年报🙂', 'x'.repeat(limit)])('is whole up to the limit: %#', async text => {
    const told = await send(text)
    expect([told.status, await told.text()]).toEqual([200, text])
    const chunked = await send(streamOf([...bytes(text)].map(byte => Uint8Array.of(byte))))
    expect([chunked.status, await chunked.text()]).toEqual([200, text])
  })

  test('is empty when there is none', async () => {
    const response = await send(null)
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  test('is refused above the limit, with its length and without', async () => {
    const long = 'x'.repeat(limit + 1)
    expect((await send(long)).status).toBe(413)
    expect((await send(streamOf([bytes(long)]))).status).toBe(413)
    expect((await send(streamOf(Array.from({ length: limit + 1 }, () => bytes('x'))))).status).toBe(413)
  })
})

describe('a length that is told', () => {
  test.each(['1001', '99999999999999999999'])('above the limit is believed unread: %s', async length => {
    const request = new Request('http://x/', { ...post('x'), headers: { 'content-length': length } })
    expect((await app.request(request)).status).toBe(413)
    expect(request.bodyUsed).toBe(false)
  })

  test.each<Record<string, string>>([
    { 'content-length': '-1' },
    { 'content-length': 'x' },
    { 'content-length': '' },
    { 'content-length': '1', 'transfer-encoding': 'chunked' },
  ])('is not believed when it is none: %j', async headers => {
    const body = 'x'.repeat(limit + 1)
    expect((await app.request('/', { ...post(body), headers })).status).toBe(413)
  })
})
