// A client that takes too long is let go: for the head of a request, for its body, and in silence. Each test has one short
// limit and waits for the end of the connection, however late that comes.

import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { type HttpLimits, httpLimits, listen } from '../../src/main/http-server.ts'

const long = 3_600_000
const slow: HttpLimits = {
  ...{ headersTimeout: long, requestTimeout: long, silentMs: long },
  connectionsCheckingInterval: 20,
}
const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n'

/** All that comes to somebody who sends no more than this, until the server ends the connection. */
const answerTo = async (sent: string, limits: HttpLimits): Promise<string> => {
  const app = new Hono()
  app.post('/', async c => c.text(await c.req.text())).onError((_, c) => c.body(null, 500))
  const server = await listen(app, { port: 0, hostname: '127.0.0.1' }, limits)
  try {
    const socket = connect(server.port, '127.0.0.1')
    let answer = ''
    socket.on('data', chunk => {
      answer += String(chunk)
    })
    socket.on('error', () => {})
    if (sent !== '') socket.write(sent)
    await once(socket, 'close')
    return answer
  } finally {
    await server.end(0)
  }
}

test('a head that does not come to its end is answered with 408', async () => {
  expect(await answerTo(head, { ...slow, headersTimeout: 100 })).toMatch(/^HTTP\/1\.1 408 /)
})

test('a body that does not come to its end is answered with 408', async () => {
  const limits = { ...slow, headersTimeout: 100, requestTimeout: 100 }
  expect(await answerTo(`${head}\r\n12345`, limits)).toMatch(/^HTTP\/1\.1 408 /)
})

test.each([
  ['before its first request', ''],
  ['in the middle of a head', head],
  ['in the middle of a body', `${head}\r\n12345`],
])('a connection that is silent %s is closed', async (_, sent) => {
  expect(await answerTo(sent, { ...slow, silentMs: 100 })).toBe('')
})

test('a head has fifteen seconds, a request three minutes, and silence three quarters of one', () => {
  const { headersTimeout, requestTimeout, silentMs } = httpLimits
  expect([headersTimeout, requestTimeout, silentMs]).toEqual([15_000, 180_000, 45_000])
})
