// The body as lines of words and the places of its tables, in print order.

import type { SectionKey } from '../../engine/form.ts'
import type { WordBlock } from './blocks.ts'
import { proseOf } from './inline.ts'
import { limits } from './limits.ts'
import { stop } from './refusal.ts'
import type { Sliced } from './slices.ts'

export type TextLine = {
  readonly type: 'line'
  readonly words: string
  /** Word's own style of a title. */
  readonly isTitle: boolean
}
/** Words that are hidden or struck through. */
export type StruckLine = { readonly type: 'struck'; readonly words: string }
export type TablePlace = { readonly type: 'table'; readonly section: SectionKey | null }
export type BodyItem = TextLine | StruckLine | TablePlace

/** `sections` are those of the tables, in order; empty lines are left out. */
export function* bodyItems(
  blocks: readonly WordBlock[],
  sections: readonly (SectionKey | null)[],
): Sliced<readonly BodyItem[]> {
  let tables = 0
  const items: BodyItem[] = []
  for (const block of blocks) {
    if (block.type === 'table') {
      tables += 1
      items.push({ type: 'table', section: sections[tables - 1] ?? null })
      continue
    }
    if (block.struck !== '') items.push({ type: 'struck', words: block.struck })
    const isTitle = block.style === 'Title'
    for (const line of proseOf(block.text).split('\n')) {
      const words = line.trim()
      if (words !== '') items.push({ type: 'line', words, isTitle })
    }
    if (items.length > limits.lines) stop('too-large')
    yield block.text.length
  }
  return items
}
