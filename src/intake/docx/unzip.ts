// The parts of a docx, inflated as a stream: no size that the zip states is believed, bytes are counted as they come
// out and the stream is left at the limit. The only file that knows fflate.

import { Inflate } from 'fflate'
import { limits } from './limits.ts'
import { stop } from './refusal.ts'

export type ZipEntry = { readonly packed: Uint8Array; readonly method: number }
export type Zip = ReadonlyMap<string, ZipEntry>

/** APPNOTE.TXT 4.3: local header, central directory, its end. */
const signs = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 }
const endLength = 22
const longestComment = 0xffff
/** At most 1,032 times as much comes out of one piece (RFC 1951) before it is counted: 528 KB. */
const piece = 512

/** The zip's files by name in lower case, none of them inflated yet. */
export const unzip = (bytes: Uint8Array): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) stop('too-large')
  const entries = new Map<string, ZipEntry>()
  const places: (readonly [from: number, to: number])[] = []
  let declared = 0
  let at = view.getUint32(end + 16, true)
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== signs.central) stop('damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true))
    const name = nameOf(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)))
    const { from, to, ...entry } = entryAt(bytes, view, at)
    if (entries.has(name)) stop('damaged')
    entries.set(name, entry)
    places.push([from, to])
    declared += view.getUint32(at + 24, true)
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  if (declared > limits.declared) stop('too-large')
  places.sort(([one], [other]) => one - other)
  if (places.some(([, to], n) => to > (places[n + 1]?.[0] ?? end))) stop('damaged')
  return entries
}

/** Gives the part piece by piece; the limits hold before a piece is given. */
export function* inflate({ packed, method }: ZipEntry): Generator<Uint8Array, void, void> {
  let length = 0
  const counted = (chunk: Uint8Array, taken: number): Uint8Array => {
    length += chunk.length
    if (length > limits.inflated) stop('too-large')
    if (length > limits.freely && length > taken * limits.ratio) stop('too-large')
    return chunk
  }
  if (method === 0) {
    yield counted(packed, packed.length)
    return
  }
  if (method !== 8) stop('damaged')
  const waiting: Uint8Array[] = []
  const stream = new Inflate(chunk => waiting.push(chunk))
  for (let at = 0; at < packed.length; at += piece) {
    push(stream, packed.subarray(at, at + piece), at + piece >= packed.length)
    for (const chunk of waiting.splice(0)) yield counted(chunk, at + piece)
  }
}

/** fflate throws on a stream that is none. */
const push = (stream: Inflate, chunk: Uint8Array, isLast: boolean): void => {
  try {
    stream.push(chunk, isLast)
  } catch {
    stop('damaged')
  }
}

const endOf = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === signs.end) return at
  }
  return stop('damaged')
}

const entryAt = (bytes: Uint8Array, view: DataView, at: number) => {
  if (view.getUint16(at + 8, true) & 1) stop('encrypted')
  const local = view.getUint32(at + 42, true)
  if (local + 30 > bytes.length || view.getUint32(local, true) !== signs.local) stop('damaged')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const to = start + view.getUint32(at + 20, true)
  if (to > bytes.length) stop('damaged')
  return { packed: bytes.subarray(start, to), method: view.getUint16(at + 10, true), from: local, to }
}

const nameOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
