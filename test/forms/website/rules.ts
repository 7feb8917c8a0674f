// What the website report checks: its own numbers, two kinds of the house and one text rule of its own.

import { cellKey, textKey } from '../../../src/engine/form.ts'
import { rulesOf } from '../../../src/engine/rules/kinds.ts'
import type { Rule } from '../../../src/engine/rules/rule.ts'

const content = (row: string) => cellKey(`content.${row}.value`)
const source = 'ours, for tests'

/** A summary that still has a gap to fill in. */
const unfinished: Rule = {
  id: 'W04',
  severity: 'error',
  source,
  messages: ['W04'],
  judge: judged => {
    const text = textKey('summary')
    const quote = /此处填写|XX+/.exec(judged.text(text) ?? '')?.[0]
    return quote === undefined ? [] : [{ rule: 'W04', severity: 'error', cells: [], text, quote }]
  },
}

export const websiteRules: readonly Rule[] = [
  ...rulesOf([
    // Only governments of counties and above keep sites for others.
    {
      type: 'level',
      id: 'W01',
      source,
      cells: [content('subsites')],
      levels: ['province', 'city', 'county'],
    },
    {
      type: 'opening',
      id: 'W02',
      source,
      severity: 'explain',
      cell: content('begin'),
      closing: content('end'),
    },
    {
      type: 'equation',
      id: 'W03',
      source,
      left: [content('new')],
      right: [content('original'), content('reprinted')],
    },
  ]),
  unfinished,
]
