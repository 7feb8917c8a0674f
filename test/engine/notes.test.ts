// Printed notes: behind a figure, to a zero that nobody entered, within a pasted row.

import { expect, test } from 'vitest'
import type { CellKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { cell, play } from './play.ts'

const upheld = 'disputes.review.upheld' as CellKey

test('a note to a zero behind a closed gate is not lost', () => {
  const script = play(disclosure2019, { entries: { 'disputes.?': [] } })
  script.put({ type: 'note', cell: upheld })
  script.say('含补报')
  expect(script.entry(upheld)?.note).toBe('（含补报）')
})

test.each([
  ['16件（含修订）', '（16件（含修订））'],
  ['（）', null],
])('the note %s prints as %s', (said, note) => {
  const script = play(disclosure2019, {
    entries: { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'pending'], [upheld]: 3 },
  })
  script.put({ type: 'note', cell: upheld })
  script.say(said)
  expect(script.entry(upheld)?.note).toBe(note)
})

test('a note in a pasted row is kept', () => {
  const script = play(disclosure2019, { entries: { 'disclosure.?': ['normative-documents'] } })
  script.put(cell('disclosure.normative-documents.made'))
  script.say('22（其中修订16件） 3 5')
  script.tap('confirm')
  expect(script.entry('disclosure.normative-documents.made')?.note).toBe('（其中修订16件）')
})
