// Telegram's HTML, read as strictly and as leniently as Telegram reads it (tdlib, MessageEntity.cpp, parse_html):
// unknown tags, bad nesting and broken attributes are refused; an unknown &name; stays as it was written.

import { bad } from './refusal.ts'
import type { Entity, FormattedText } from './types.ts'

const ENTITY_OF_TAG: Readonly<Record<string, string>> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The character reference at `at`, with its length, or undefined when the ampersand is plain text. */
function readReference(source: string, at: number): { text: string; length: number } | undefined {
  const match = /^&(?:#x([0-9a-f]*)|#([0-9]*)|([a-z]+));?/iu.exec(source.slice(at, at + 40))
  if (match === null) return undefined
  const [whole, hex, decimal, name] = match
  if (name !== undefined) {
    const text = NAMED[name]
    return text === undefined ? undefined : { text, length: whole.length }
  }
  const code = hex === undefined ? Number.parseInt(decimal || '0', 10) : Number.parseInt(hex || '0', 16)
  if (code === 0 || code >= 0x10ffff || whole.replace(';', '').length >= 10) return undefined
  return { text: String.fromCodePoint(code), length: whole.length }
}

interface Open {
  readonly tag: string
  readonly argument: string
  readonly offset: number
}

/** Text and entities of an HTML source; refuses with Telegram's own words. */
export function parseHtml(source: string): FormattedText {
  const fail = (reason: string): never => bad(`Can't parse entities: ${reason}`)
  const at = (index: number) => source[index] ?? '\0'
  const space = (index: number) => /[\s\0]/u.test(at(index))
  const bytes = (index: number) => Buffer.byteLength(source.slice(0, index))
  const skipSpace = (from: number) => {
    let index = from
    while (index < source.length && space(index)) index += 1
    return index
  }
  const open: Open[] = []
  const entities: Entity[] = []
  let text = ''
  let i = 0

  const readAttributes = (tag: string, begin: number): string => {
    let argument = ''
    const here = `at byte offset ${bytes(begin)}`
    for (i = skipSpace(i); at(i) !== '>'; i = skipSpace(i)) {
      const nameAt = i
      while (!space(i) && !/[=>/"']/u.test(at(i))) i += 1
      const name = source.slice(nameAt, i)
      if (name === '') fail(`Empty attribute name in the tag "${tag}" ${here}`)
      i = skipSpace(i)
      if (at(i) !== '=') {
        if (i >= source.length) fail(`Unclosed start tag "${tag}" ${here}`)
        if (tag === 'blockquote' && name === 'expandable') argument = '1'
        continue
      }
      i = skipSpace(i + 1)
      if (i >= source.length) fail(`Unclosed start tag "${tag}" ${here}`)
      const value = readValue()
      if (i >= source.length) fail(`Unclosed start tag ${here}`)
      if (tag === 'a' && name === 'href') argument = value
      else if (tag === 'code' && name === 'class' && value.startsWith('language-')) argument = value.slice(9)
      else if (tag === 'span' && name === 'class' && value.startsWith('tg-')) argument = value.slice(3)
      else if (tag === 'tg-emoji' && name === 'emoji-id') argument = value
      else if (tag === 'blockquote' && name === 'expandable') argument = '1'
    }
    if (tag === 'span' && argument !== 'spoiler') fail(`Tag "span" must have class "tg-spoiler" ${here}`)
    return argument
  }

  const readValue = (): string => {
    const quote = at(i)
    const valueAt = i
    if (quote !== '"' && quote !== "'") {
      while (/[a-z0-9.-]/iu.test(at(i))) i += 1
      if (!space(i) && at(i) !== '>') fail(`Unexpected end of name token at byte offset ${bytes(valueAt)}`)
      return source.slice(valueAt, i).toLowerCase()
    }
    let value = ''
    i += 1
    while (i < source.length && at(i) !== quote) {
      const reference = at(i) === '&' ? readReference(source, i) : undefined
      value += reference?.text ?? at(i)
      i += reference?.length ?? 1
    }
    if (at(i) === quote) i += 1
    return value
  }

  const readEnd = (begin: number) => {
    const top = open.pop() ?? fail(`Unexpected end tag at byte offset ${bytes(begin)}`)
    while (!space(i) && at(i) !== '>') i += 1
    const tag = source.slice(begin + 2, i).toLowerCase()
    i = skipSpace(i)
    if (at(i) !== '>') fail(`Unclosed end tag at byte offset ${bytes(begin)}`)
    if (tag !== '' && tag !== top.tag) {
      fail(`Unmatched end tag at byte offset ${bytes(begin)}, expected "</${top.tag}>", found "</${tag}>"`)
    }
    const length = text.length - top.offset
    if (length > 0) entities.push(entityOf(top, length, text))
  }

  while (i < source.length) {
    const reference = at(i) === '&' ? readReference(source, i) : undefined
    if (reference !== undefined || at(i) !== '<') {
      text += reference?.text ?? at(i)
      i += reference?.length ?? 1
      continue
    }
    const begin = i
    i += 1
    if (at(i) === '/') {
      readEnd(begin)
    } else {
      while (!space(i) && at(i) !== '>') i += 1
      if (i >= source.length) fail(`Unclosed start tag at byte offset ${bytes(begin)}`)
      const tag = source.slice(begin + 1, i).toLowerCase()
      if (!Object.hasOwn(ENTITY_OF_TAG, tag)) {
        fail(`Unsupported start tag "${tag}" at byte offset ${bytes(begin)}`)
      }
      const argument = readAttributes(tag, begin)
      open.push({ tag, argument, offset: text.length })
    }
    i += 1
  }
  const last = open.at(-1)
  if (last !== undefined) fail(`Can't find end tag corresponding to start tag "${last.tag}"`)
  if (!text.isWellFormed()) {
    fail(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

function entityOf(top: Open, length: number, text: string): Entity {
  const type = ENTITY_OF_TAG[top.tag] ?? top.tag
  const base = { type, offset: top.offset, length }
  if (top.tag === 'a') return { ...base, url: top.argument || text.slice(top.offset) }
  if (top.tag === 'blockquote' && top.argument !== '') return { ...base, type: 'expandable_blockquote' }
  if (top.tag === 'tg-emoji') return { ...base, custom_emoji_id: top.argument }
  return base
}
