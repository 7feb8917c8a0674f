// The largest that one message may cause: it is stored whole, on D1 too, where a parameter or a row holds 2 MB and the
// words of a statement 100 KB (D1, "Limits").

import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Card, Commit, PositionCommit } from '../../../src/app/ports/commit.ts'
import { longestNote, longestText, type Part, type StatedFigures } from '../../../src/engine/filing.ts'
import { type Focus, startFocus } from '../../../src/engine/focus.ts'
import { cellKey, textKey } from '../../../src/engine/form.ts'
import { documentOf } from '../../../src/storage/commit.ts'
import { roundStatement } from '../../../src/storage/round.ts'
import type { Bench } from '../store.ts'
import { ann, blank, changed, entry, everything, heard, now, part, put, say, seatOf, write } from './world.ts'

const han = '\u5e74'
const texts = ['preamble', 'overview', 'problems', 'other']
/** A text of the greatest length in five messages, with what JSON escapes. */
const parts: readonly Part[] = Array.from({ length: 5 }, (_, n) => ({
  ...part(`"${han.repeat(longestText / 5 - 2)}\n`),
  at: now + n,
}))
const keys = Array.from({ length: 200 }, (_, n) => `requests.not-processed-${n}.social-organization`)
const note = han.repeat(longestNote)
const pasted: StatedFigures = keys.map(key => [cellKey(key), 1, note])

type AtFiling = Omit<Commit, 'position' | 'card'> & { readonly position: PositionCommit; readonly card: Card }

const largest = (seat: Awaited<ReturnType<typeof seatOf>>): AtFiling => {
  const changes = [
    ...keys.map(key => put(key, entry(Number.MAX_SAFE_INTEGER, note))),
    ...texts.map(key => write(key, parts)),
  ]
  const whole = JSON.stringify(Object.fromEntries(texts.map(key => [key, parts.map(({ body }) => body)])))
  const commit = everything(seat, ann, changes)
  const filing = changed(seat, changes, { outline: whole, report: whole })
  const [line] = filing.audit
  const focus: Focus = {
    ...startFocus,
    question: {
      type: 'proposal',
      cells: pasted,
      totals: [],
      unsure: [],
      rest: null,
      untaken: [],
      message: null,
    },
    shown: Object.fromEntries(keys.map(key => [key, JSON.stringify([1, note])])),
    undo: [[write('overview', parts, parts)]],
  }
  const preview: Outgoing = { ...say(ann.chat), lines: [{ text: whole, style: 'plain' }] }
  return {
    ...commit,
    filings: [
      {
        ...filing,
        audit: keys.flatMap((cell, n) =>
          line ? { ...line, n: n + 1, cell, old: note, new: note, hash: 'f'.repeat(64) } : [],
        ),
      },
    ],
    position: { ...(commit.position as PositionCommit), focus },
    card: {
      ...(commit.card as Card),
      shown: focus.shown,
      choices: [{ event: { type: 'set', values: pasted, source: 'typed' }, label: 'yes' }],
    },
    outbox: [preview, ...commit.outbox],
  }
}

export const sizes = (bench: () => Bench): void => {
  describe('the largest commit', () => {
    test('is stored whole and comes back as it was', async () => {
      const { first, store } = bench()
      const commit = largest(await seatOf(first))
      expect(await first.commit(commit)).toBe('done')
      const fresh = store()
      const seat = await seatOf(fresh)
      expect(seat.focus).toEqual(commit.position?.focus)
      expect(seat.filing.entries.get(cellKey(keys[199] ?? ''))).toEqual(entry(Number.MAX_SAFE_INTEGER, note))
      for (const key of texts) expect(seat.filing.texts.get(textKey(key))).toEqual(parts)
      expect(await fresh.card(commit.card?.id ?? '', ann.person, ann.chat)).toEqual(commit.card)
      expect(await fresh.snapshot(blank.id, 1)).toEqual(commit.filings[0]?.snapshot)
      const mail = await fresh.lease(ann.chat, now, now + 1)
      expect(mail.map(({ outgoing }) => outgoing)).toEqual(commit.outbox)
      const filing = {
        ...changed(
          seat,
          texts.map(key => write(key, undefined, parts)),
        ),
        audit: [],
      }
      expect(await fresh.commit(heard({ filings: [filing] }))).toBe('done')
      expect((await seatOf(store())).filing.texts.size).toBe(0)
    })

    test('has no parameter that comes near the limit of D1', async () => {
      const commit = largest(await seatOf(bench().first))
      const { sql, params = [] } = roundStatement([documentOf({ commit, leaseUntil: null }, 'try')])
      const bytes = (text: string) => new TextEncoder().encode(text).length
      expect(bytes(sql)).toBeLessThan(10_000)
      for (const param of params)
        expect(typeof param === 'string' ? bytes(param) : (param as Uint8Array).length).toBeLessThan(
          1_500_000,
        )
    })
  })
}
