// An update as the app understands it: what a person says, and what is not said to the bot at all.

import type { Update } from '@grammyjs/types'
import { describe, expect, test } from 'vitest'
import { read } from '../../../src/channels/telegram/read.ts'
import { cardId, edited, group, member, message, tapped } from './fixtures.ts'

const fetchFile = async (id: string) => new TextEncoder().encode(id)
const context = { username: 'nianbao_bot', now: 1_800_000_000_000, fetchFile }
const saidIn = (update: unknown) => {
  const reading = read(update, context)
  return reading?.type === 'incoming' ? reading.incoming.input : reading
}

describe('what a person says in the private chat', () => {
  test.each([
    ['a text', message({ text: '53项' }), { type: 'text', text: '53项' }],
    [
      'a text in several lines',
      message({ text: '（一）\n（二）' }),
      { type: 'text', text: '（一）\n（二）' },
    ],
    ['half a surrogate pair', message({ text: 'a\ud83d' }), { type: 'text', text: 'a\ufffd' }],
    ['a slash in a text', message({ text: '/（无）' }), { type: 'text', text: '/（无）' }],
    ['a command', message({ text: '/help' }), { type: 'command', name: 'help', argument: '' }],
    ['a command in capitals', message({ text: '/Help' }), { type: 'command', name: 'help', argument: '' }],
    [
      'an invitation',
      message({ text: '/start AbC-_9' }),
      { type: 'command', name: 'start', argument: 'AbC-_9' },
    ],
    ['our name', message({ text: '/help@Nianbao_Bot' }), { type: 'command', name: 'help', argument: '' }],
    ['the name of another', message({ text: '/help@other_bot' }), { type: 'unsupported' }],
    ['an edit', edited({ text: '35项' }), { type: 'edit', message: '77', text: '35项' }],
    ['a tap', tapped(), { type: 'choice', card: cardId, number: 2 }],
    ['a photo', message({ photo: [{ file_id: 'x' }], caption: '台账' }), { type: 'unsupported' }],
    ['a sticker', message({ sticker: { file_id: 'x' } }), { type: 'unsupported' }],
    ['a voice message', message({ voice: { file_id: 'x' } }), { type: 'unsupported' }],
    ['a document that is none', message({ document: { file_name: '稿.docx' } }), { type: 'unsupported' }],
    [
      'an animation, which Telegram shows as a document too',
      message({ animation: { file_id: 'x' }, document: { file_id: 'x', file_name: 'a.mp4' } }),
      { type: 'unsupported' },
    ],
    ['a place', message({ location: { latitude: 1, longitude: 2 } }), { type: 'unsupported' }],
    ['a poll', message({ poll: { id: '1' } }), { type: 'unsupported' }],
    ['a rich message', message({ rich_message: { blocks: [] } }), { type: 'unsupported' }],
  ])('%s is understood', (_, update, said) => {
    expect(saidIn(update)).toEqual(said)
  })

  test('a document is a file with its name and size, and is fetched only when it is read', async () => {
    const document = { file_id: 'x7', file_name: '年报（定稿）.docx', file_size: 31_000, mime_type: 'x' }
    const said = saidIn(message({ document, caption: '请收' }))
    expect(said).toMatchObject({ type: 'file', name: '年报（定稿）.docx', size: 31_000 })
    if (said?.type !== 'file') throw new Error('no file')
    expect(new TextDecoder().decode(await said.read())).toBe('x7')
    expect(saidIn(message({ document: { file_id: 'x' } }))).toMatchObject({
      type: 'file',
      name: '',
      size: null,
    })
  })

  test('each document of an album is read, its pictures are answered once', () => {
    const document = { file_id: 'x', file_name: '稿.docx' }
    expect(read(message({ document, media_group_id: 'g1' }), context)).toMatchObject({ album: null })
    expect(read(message({ photo: [], media_group_id: 'g1' }), context)).toMatchObject({ album: 'g1' })
  })

  test.each([
    '',
    'x',
    `${cardId}`,
    `${cardId}.`,
    `${cardId}.-1`,
    `${cardId}.1.2`,
    `${cardId}.99999`,
    `${cardId.toUpperCase()}.1`,
    `${cardId}.1\n`,
    `z${cardId.slice(1)}.1`,
    '🙂'.repeat(16),
    "'; drop table card; --",
  ])('forged data %j is a choice on no card', data => {
    expect(saidIn(tapped({ data }))).toEqual({ type: 'choice', card: '', number: 0 })
  })

  test('a tap without data is a choice on no card', () => {
    expect(saidIn(tapped({ data: undefined }))).toEqual({ type: 'choice', card: '', number: 0 })
  })

  test('carries who, where and when, in the waist’s own words', () => {
    expect(read(message({ text: '53项' }), context)).toEqual({
      type: 'incoming',
      tap: null,
      album: null,
      incoming: {
        id: '501',
        channel: 'telegram',
        chat: 'telegram:10001',
        person: 'telegram:10001',
        name: '丽 王',
        at: 1_700_000_000_000,
        input: { type: 'text', text: '53项' },
        message: '77',
      },
    })
  })

  test('an edit has the time of the edit, and a tap the time of its arrival and the id to answer', () => {
    const edit = read(edited({ text: '35项' }), context)
    expect(edit).toMatchObject({ incoming: { at: 1_700_000_060_000, message: '77' } })
    const tap = read(tapped(), context)
    expect(tap).toMatchObject({ tap: '4820000000000007', incoming: { at: context.now, message: '90' } })
  })

  test('a tap on a message that is gone still arrives', () => {
    const gone = { message_id: 12, chat: { id: 10001, type: 'private' }, date: 0 }
    expect(read(tapped({ message: gone }), context)).toMatchObject({ incoming: { message: '12' } })
    expect(read(tapped({ message: undefined }), context)).toMatchObject({
      incoming: { chat: 'telegram:10001', message: null },
    })
  })

  test('any name is taken for ours while ours is not known', () => {
    const reading = read(message({ text: '/help@whoever' }), { ...context, username: null })
    expect(reading).toMatchObject({ incoming: { input: { type: 'command', name: 'help' } } })
  })

  test('the pictures of one message share an album', () => {
    expect(read(message({ photo: [], media_group_id: 'g1' }), context)).toMatchObject({ album: 'g1' })
  })
})

describe('what is not said to the bot', () => {
  test.each([
    ['a block', member('member', 'kicked'), { type: 'reach', chat: 'telegram:10001', reachable: false }],
    ['a return', member('kicked', 'member'), { type: 'reach', chat: 'telegram:10001', reachable: true }],
    [
      'a group that adds the bot',
      member('left', 'member', group),
      { type: 'group', chatId: -1009, addressed: null },
    ],
    ['a group that promotes the bot', member('member', 'administrator', group), null],
    ['a group that removes the bot', member('member', 'kicked', group), null],
    [
      'a command in a group',
      message({ chat: group, text: '/start' }),
      { type: 'group', chatId: -1009, addressed: '' },
    ],
    [
      'a command in a group with a name',
      message({ chat: group, text: '/help@nianbao_bot' }),
      { type: 'group', chatId: -1009, addressed: 'nianbao_bot' },
    ],
    ['talk in a group', message({ chat: group, text: '53项' }), null],
    ['an edit in a group', edited({ chat: group, text: '53项' }), null],
    [
      'a tap in a group',
      tapped({ message: { message_id: 1, chat: group } }),
      { type: 'tap', tap: '4820000000000007' },
    ],
    ['another bot', message({ from: { id: 9, is_bot: true, first_name: 'b' }, text: 'x' }), null],
    ['a message from nobody', message({ from: undefined, text: 'x' }), null],
    ['a pinned message', message({ pinned_message: { message_id: 3 } }), null],
    ['an edited caption', edited({ caption: '稿' }), null],
    ['an unknown kind', { update_id: 9, purchased_paid_media: { from: { id: 1 } } }, null],
    ['a kind that does not exist yet', { update_id: 9, telepathy: true }, null],
    ['a message of another shape', { update_id: 9, message: { text: 1 } }, null],
    ['a message that is a word', { update_id: 9, message: 'hello' }, null],
    ['a tap of another shape', { update_id: 9, callback_query: { id: 5 } }, null],
    ['nothing', null, null],
    ['a number', 7, null],
    ['a list', [], null],
  ])('%s', (_, update, reading) => {
    expect(read(update, context)).toEqual(reading)
  })

  type Taken = 'update_id' | 'message' | 'edited_message' | 'callback_query' | 'my_chat_member'
  /** The compiler names a kind of the official types that is missing here. */
  const others: Record<Exclude<keyof Update, Taken>, null> = {
    channel_post: null,
    edited_channel_post: null,
    business_connection: null,
    business_message: null,
    edited_business_message: null,
    deleted_business_messages: null,
    guest_message: null,
    stopped_message_generation: null,
    message_reaction: null,
    message_reaction_count: null,
    inline_query: null,
    chosen_inline_result: null,
    shipping_query: null,
    pre_checkout_query: null,
    purchased_paid_media: null,
    poll: null,
    poll_answer: null,
    chat_member: null,
    chat_join_request: null,
    chat_boost: null,
    removed_chat_boost: null,
    managed_bot: null,
    subscription: null,
  }
  test.each(Object.keys(others))('an update of the kind %s says nothing, whatever stands in it', kind => {
    const { callback_query: tap } = tapped(message({ text: '53项' }).message)
    expect(read({ update_id: 9, [kind]: tap }, context)).toBeNull()
  })
})
