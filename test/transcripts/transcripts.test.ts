// Whole conversations, replayed and compared word by word. `UPDATE_TRANSCRIPTS=1` writes what the bot says now:
// read the difference before you keep it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, play } from './play.ts'

const folder = import.meta.dirname
const names = readdirSync(folder).filter(name => name.endsWith('.txt'))

describe.each(names)('the conversation %s', name => {
  const file = resolve(folder, name)

  test('goes as it is written down', async () => {
    const written = readFileSync(file, 'utf8')
    const { text } = await play(parse(written))
    if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(file, text)
    else expect(text).toBe(written)
  })

  test('never apologises, never leaves a placeholder open, and never ends without a question', async () => {
    const { transcript } = await play(parse(readFileSync(file, 'utf8')))
    expect(transcript).not.toMatch(/\{\{|\{(?:unit|year)\}|undefined|NaN|\[object|对不起|屏幕上没有按钮|未找到要修改的/)
    expect(transcript.trimEnd().split('\n').at(-1)).toMatch(/\]$/)
  })
})
