// A whole published report filled in by pasting: its three tables as they are copied, its texts as they are sent. Every
// message and every tap counts.

import { describe, expect, test } from 'vitest'
import { answers } from '../../src/engine/answers/answers.ts'
import { derive } from '../../src/engine/derive.ts'
import type { CellKey } from '../../src/engine/form.ts'
import { cellOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { readReport } from '../../src/intake/report.ts'
import { entered, tables } from '../forms/material.ts'
import { needs, reportText } from '../needs.ts'
import { copied } from './copied.ts'
import { play } from './play.ts'

const mostActs = 25

describe('a city pastes its tables', needs('reports'), () => {
  test('with merged cells, cell for cell', () => {
    const report = readReport(reportText('03-suqian-city-2023.json'), catalog)
    if (!report.ok) throw new Error('not read')
    const form = catalog.formOf(report.filing.form)
    const stated = derive(form, report.filing)
    const printed = (key: CellKey) => answers[cellOf(form, key).answer].print(stated.get(key)?.value ?? 0)
    const script = play(form, { level: 'city' })
    let acts = 0
    const say = (text: string) => {
      acts += 1
      script.say(text)
    }
    const tap = (...words: readonly Parameters<typeof script.tap>[0][]) => {
      acts += 1
      const word = words.find(each => script.words().includes(each))
      if (!word) throw new Error(`none of ${words.join()} among ${script.words().join()}`)
      script.tap(word)
    }
    tap('begin')
    for (const { table } of tables(form)) {
      say(copied(table.rows, printed, 'empty'))
      tap('confirm')
    }
    for (let left = 8; left > 0 && script.question().type === 'text'; left -= 1) {
      const question = script.question()
      if (question.type !== 'text') break
      say(report.filing.texts.get(question.text)?.[0]?.body ?? '全年平稳。')
      if (script.words().includes('written')) tap('written')
      else if (script.question().type === 'text') {
        // The next text's buttons stand on the same card: this one has to be written.
        acts += 1
        script.tapWhere(({ event }) => event.type === 'put' && event.question.type === 'text')
      }
    }
    expect(script.ask().open).toEqual([])
    expect(acts).toBeLessThanOrEqual(mostActs)
    for (const { key } of entered(form))
      expect([key, script.value(key)]).toEqual([key, report.filing.entries.get(key)?.value])
  })
})
