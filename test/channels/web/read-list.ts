// The list put together as a client of the JSON does: what edits another row is seen in its place.

import type { Message } from './browser.ts'

export type Seen = { readonly by: 'bot' | 'person'; readonly text: string; readonly chosen: string | null }

export const fold = (list: readonly Message[]): readonly Seen[] => {
  const seen = new Map<number, Seen>()
  const places = new Map<number, number>()
  for (const { seq, kind, text, edits } of list) {
    const place = edits === null ? seq : (places.get(edits) ?? seq)
    const before = seen.get(place)
    places.set(seq, place)
    if (kind === 'close') continue
    if (kind === 'said' && before?.by === 'bot') seen.set(place, { ...before, chosen: text })
    else seen.set(place, { by: kind === 'said' ? 'person' : 'bot', text, chosen: before?.chosen ?? null })
  }
  return [...seen.values()]
}
