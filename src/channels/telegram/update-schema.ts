// The fields of an update that we use, checked at the border and tolerant to all others (Bot API, Update).
// A part that has another shape than Telegram's is as if it were not there; only `update_id` makes an update.

import * as z from 'zod'

const person = z.object({
  id: z.int(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().optional(),
})

const chat = z.object({ id: z.int(), type: z.string() })

/** Fields of content that a person can send besides text; of them only documents are read. Service messages are not among it. */
export const contentKinds = [
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'live_photo',
  'location',
  'paid_media',
  'photo',
  'poll',
  'rich_message',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
  'caption',
] as const

/** Loose: whether one of `contentKinds` is there is looked up only where there is no text. */
const message = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  edit_date: z.int().optional(),
  chat,
  from: person.optional(),
  text: z.string().optional(),
  media_group_id: z.string().optional(),
})

/** Under a button the message itself may be gone: a chat and an id stay. */
const tapped = z.object({ message_id: z.int(), chat })

const query = z.object({
  id: z.string().min(1),
  from: person,
  message: tapped.optional().catch(undefined),
  data: z.string().optional().catch(undefined),
})

const status = z.object({ status: z.string() })

const member = z.object({ chat, old_chat_member: status, new_chat_member: status })

/** A document as it hangs on a message; checked only where there is one. */
export const documentSchema = z.object({
  file_id: z.string().min(1),
  file_name: z.string().optional().catch(undefined),
  file_size: z.number().nonnegative().optional().catch(undefined),
})

export type Chat = z.infer<typeof chat>
export type Person = z.infer<typeof person>
export type Message = z.infer<typeof message>

/** A JSON value with this is an update. */
export const updateIdSchema = z.object({ update_id: z.int().nonnegative() })

export const updateSchema = updateIdSchema.extend({
  message: message.optional().catch(undefined),
  edited_message: message.optional().catch(undefined),
  callback_query: query.optional().catch(undefined),
  my_chat_member: member.optional().catch(undefined),
})
