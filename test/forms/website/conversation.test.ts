// A second obligation is filed from beginning to end in the terminal: every kind of answer, a table without a gate, a
// computed sum of money, a text rule. `UPDATE_TRANSCRIPTS=1` writes what the bot says now.

import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, play } from '../../transcripts/play.ts'
import { both, wordsOfBoth } from './books.ts'

describe.each(['website-2025.txt'])('the conversation %s', name => {
  const file = resolve(import.meta.dirname, name)

  test('goes as it is written down', async () => {
    const written = readFileSync(file, 'utf8')
    const { text } = await play(parse(written, both, wordsOfBoth))
    if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(file, text)
    else expect(text).toBe(written)
  })

  test('never names the other statute', async () => {
    const { transcript } = await play(parse(readFileSync(file, 'utf8'), both, wordsOfBoth))
    expect(transcript).not.toMatch(/信息公开|申请|六个|表二|表三|表四|\{\{|undefined|NaN|\[object|对不起/)
  })
})
