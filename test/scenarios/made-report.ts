// Reports made for tests: so many cells that are not zero, and everything that must agree agrees.

import type { Filing, Value } from '../../src/engine/filing.ts'
import { type CellKey, cellKey, type Form } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { filingOf } from '../document/material.ts'

/** Numbers in [0, 1) from a seed. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const texts = {
  preamble: '本报告由测试城市编制，统计期限为全年。',
  overview: '（一）主动公开。按时更新各栏目。\n（二）依申请公开。均在期限内答复。',
  problems: '（一）问题。解读形式较单一。\n（二）改进。增加图解。',
  other: '无其他需要报告的事项。',
}

/** The cells of one applicant: received, carried in, and what can follow from them. */
const columnsOf = (form: Form) => {
  const requests = [...indexOf(form).entered].filter(cell => cell.section === 'requests')
  return [...Map.groupBy(requests, cell => cell.columnKey)].map(([column, cells]) => ({
    received: cellKey(`requests.received.${column}`),
    results: cells.map(cell => cell.key).filter(key => !/\.(?:received|carried-in)\./.test(key)),
  }))
}

/** A filing of the 2021 edition with exactly `count` entered cells that are not zero, 90 at most. */
export const madeReport = (form: Form, count: number, seed: number): Filing => {
  const chance = chanceOf(seed)
  const some = () => 1 + Math.floor(chance() * 900)
  const figures = new Map<CellKey, Value>()
  const disclosure = indexOf(form).entered.filter(cell => cell.section === 'disclosure')
  for (const cell of disclosure.slice(0, Math.ceil(count / 6))) {
    const isMoney = cell.answer === 'money-wan'
    figures.set(cell.key, isMoney ? { fen: some() * 1_000_100, unit: 'wan-yuan' } : some())
  }
  for (const { received, results } of columnsOf(form)) {
    const left = Math.min(count - figures.size, 16)
    if (left < 2) break
    const chosen = results.slice(0, left - 1)
    let sum = 0
    for (const key of chosen) {
      const value = some()
      sum += value
      figures.set(key, value)
    }
    figures.set(received, sum)
  }
  const disputes = indexOf(form).entered.filter(cell => cell.section === 'disputes')
  for (const cell of disputes.slice(0, count - figures.size)) figures.set(cell.key, some())
  return { ...filingOf(form.id, Object.fromEntries(figures), texts), year: 2023 }
}
