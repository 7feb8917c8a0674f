// Posts and guesses that come too often: told to wait, in words and in seconds; and an office behind one address comes
// in whatever others there tried.

import { describe, expect, test } from 'vitest'
import { guessLimit, postLimit } from '../../../src/app/limits.ts'
import { inHouse } from './house.ts'

describe('posts', () => {
  test(
    'of one session that come too often wait, and another session’s do not',
    inHouse(async house => {
      const [busy, other] = [await house.entered('李'), await house.entered('周')]
      const post = () => busy.json({ id: 'the-same', text: '帮助' })
      for (let n = 0; n < postLimit.each.capacity; n += 1) await post()
      const answer = await post()
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1'])
      expect(((await answer.json()) as { error: string }).error).toContain('过于频繁')
      for (const path of ['/chat/say', '/chat/table', '/chat/files'])
        expect((await busy.form(path, { id: 'x' })).status).toBe(429)
      expect((await busy.request('/chat')).status).toBe(200)
      expect((await other.json({ id: 'one', text: '帮助' })).status).toBe(200)
      house.clock.now += 1_000
      expect((await post()).status).toBe(200)
    }),
  )
})

describe('codes that open nothing', () => {
  test(
    'are counted and slowed, and one that opens is let in all the same',
    inHouse(async house => {
      const stranger = house.browser()
      const guess = (n: number) => stranger.request(`/chat/enter/${`${n}`.padStart(24, 'x')}`)
      for (let n = 0; n < guessLimit.each.capacity; n += 1) expect((await guess(n)).status).toBe(410)
      const answer = await guess(1_000)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '10'])
      expect((await stranger.enter('y'.repeat(24), '李')).status).toBe(429)
      const told = house.logged.filter(line => line.includes('web.wrong-codes'))
      expect(told).toEqual(['{"event":"web.wrong-codes","tried":1,"refused":0}'])
      const colleague = house.browser()
      expect((await colleague.enter(await house.invite(), '周')).status).toBe(303)
    }),
  )
})
