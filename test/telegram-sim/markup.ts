// reply_markup as the server judges it (Client.cpp, get_reply_markup; tdlib, ReplyMarkup.cpp):
// what is refused, and what is silently dropped (buttons without text, beyond the 12th of a row).

import { bad } from './refusal.ts'
import type { Button, Fields, Markup } from './types.ts'

const MAX_BUTTONS = 100
const MAX_IN_ROW = 12
const INLINE_KINDS = [
  'url',
  'callback_data',
  'copy_text',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'callback_game',
  'pay',
]

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function inlineButton(value: unknown): Button {
  const fail = (reason: string): never => bad(`Can't parse inline keyboard button: ${reason}`)
  if (!isRecord(value)) return fail('InlineKeyboardButton must be an Object')
  if (value.text === undefined) fail(`Can't find field "text"`)
  if (typeof value.text !== 'string') fail('Field "text" must be of type String')
  if (!INLINE_KINDS.some(kind => value[kind] !== undefined)) {
    fail('Text buttons are unallowed in the inline keyboard')
  }
  if (
    value.url !== undefined &&
    !/^(https?|tg|ton):\/\/\S+$|^[\w-]+(\.[\w-]+)+\S*$/iu.test(String(value.url))
  ) {
    bad(`Inline keyboard button URL '${String(value.url)}' is invalid: Wrong HTTP URL`)
  }
  if (value.callback_data !== undefined) {
    if (typeof value.callback_data !== 'string') fail('Field "callback_data" must be of type String')
    const size = Buffer.byteLength(String(value.callback_data))
    if (size < 1 || size > 64) bad('BUTTON_DATA_INVALID')
  }
  if (value.copy_text !== undefined) {
    const copied = isRecord(value.copy_text) ? value.copy_text.text : undefined
    if (typeof copied !== 'string') fail(`Can't find field "text"`)
    else if (copied.length < 1 || copied.length > 256) bad('BUTTON_COPY_TEXT_INVALID')
  }
  return value as Button
}

function plainButton(value: unknown): Button {
  const fail = (reason: string): never => bad(`Can't parse keyboard button: ${reason}`)
  if (typeof value === 'string') return { text: value }
  if (!isRecord(value)) return fail('KeyboardButton must be a String or an Object')
  if (typeof value.text !== 'string') return fail(`Can't find field "text"`)
  return value as Button
}

function readRows(value: unknown, refusal: string, read: (button: unknown) => Button): Button[][] {
  if (!Array.isArray(value)) return bad(refusal)
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row.map(read) : bad(refusal)))
  const kept = rows
    .map(row => row.filter(button => button.text !== '').slice(0, MAX_IN_ROW))
    .filter(row => row.length > 0)
  if (kept.flat().length > MAX_BUTTONS) bad('reply markup is too long')
  return kept
}

/** Documented as 1–64 characters; the description's words are ours. */
function readPlaceholder(value: unknown): { placeholder?: string } {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'string') return bad('Field "input_field_placeholder" must be of type String')
  if (value.length < 1 || value.length > 64) return bad('BUTTON_INPUT_PLACEHOLDER_INVALID')
  return { placeholder: value }
}

/** Reads a reply_markup parameter: an object of a JSON body, or the JSON text of one. */
export function readMarkup(value: unknown): Markup {
  if (value === undefined || value === null || value === '') return { type: 'none' }
  if (!isRecord(value)) {
    return bad(
      typeof value === 'string'
        ? "Can't parse reply keyboard markup JSON object"
        : 'Object expected as reply markup',
    )
  }
  const placeholder = readPlaceholder(value.input_field_placeholder)
  if (value.keyboard !== undefined) {
    const rows = readRows(value.keyboard, 'Field "keyboard" must be an Array of Arrays', plainButton)
    if (rows.length > 0) return { type: 'keyboard', rows, ...placeholder }
  }
  if (value.inline_keyboard !== undefined) {
    const refusal = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    const rows = readRows(value.inline_keyboard, refusal, inlineButton)
    if (rows.length > 0) return { type: 'inline', rows }
  }
  if (value.remove_keyboard === true) return { type: 'remove' }
  if (value.force_reply === true) return { type: 'force', ...placeholder }
  return { type: 'none' }
}
