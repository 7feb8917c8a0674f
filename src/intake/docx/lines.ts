// The body as lines of words and the places of its tables, in print order.

import type { SectionKey } from '../../engine/form.ts'
import type { WordBlock } from './blocks.ts'
import { proseOf } from './inline.ts'
import { limits } from './limits.ts'
import { stop } from './refusal.ts'

export type TextLine = {
  readonly type: 'line'
  readonly words: string
  /** Word's own style of a title. */
  readonly isTitle: boolean
}
export type TablePlace = { readonly type: 'table'; readonly section: SectionKey | null }
export type BodyItem = TextLine | TablePlace

/** `sections` are those of the tables, in order; empty lines are left out. */
export const bodyItems = (
  blocks: readonly WordBlock[],
  sections: readonly (SectionKey | null)[],
): readonly BodyItem[] => {
  let tables = 0
  const items = blocks.flatMap((block): readonly BodyItem[] => {
    if (block.type === 'table') {
      tables += 1
      return [{ type: 'table', section: sections[tables - 1] ?? null }]
    }
    const isTitle = block.style === 'Title'
    return proseOf(block.text)
      .split('\n')
      .map(words => words.trim())
      .filter(words => words !== '')
      .map(words => ({ type: 'line', words, isTitle }))
  })
  return items.length > limits.lines ? stop('too-large') : items
}
