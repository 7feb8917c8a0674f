// A line between a browser and a server on loopback: each direction takes its time, and an answer can be lost on the way
// after the request went through. It knows requests by their first bytes alone.

import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

export type SlowLine = Awaited<ReturnType<typeof openSlowLine>>

export const openSlowLine = async (to: string) => {
  const { hostname, port } = new URL(to)
  const line = { delayMs: 0, lose: null as null | 'at once' | 'with its first byte' }
  const open = new Set<Socket>()
  let lost = 0

  const pass = (from: Socket, into: Socket, seen: (chunk: Buffer) => boolean) => {
    from.on('data', chunk => {
      const goes = seen(chunk)
      if (goes) setTimeout(() => into.writable && into.write(chunk), line.delayMs)
    })
    from.on('end', () => setTimeout(() => into.end(), line.delayMs))
    from.on('error', () => into.destroy())
    from.on('close', () => setTimeout(() => into.destroy(), line.delayMs))
  }

  const server = createServer(client => {
    const upstream = dial(Number(port), hostname)
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.setNoDelay(true)
    }
    let isLost = false
    const drop = () => {
      lost += 1
      client.destroy()
    }
    pass(client, upstream, chunk => {
      if (line.lose === null || !chunk.toString('latin1').startsWith('POST /chat/enter/')) return true
      // The request itself still arrives: it is written before the client's end is.
      isLost = true
      upstream.write(chunk)
      if (line.lose === 'at once') setTimeout(drop, 3)
      return false
    })
    pass(upstream, client, () => {
      if (!isLost) return true
      if (!client.destroyed) drop()
      return false
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    /** Of each direction. */
    delay: (ms: number) => {
      line.delayMs = ms
    },
    /** From now on no answer to an entering comes through. */
    lose: (when: typeof line.lose) => {
      line.lose = when
    },
    lost: () => lost,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
