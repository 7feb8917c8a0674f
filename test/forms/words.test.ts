// The words of each edition: both languages have the same keys and places, and everything that is asked has a
// question and a help in the order of look-up that the forms' words are written for.

import { describe, expect, test } from 'vitest'
import type { Branch, Cell, Form, Gate } from '../../src/engine/form.ts'
import { cellsBehind } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { cells, entered, gates, json, tables } from './material.ts'

type Word = { name?: string; ask?: string; pick?: string; help?: string }
type Words = { title: string } & Record<
  'cells' | 'rows' | 'columns' | 'gates' | 'texts' | 'sections',
  Record<string, Word>
>

const locales = ['zh-CN', 'en'] as const
const wordsOf = (locale: string, form: Form) => json<Words>(`locales/${locale}/forms/${form.id}.json`)

const rowOf = (cell: Cell) => `${cell.section}.${cell.rowKey}`
const columnOf = (cell: Cell) => `${cell.section}.*.${cell.columnKey}`

const forCell = (words: Words, cell: Cell) =>
  [words.cells[cell.key], words.rows[rowOf(cell)], words.columns[columnOf(cell)]].find(word => word?.ask)
const forGate = (words: Words, { key }: Gate) => words.gates[key] ?? words.gates[key.replace(/[^.]+$/u, '*')]
const forBranch = (words: Words, form: Form, branch: Branch) => {
  const first = cells(form).find(cell => cell.key === cellsBehind(branch)[0])
  if (!first) throw new Error(`nothing behind ${branch.key}`)
  return first.rowKey === branch.key ? words.rows[rowOf(first)] : words.columns[columnOf(first)]
}

const sample: Record<string, string> = {
  year: '2026',
  lastYear: '2025',
  nextYear: '2027',
  unit: '戚家山街道',
  column: '其他法人或组织',
  row: '未经复议直接起诉',
  label: '未经复议直接起诉',
  example: '12.5万元',
}
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(match => match[1] ?? '')
const filled = (text: string) => text.replace(/\{\{(\w+)\}\}/gu, (_, place: string) => sample[place] ?? '?')

const lines = ({ title: _, ...words }: Words) =>
  Object.entries(words).flatMap(([part, entries]) =>
    Object.entries(entries).flatMap(([key, word]) =>
      Object.entries(word).map(([field, text]) => ({ at: `${part} ${key} ${field}`, field, text })),
    ),
  )

const each = [...catalog.forms.values()].map(form => [form.id, form] as const)
const eachIn = each.flatMap(([id, form]) => locales.map(locale => [id, locale, form] as const))

test.each(each)('the words of %s have the same keys in both languages', (_, form) => {
  const [chinese, english] = locales.map(locale => lines(wordsOf(locale, form)).map(line => line.at))
  expect(english).toEqual(chinese)
})

test.each(each)('the words of %s fill in the same places in both languages', (_, form) => {
  const english = lines(wordsOf('en', form))
  lines(wordsOf('zh-CN', form)).forEach(({ at, text }, index) => {
    expect(new Set(places(english[index]?.text ?? '')), at).toEqual(new Set(places(text)))
    expect(
      places(text).filter(place => !(place in sample)),
      at,
    ).toEqual([])
  })
})

describe.each(eachIn)('the words of %s in %s', (_, locale, form) => {
  const words = wordsOf(locale, form)

  test('have a question and a help for every figure that is entered', () => {
    const without = entered(form).filter(cell => !forCell(words, cell)?.help)
    expect(without.map(cell => cell.key)).toEqual([])
  })

  test('have a question and a help for every gate, and what to choose after a yes', () => {
    for (const gate of gates(form)) {
      const word = forGate(words, gate)
      expect(word?.ask && word.help, gate.key).toBeTruthy()
      expect(word?.pick !== undefined, gate.key).toBe(gate.first === 'any')
    }
  })

  test('have a name and a help for every row, column and button', () => {
    for (const cell of cells(form)) {
      for (const word of [words.rows[rowOf(cell)], words.columns[columnOf(cell)]]) {
        expect(word?.name && word.help, cell.key).toBeTruthy()
      }
    }
    for (const branch of gates(form).flatMap(gate => gate.branches)) {
      expect(forBranch(words, form, branch)?.name, branch.key).toBeTruthy()
    }
  })

  test('have a name, a question and a help for every text and section', () => {
    for (const { key } of form.sections) {
      const word = words.sections[key] ?? words.texts[key]
      expect(word?.name && word.ask && word.help, key).toBeTruthy()
    }
  })

  test('have nothing that the form does not have', () => {
    const known = new Set<string>([
      ...cells(form).flatMap(cell => [cell.key, rowOf(cell), columnOf(cell)]),
      ...gates(form).flatMap(({ key }) => [key, key.replace(/[^.]+$/u, '*')]),
      ...form.sections.map(section => section.key),
      ...form.sections.flatMap(section =>
        section.type === 'text' ? (section.outline ?? []).map(({ key }) => `${section.text}.${key}`) : [],
      ),
    ])
    const { title: _, ...parts } = words
    const unknown = Object.values(parts).flatMap(entries =>
      Object.keys(entries).filter(key => !known.has(key)),
    )
    expect(unknown).toEqual([])
    expect(Object.keys(words.sections)).toEqual(tables(form).map(section => section.key))
  })
})

describe.each(each)('the Chinese words of %s', (_, form) => {
  const words = wordsOf('zh-CN', form)

  test('call a button what the form calls it', () => {
    for (const branch of gates(form).flatMap(gate => gate.branches)) {
      expect(forBranch(words, form, branch)?.name).toBe(branch.label)
    }
  })

  test('ask in forty characters and help in a hundred and twenty', () => {
    const limits: Record<string, number> = {
      ask: 40,
      pick: 40,
      help: 120,
      name: 20,
      standard: 20,
      write: 20,
      sentence: 20,
      apart: 20,
      typed: 40,
    }
    const long = lines(words).filter(({ field, text }) => [...filled(text)].length > (limits[field] ?? 0))
    expect(long.map(({ at, text }) => [at, text])).toEqual([])
  })

  test('always name the year', () => {
    expect(lines(words).filter(({ text }) => /今年|去年年底|明年/u.test(text))).toEqual([])
    const asked = entered(form).map(cell => forCell(words, cell)?.ask ?? '')
    expect(asked.filter(ask => !/\{\{(?:year|lastYear|nextYear)\}\}/u.test(ask))).toEqual([])
  })

  test('give a basis with every help: the 条例, another law, a notice or the form itself', () => {
    const helps = lines(words).filter(({ field }) => field === 'help')
    const without = helps.filter(({ text }) => !/条例|法第.+条|〔\d{4}〕|勾稽关系/u.test(text))
    expect(without.map(({ at }) => at)).toEqual([])
  })

  test('say what people say', () => {
    expect(lines(words).filter(({ text }) => /官员|主管|导语/u.test(text))).toEqual([])
  })
})
