// The body as lines of words and the places of its tables, in print order: what sections.ts looks for headings in.

import type { SectionKey } from '../../engine/form.ts'
import type { Block } from './blocks.ts'
import { proseOf } from './inline.ts'
import { most } from './limits.ts'
import { stop } from './refusal.ts'

export type Line = {
  readonly type: 'line'
  readonly words: string
  /** Word's own style of a title. */
  readonly isTitle: boolean
}
export type Place = { readonly type: 'table'; readonly section: SectionKey | null }
export type Item = Line | Place

/** `sections` are those of the tables, in order; empty lines are left out. */
export const itemsOf = (
  blocks: readonly Block[],
  sections: readonly (SectionKey | null)[],
): readonly Item[] => {
  let tables = 0
  const items = blocks.flatMap((block): readonly Item[] => {
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
  return items.length > most.lines ? stop('too-large') : items
}
