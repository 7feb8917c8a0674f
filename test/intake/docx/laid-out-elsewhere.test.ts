// Word files that somebody laid out without having seen the reader: each figure and the first words of each text, or what
// was not taken is named, and no figure is another than what stands there.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answers } from '../../../src/engine/answers/answers.ts'
import { cellOf } from '../../../src/engine/index-of.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { readAtOnce } from './read-at-once.ts'

/** `notWhole` says why not all of it is taken so far. */
type Expected = {
  readonly expect: Readonly<Record<string, number>>
  readonly texts: Readonly<Record<string, string>>
  readonly notWhole?: string
}

const folder = new URL('./drafts/', import.meta.url)
const names = readdirSync(folder).flatMap(name => (name.endsWith('.docx') ? [name.slice(0, -5)] : []))
const plain = (text: string): string => text.replace(/\s/gu, '')

test.each(names)('draft %s', async name => {
  const meant = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected
  const result = await readAtOnce(new Uint8Array(readFileSync(new URL(`${name}.docx`, folder))), catalog)
  if (!result.ok) {
    expect({ why: result.why, notWhole: meant.notWhole }).toEqual({
      why: 'no-tables',
      notWhole: expect.any(String),
    })
    return
  }
  const { draft } = result
  // The tables of an older edition are read as its own; that it is another form is asked before anything counts.
  if (draft.form !== 'disclosure-2021') {
    expect(meant.notWhole).toBeDefined()
    return
  }
  const form = catalog.formOf(draft.form)
  const figures = new Map(
    draft.figures.flatMap(([key, value]): readonly (readonly [string, number])[] => {
      const { answer, sum } = cellOf(form, key)
      return value === null || sum ? [] : [[key, Number(answers[answer].print(value))]]
    }),
  )
  const texts = new Map<string, string>(draft.texts)
  expect([...figures].filter(([key, value]) => meant.expect[key] !== value)).toEqual([])
  for (const [key, start] of Object.entries(meant.texts))
    expect(plain(texts.get(key) ?? '').startsWith(plain(start))).toBe(true)
  const lacking = Object.entries(meant.expect).filter(([key, value]) => figures.get(key) !== value)
  if (meant.notWhole === undefined) expect(lacking).toEqual([])
  else {
    expect(lacking).not.toEqual([])
    expect(draft.unread).not.toEqual([])
  }
})
