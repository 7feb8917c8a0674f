// Words by key and language: places are filled in, the most specific words of a form win, and what is missing is a
// failure of ours, never a gap in a message.

import { describe, expect, test } from 'vitest'
import {
  cellKey,
  type Form,
  formId,
  gateKey,
  obligationId,
  sectionKey,
  textKey,
} from '../../src/engine/form.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { createWords, locales } from '../../src/i18n/words.ts'
import { entered, gates } from '../forms/material.ts'

const years = { year: 2020, lastYear: 2019, nextYear: 2021, unit: '柳荫街道' }

describe.each(locales)('in %s', locale => {
  const words = createWords(locale)

  test('places are filled in', () => {
    expect(words.say('welcome.title', { ...years, title: 'T' })).toMatch(/柳荫街道.*T/)
    expect(words.finding(disclosure2019, 'T304', { row: 'R', column: 'C', value: '2.5' })).toMatch(
      /R.*C.*2\.5|C.*R.*2\.5/,
    )
  })

  test('what people wrote is said back as it was, signs and all', () => {
    const said = '<b>&"{{name}}</b>'
    expect(words.say('unread.vague', { said, example: '312' })).toContain('<b>&"')
  })

  test('every question of every form names its year or needs none, and has no place left open', () => {
    for (const form of catalog.forms.values()) {
      for (const { key } of entered(form)) {
        const names = { ...years, row: words.form.row(form, key), column: words.form.column(form, key) }
        for (const kind of ['ask', 'help'] as const) {
          const text = words.form.cell(form, key, kind, names)
          expect(text).not.toMatch(/\{\{|undefined/)
          expect(text.trim()).not.toBe('')
        }
      }
      for (const { key, first } of gates(form)) {
        for (const kind of first === 'any'
          ? (['ask', 'pick', 'help'] as const)
          : (['ask', 'help'] as const)) {
          expect(words.form.gate(form, key, kind, { ...years, label: 'L' })).not.toMatch(/\{\{|undefined/)
        }
      }
    }
  })

  test('a branch is called by its row, or by its column where it stands for one', () => {
    const [disclosure, requests] = gates(disclosure2019)
    const licensing = disclosure?.branches.find(branch => branch.key === 'licensing')
    const natural = requests?.branches.find(branch => branch.key === 'natural')
    if (!licensing || !natural) throw new Error('the form has changed')
    const key = cellKey('requests.received.natural')
    expect(words.form.branch(disclosure2019, natural)).toBe(words.form.column(disclosure2019, key))
    expect(words.form.branch(disclosure2019, licensing)).toBe(
      words.form.row(disclosure2019, cellKey('disclosure.licensing.handled')),
    )
  })

  test('a text section is called by its text', () => {
    expect(words.form.section(disclosure2019, sectionKey('overview'), 'name')).toBe(
      words.form.text(disclosure2019, textKey('overview'), 'name'),
    )
  })

  test('another obligation brings its own books, and says sentences of the bot its own way', () => {
    const say = { 'ask.remainder.none': 'All of {{sections}}.' }
    const book = { name: 'W', say, findings: { W01: '{{row}} of {{tables}}' } }
    const both = createWords(locale, { obligations: { website: book } })
    const website: Form = { ...disclosure2019, obligation: obligationId('website'), sections: [] }
    const [none] = both.say('numbers').split(' ')
    expect(both.reports).toBe([words.reports, 'W'].join(words.say('list')))
    expect(both.finding(website, 'W01', { row: 'R' })).toBe(`R of ${none}`)
    expect(both.of(website).say('ask.remainder.none')).toBe(`All of ${none}.`)
    expect(both.of(website).say('help.title')).toBe(words.say('help.title'))
    expect(both.of(disclosure2019).say('ask.remainder.none')).not.toContain('All of')
    expect(() => both.finding(website, 'T301', {})).toThrow('T301')
    expect(() => words.of(website)).toThrow('website')
  })

  test('words that are missing are a failure, not a gap', () => {
    const unknown: Form = { ...disclosure2019, id: formId('disclosure-1999') }
    expect(() => words.form.row(unknown, cellKey('requests.received.natural'))).toThrow('disclosure-1999')
    expect(() => words.form.cell(disclosure2019, cellKey('a.b.c'), 'ask', {})).toThrow('a.b.c')
    expect(() => words.form.gate(disclosure2019, gateKey('x.?'), 'ask', {})).toThrow('x.?')
  })
})
