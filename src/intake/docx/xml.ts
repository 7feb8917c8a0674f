// One part's XML as a small tree of elements, read as a stream with the limits held on the way. Names never become an
// object's keys, a DOCTYPE is refused, entities are the five of XML. The only file that knows saxes.

import { SaxesParser } from 'saxes'
import { limits } from './limits.ts'
import { stop } from './refusal.ts'

/** `name` is `w:p`, `mc:Choice`, `m:t` …, by namespace and not by the file's prefix; of other namespaces `:local`. */
export type Element = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
}
type Growing = Element & { readonly children: (Element | string)[] }

/** Transitional and strict (ISO/IEC 29500) by their namespaces. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
])

const limited: Readonly<Record<string, number>> = {
  'w:tbl': limits.tables,
  'w:tr': limits.rows,
  'w:tc': limits.cells,
  'w:p': limits.paragraphs,
}

/** Takes the bytes as they come; `end` gives the root. */
export const xmlReader = (): {
  readonly write: (bytes: Uint8Array) => void
  readonly end: () => Element
} => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser({ xmlns: true })
  const document: Growing = { name: '', attributes: new Map(), children: [] }
  const open: Growing[] = [document]
  const counts = new Map<string, number>()
  let [elements, characters] = [0, 0]

  parser.on('error', () => stop('damaged'))
  parser.on('doctype', () => stop('doctype'))
  let listed = 0
  parser.on('attribute', () => {
    listed += 1
    if (listed > limits.attributes) stop('too-large')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    listed = 0
    const name = `${prefixes.get(uri) ?? ''}:${local}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    elements += 1
    if (elements > limits.elements || open.length > limits.depth) stop('too-large')
    if (Object.hasOwn(limited, name) && count > (limited[name] ?? 0)) stop('too-large')
    const values = Object.values(attributes).map(({ local: key, value }) => [key, value] as const)
    const element: Growing = { name, attributes: new Map(values), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const text = (words: string): void => {
    characters += words.length
    if (characters > limits.characters) stop('too-large')
    open.at(-1)?.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  return {
    write: bytes => void parser.write(decoded(decoder, bytes)),
    end: () => {
      parser.write(decoded(decoder)).close()
      const root = document.children.find(child => typeof child !== 'string')
      return root ?? stop('damaged')
    },
  }
}

/** The first child of this name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child): child is Element => typeof child !== 'string' && child.name === name)

const decoded = (decoder: TextDecoder, bytes?: Uint8Array): string => {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined })
  } catch {
    return stop('damaged')
  }
}
