// A message as calls of the Bot API: sent, edited, closed, in several pieces, with a document.

import { describe, expect, test } from 'vitest'
import { write } from '../../../src/channels/telegram/write.ts'
import { cardId, choices, line, navigation, outgoing } from './fixtures.ts'

const file = { name: '年度报告.docx', mime: 'application/x', body: new Uint8Array([1, 2]) }
const asText = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } }
const twoButtons = {
  inline_keyboard: [
    [
      { text: '有', callback_data: `${cardId}.0` },
      { text: '没有', callback_data: `${cardId}.1` },
    ],
  ],
}
const card = outgoing({ kind: 'ask', lines: [line('有吗？')], choices: choices(['有', '没有']) })
const typed = outgoing({
  kind: 'ask',
  lines: [line('几项？')],
  choices: choices([], navigation),
  input: { type: 'number', placeholder: '如 53' },
})
const long = outgoing({ kind: 'ask', lines: [line('字'.repeat(5000))], choices: choices(['有', '没有']) })
const methods = (calls: ReturnType<typeof write>) =>
  calls?.map(({ method, optional }) => (optional ? `(${method})` : method))
const tidy = { chat_id: 10001, message_id: 40, reply_markup: { inline_keyboard: [] } }

describe('a message as calls', () => {
  test('is a new message when nothing is edited', () => {
    expect(write(card, null, null)).toEqual([
      {
        method: 'sendMessage',
        payload: { chat_id: 10001, text: '有吗？', ...asText, reply_markup: twoButtons },
        optional: false,
      },
    ])
  })

  test('makes no sound when it comes outside the hours', () => {
    expect(write({ ...card, isSilent: true }, null, null)?.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ disable_notification: true }),
    ])
  })

  test('edits the card that was tapped', () => {
    expect(write(card, '40', null)).toEqual([
      {
        method: 'editMessageText',
        payload: { chat_id: 10001, message_id: 40, text: '有吗？', ...asText, reply_markup: twoButtons },
        optional: false,
      },
    ])
  })

  test('edits without buttons when the new question is typed: an edit cannot carry that keyboard', () => {
    const [call] = write(typed, '40', null) ?? []
    expect(call?.method).toBe('editMessageText')
    expect(call?.payload).not.toHaveProperty('reply_markup')
    expect(write(typed, null, null)?.[0]?.payload).toHaveProperty('reply_markup.keyboard')
  })

  test('sends what is too long for one message in several, the buttons under the last', () => {
    const calls = write(long, null, null) ?? []
    expect(methods(calls)).toEqual(['sendMessage', 'sendMessage'])
    expect(calls[0]?.payload).not.toHaveProperty('reply_markup')
    expect(calls[1]?.payload).toHaveProperty('reply_markup', twoButtons)
  })

  test('sends what is too long for an edit below, and takes the old buttons away', () => {
    const calls = write(long, '40', null) ?? []
    expect(methods(calls)).toEqual(['(editMessageReplyMarkup)', 'sendMessage', 'sendMessage'])
    expect(calls[0]?.payload).toEqual(tidy)
  })

  test('takes the buttons from a message that closes', () => {
    const closing = outgoing({ kind: 'close', lines: [] })
    expect(write(closing, '40', null)).toEqual([
      { method: 'editMessageReplyMarkup', payload: tidy, optional: false },
    ])
    expect(write(closing, null, null)).toEqual([])
  })

  test('sends a document with its words as the caption', () => {
    expect(write(outgoing({ kind: 'file', lines: [line('送审稿', 'strong')] }), null, file)).toEqual([
      { method: 'sendChatAction', payload: { chat_id: 10001, action: 'upload_document' }, optional: true },
      {
        method: 'sendDocument',
        payload: {
          chat_id: 10001,
          document: { source: file.body, filename: '年度报告.docx' },
          caption: '<b>送审稿</b>',
          parse_mode: 'HTML',
        },
        optional: false,
      },
    ])
  })

  test('puts words over 1,024 units above the document, whole', () => {
    const calls = write(outgoing({ kind: 'file', lines: [line('字'.repeat(1025))] }), '40', file)
    expect(methods(calls)).toEqual([
      '(editMessageReplyMarkup)',
      'sendMessage',
      '(sendChatAction)',
      'sendDocument',
    ])
    expect(calls?.at(-1)?.payload).not.toHaveProperty('caption')
  })

  test('writes to groups, and to nobody outside Telegram', () => {
    expect(write(outgoing({ to: 'telegram:-1009' }), null, null)?.[0]?.payload).toMatchObject({
      chat_id: -1009,
    })
    for (const to of ['web:10001', 'telegram:', 'telegram:x', '10001'])
      expect(write(outgoing({ to }), null, null)).toBeNull()
  })

  test('sends anew when the message to edit has no number of Telegram’s', () => {
    expect(methods(write(card, 'abc', null))).toEqual(['sendMessage'])
  })

  test('cannot write nothing, nor a document that is not there', () => {
    expect(write(outgoing({ lines: [line(' ')] }), null, null)).toBeNull()
    expect(write(outgoing({ kind: 'file' }), null, null)).toBeNull()
  })
})
