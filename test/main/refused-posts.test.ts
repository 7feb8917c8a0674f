// Posts that are refused, over real HTTP: the connection of one that is too long ends with the answer, a form that is
// none is told so, and every answer carries the headers of the house.

import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endRefused } from '../../src/main/end-refused.ts'
import { type HttpServer, listen } from '../../src/main/http-server.ts'
import type { Browser } from '../channels/web/browser.ts'
import { type House, openHouse, origin } from '../channels/web/house.ts'

let house: House
let server: HttpServer
let visitor: Browser
beforeAll(async () => {
  house = await openHouse()
  const app = new Hono().use(endRefused)
  app.route('/', house.app)
  server = await listen(app, { port: 0, hostname: '127.0.0.1' })
  visitor = await house.entered()
})
afterAll(async () => {
  await server.end(0)
  await house.close()
})

/** Sends these bytes and gives back all that comes until the server ends the connection. */
const exchange = async (parts: readonly (string | Buffer)[]): Promise<string> => {
  const socket = connect(server.port, '127.0.0.1')
  const failed: Error[] = []
  socket.on('error', error => void failed.push(error))
  let answer = ''
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1')
  })
  for (const part of parts) socket.write(part)
  await once(socket, 'close')
  expect(failed).toEqual([])
  return answer
}

const head = (path: string, lines: readonly string[]): string =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    `Origin: http://127.0.0.1:${server.port}`,
    `Cookie: ${visitor.cookie()}`,
    ...lines,
    '\r\n',
  ].join('\r\n')

const json = 'Content-Type: application/json'
const megabyte = Buffer.alloc(1_000_000, 32)

describe('a post that is too long', () => {
  test.each([
    ['/chat/messages', json],
    ['/chat/say', 'Content-Type: application/x-www-form-urlencoded'],
    ['/chat/table', 'Content-Type: application/x-www-form-urlencoded'],
    ['/chat/files', 'Content-Type: multipart/form-data; boundary=x'],
  ])('to %s is answered, and then its connection ends', async (path, type) => {
    const parts = Array.from({ length: 6 }, () => megabyte)
    const answer = await exchange([head(path, [type, `Content-Length: ${6_000_000}`]), ...parts])
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/^connection: close\r$/im)
    expect(answer.match(/^HTTP\/1\.1 /gm)).toHaveLength(1)
  })

  test('ends its connection too when it comes in pieces and never said its length', async () => {
    const piece = `${megabyte.length.toString(16)}\r\n${megabyte.toString('latin1')}\r\n`
    const answer = await exchange([
      head('/chat/messages', [json, 'Transfer-Encoding: chunked']),
      ...[piece, piece, piece, '0\r\n\r\n'],
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/^connection: close\r$/im)
  })

  test('of a sender that stops in the middle is answered when it goes away, and harms nobody', async () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.write(head('/chat/messages', [json, 'Content-Length: 900000']))
    socket.write(megabyte.subarray(0, 300_000))
    await new Promise(done => setTimeout(done, 50))
    socket.destroy()
    const health = await fetch(`http://127.0.0.1:${server.port}/healthz`)
    expect(health.status).toBe(200)
  })
})

describe('a form that is none', () => {
  const posts = ['/chat/say', '/chat/table', '/chat/files'] as const
  const broken = [
    ['without a boundary', 'multipart/form-data', '--x\r\n'],
    [
      'that ends in the middle',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; na',
    ],
    ['with nothing of the kind in it', 'multipart/form-data; boundary=x', 'text=一'],
    ['of no bytes', 'multipart/form-data; boundary=x', ''],
  ] as const
  test.each(posts.flatMap(path => broken.map(each => [path, ...each] as const)))(
    'posted to %s %s is 400 and no failure of ours',
    async (path, _, type, body) => {
      const before = house.logged.length
      const answer = await visitor.request(path, { method: 'POST', headers: { 'content-type': type }, body })
      expect(answer.status).toBe(400)
      expect(house.logged.slice(before)).toEqual([])
    },
  )

  test('is told in words that keep what was typed: back, and never a reload', async () => {
    const headers = { 'content-type': 'multipart/form-data', accept: 'text/html' }
    const answer = await visitor.request('/chat/say', { method: 'POST', headers, body: '--x' })
    const page = await answer.text()
    expect(page).toContain('请返回')
    expect(page).not.toContain('刷新')
  })
})

describe('a form of more fields than any of ours', () => {
  const post = (path: string, type: string, body: string) =>
    visitor.request(path, { method: 'POST', headers: { 'content-type': type, accept: 'text/html' }, body })
  const parts = (count: number, boundary = 'x') =>
    `${`--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n`.repeat(count)}--${boundary}--\r\n`
  const multipart = 'multipart/form-data; boundary=x'
  const urlencoded = 'application/x-www-form-urlencoded'

  test.each([
    ['of 80,000 parts', '/chat/files', multipart, parts(80_000)],
    [
      'of 80,000 parts by a quoted boundary',
      '/chat/files',
      'multipart/form-data; boundary="x"',
      parts(80_000),
    ],
    ['of 2,500,000 pairs', '/chat/files', urlencoded, 'a&'.repeat(2_500_000)],
    ['of 4,000 parts', '/chat/say', multipart, parts(4_000)],
    ['of 100,000 pairs', '/chat/say', urlencoded, 'a&'.repeat(100_000)],
    ['of 100,000 pairs', '/chat/table', urlencoded, 'a&'.repeat(100_000)],
    ['of 8,000 pairs', '/chat/enter/invitation-code-number-0', urlencoded, 'a&'.repeat(8_000)],
    ['of 8,000 pairs', '/setup', urlencoded, 'a&'.repeat(8_000)],
  ])('%s to %s is refused before it is parsed', async (_, path, type, body) => {
    const answer = await post(path, type, body)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toMatch(/过多|过长|超过/)
  })

  test.each([
    ['two boundaries', 'multipart/form-data; boundary=y; boundary=x'],
    ['a boundary of 71 signs', `multipart/form-data; boundary=${'x'.repeat(71)}`],
  ])('and %s is 400', async (_, type) => {
    const boundary = type.slice(type.lastIndexOf('=') + 1)
    const fields = ['name="id"\r\n\r\none', 'name="file"; filename="a.txt"\r\n\r\na']
    const good = fields.map(field => `--${boundary}\r\nContent-Disposition: form-data; ${field}\r\n`).join('')
    for (const body of [parts(8_000, boundary), `${good}--${boundary}--\r\n`])
      expect((await post('/chat/files', type, body)).status).toBe(400)
  })

  test('is 400 as JSON, and no key of it is looked at', async () => {
    const keys = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 0]))
    expect((await visitor.json({ id: 'many', text: '帮助', ...keys })).status).toBe(400)
  })

  test('is none when what is sent has lines that look like parts of it', async () => {
    const form = new FormData()
    form.append('id', 'lines')
    form.append('file', new File(['\r\n--x'.repeat(1_000)], 'lines.txt'))
    expect((await visitor.request('/chat/files', { method: 'POST', body: form })).status).toBe(303)
  })
})

test.each(['/', '/nothing', '/healthz', '/readyz', '/chat', '/chat/nothing', '/telegram'])(
  '%s carries the headers of the house',
  async path => {
    const answer = await house.app.request(`${origin}${path}`)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  },
)
