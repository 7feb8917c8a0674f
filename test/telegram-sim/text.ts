// The rules for a message's text and caption: raw size in bytes, entities, cleaning and trimming,
// and only then the length in UTF-16 units (Client.cpp, get_formatted_text; MessageEntity.cpp, fix_formatted_text).

import { parseHtml } from './html.ts'
import { bad } from './refusal.ts'
import type { Entity, Fields, FormattedText } from './types.ts'

export const MESSAGE_UNITS = 4096
const CAPTION_UNITS = 1024
const RAW_BYTES = 32_768

const ENTITY_TYPES = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler ' +
    'blockquote expandable_blockquote code pre text_link text_mention custom_emoji'
  ).split(' '),
)
const REMOVED = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that Telegram turns into spaces
const SPACED = /[\0-\x09\x0b\x0c\x0e-\x1f]/u
const BLANK = /[\s\u200b-\u200f\u2060-\u2064\ufeff]/u

function readEntities(value: unknown): Entity[] {
  if (!Array.isArray(value)) return []
  return value.map((item: unknown) => {
    const fail = (reason: string): never => bad(`Can't parse MessageEntity: ${reason}`)
    if (typeof item !== 'object' || item === null) return fail('expected an Object')
    const { type, offset, length } = item as Fields
    for (const field of ['type', 'offset', 'length']) {
      if ((item as Fields)[field] === undefined) fail(`Can't find field "${field}"`)
    }
    if (!Number.isInteger(offset)) fail('Field "offset" must be of type Number')
    if (!Number.isInteger(length)) fail('Field "length" must be of type Number')
    if (typeof type !== 'string' || !ENTITY_TYPES.has(type)) fail('Unsupported type specified')
    if (type === 'text_link' && typeof (item as Fields).url !== 'string') fail(`Can't find field "url"`)
    return item as Entity
  })
}

const insidePair = (text: string, index: number) =>
  index > 0 && /[\udc00-\udfff]/.test(text.charAt(index)) && /[\ud800-\udbff]/.test(text.charAt(index - 1))

function checkEntities(text: string, entities: readonly Entity[]): void {
  for (const { offset, length } of entities) {
    const end = offset + length
    if (offset < 0 || offset > 1_000_000) bad(`Receive an entity with incorrect offset ${offset}`)
    if (length < 0 || length > 1_000_000) bad(`Receive an entity with incorrect length ${length}`)
    if (length === 0) continue
    if (offset > text.length) bad(`Entity begins after the end of the text at UTF-16 offset ${offset}`)
    if (end > text.length) {
      bad(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      )
    }
    const byte = (index: number) => Buffer.byteLength(text.slice(0, index + 1))
    if (insidePair(text, offset)) {
      bad(`Entity begins in a middle of a UTF-16 symbol at byte offset ${byte(offset)}`)
    }
    if (insidePair(text, end)) {
      bad(
        `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${byte(end)}`,
      )
    }
  }
}

/** The text as Telegram stores it: control characters and blanks at both ends are gone, entities moved along. */
function clean({ text, entities }: FormattedText): FormattedText {
  const moved: number[] = []
  let out = ''
  for (let index = 0; index < text.length; index += 1) {
    moved.push(out.length)
    const unit = text.charAt(index)
    if (!REMOVED.test(unit)) out += SPACED.test(unit) ? ' ' : unit
  }
  moved.push(out.length)
  let end = out.length
  while (end > 0 && BLANK.test(out.charAt(end - 1))) end -= 1
  const first = Math.min(end, ...entities.map(entity => moved[entity.offset] ?? 0))
  let start = 0
  while (start < first && /[ \n]/.test(out.charAt(start))) start += 1
  const kept = entities.flatMap(entity => {
    const from = (moved[entity.offset] ?? 0) - start
    const to = Math.min(end, moved[entity.offset + entity.length] ?? end) - start
    return to > from ? [{ ...entity, offset: from, length: to - from }] : []
  })
  return { text: out.slice(start, end), entities: kept }
}

/** Reads text, parse mode and entities of a call; an empty result is for the caller to judge. */
function readText(raw: string, parseMode: unknown, entities: unknown, units: number): FormattedText {
  if (Buffer.byteLength(raw) > RAW_BYTES) bad('Text is too long')
  if (!raw.isWellFormed()) bad('Strings must be encoded in UTF-8')
  const mode = String(parseMode ?? '').toLowerCase()
  if (mode !== '' && mode !== 'none' && mode !== 'html') {
    if (mode.startsWith('markdown')) throw new Error('the simulator reads HTML and entities, never Markdown')
    bad('Unsupported parse_mode')
  }
  const parsed = mode === 'html' ? parseHtml(raw) : { text: raw, entities: readEntities(entities) }
  checkEntities(parsed.text, parsed.entities)
  const formatted = clean(parsed)
  if (formatted.text.length > units) {
    bad(units === CAPTION_UNITS ? 'Message caption is too long' : 'Message is too long')
  }
  return formatted
}

/** A message's text, which must not be empty. */
export function readMessageText(params: Fields): FormattedText {
  const raw = typeof params.text === 'string' ? params.text : String(params.text ?? '')
  if (raw === '') bad('Message text is empty')
  const formatted = readText(raw, params.parse_mode, params.entities, MESSAGE_UNITS)
  if (formatted.text === '') bad('Text must be non-empty')
  return formatted
}

/** A caption, which may be empty. */
export function readCaption(params: Fields): FormattedText {
  return readText(String(params.caption ?? ''), params.parse_mode, params.caption_entities, CAPTION_UNITS)
}
