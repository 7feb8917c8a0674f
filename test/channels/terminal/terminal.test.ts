// A session: lines in, turns out, and what the bot is told.

import { describe, expect, test } from 'vitest'
import type { Incoming, Outgoing } from '../../../src/app/message.ts'
import { createTerminal } from '../../../src/channels/terminal/terminal.ts'
import { card, message } from './messages.ts'

/** A bot that answers each line with the next of these messages; `edits` names the channel's message. */
const sessionWith = (...answers: readonly (readonly [Outgoing, string | null])[]) => {
  const heard: Incoming[] = []
  const files: string[] = []
  const terminal = createTerminal({
    speakers: { person: '填报人', bot: '机器人' },
    mistyped: ({ type, said }) => `${type} ${said}`,
    print: () => {},
    onFile: file => files.push(file.name),
    now: () => 7,
    invitation: 'the-code-of-a-link',
  })
  const run = (...lines: readonly string[]) =>
    terminal.run(lines, {
      receive: async incoming => {
        const [outgoing, edits] = answers[heard.length] ?? [message('z', '好'), null]
        heard.push(incoming)
        const file =
          outgoing.kind === 'file' ? { name: '年报.docx', mime: '', body: new Uint8Array(3) } : null
        await terminal.channel.send(outgoing, edits, file, async () => true)
        return { repeat: false, notice: outgoing.kind === 'close' ? '已失效' : null }
      },
      quiet: async () => {},
    })
  return { heard, files, run, transcript: terminal.transcript }
}

test('the transcript has every turn behind its speaker, further lines below the first', async () => {
  const { run, transcript } = sessionWith(
    [card('a', '您好。|有没有？', ['有', '-帮助']), null],
    [message('b', '记下了'), '2'],
  )
  await run('/start', '[有]')
  expect(transcript()).toBe(
    [
      '填报人 /start',
      '机器人 您好。',
      '       有没有？',
      '       [有]',
      '       [帮助]',
      '',
      '填报人 [有]',
      '机器人 ✎ 记下了',
      '',
    ].join('\n'),
  )
})

test('both sides count their messages in one row; taps and edits are no message', async () => {
  const { heard, run } = sessionWith([card('a', '有没有？', ['有']), null])
  await run('/start', '[有]', '53项', 'edit "53项": 35项')
  expect(heard.map(incoming => incoming.message)).toEqual(['1', null, '4', null])
  expect(heard[3]?.input).toEqual({ type: 'edit', message: '4', text: '35项' })
  expect(new Set(heard.map(incoming => incoming.id)).size).toBe(4)
})

test('an edited message is found by its new words', async () => {
  const { heard, run } = sessionWith()
  await run('53项', 'edit "53项": 35项', 'edit "35项": 36项')
  expect(heard[2]?.input).toEqual({ type: 'edit', message: '1', text: '36项' })
})

test('opening the bot takes the invitation of the session', async () => {
  const { heard, run } = sessionWith()
  await run('/start', '/help')
  expect(heard.map(({ input }) => input)).toMatchObject([
    { type: 'command', name: 'start', argument: 'the-code-of-a-link' },
    { type: 'command', name: 'help', argument: '' },
  ])
})

describe('lines', () => {
  test('that end in a backslash go on with the next one', async () => {
    const { heard, run, transcript } = sessionWith()
    await run('第一段\\', '第二段\\', '', '第三段\\')
    expect(heard.map(({ input }) => input)).toEqual([
      { type: 'text', text: '第一段\n第二段\n' },
      { type: 'text', text: '第三段' },
    ])
    expect(transcript()).toContain('填报人 第一段\n       第二段\n')
  })

  test('that are empty say nothing', async () => {
    const { heard, run } = sessionWith()
    await run('', '   ')
    expect(heard).toEqual([])
  })

  test('that name no place of a button are answered on the spot, and brackets around no button are text', async () => {
    const { heard, run, transcript } = sessionWith()
    await run('#1')
    expect(heard).toEqual([])
    expect(transcript()).toContain('机器人 no-button #1')
    await run('[有]')
    expect(heard).toMatchObject([{ input: { type: 'text', text: '[有]' } }])
  })
})

test('a card that was closed has no buttons any more, and a word on the tap is shown', async () => {
  const { heard, run, transcript } = sessionWith(
    [card('a', '有没有？', ['有']), null],
    [message('b', '', { kind: 'close', edits: 'a' }), '2'],
  )
  await run('/start', '好', '[有]')
  expect(transcript()).toContain('ⓘ 已失效')
  expect(heard.at(-1)).toMatchObject({ input: { type: 'text', text: '[有]' } })
})

test('a document is handed over and named', async () => {
  const { files, run, transcript } = sessionWith([message('a', '送审稿', { kind: 'file' }), null])
  await run('生成')
  expect(files).toEqual(['年报.docx'])
  expect(transcript()).toContain('📄 年报.docx')
})
