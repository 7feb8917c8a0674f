// Values that may stand in a cell, by its kind of answer. Figures are also stated as what other kinds of figures hold,
// for a report from outside may do so. It asserts nothing.

import fc from 'fast-check'
import type { Value } from '../../src/engine/filing.ts'
import type { AnswerType, Cell } from '../../src/engine/form.ts'

export const valueFor = (cell: Cell | undefined): fc.Arbitrary<Value> =>
  (cell && ofKind[cell.answer]?.(cell)) ?? figure

const figure: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40) },
  fc.constantFrom<Value>(null, -1, 2.5, { fen: 4_000_000_000, unit: 'wan-yuan' }, { fen: 0, unit: 'yuan' }),
)

const ofKind: Partial<Record<AnswerType, (cell: Cell) => fc.Arbitrary<Value>>> = {
  'yes-no': () => fc.boolean(),
  choices: ({ options = [] }) => fc.subarray(options.map(({ key }) => key)),
  line: () => fc.constantFrom('门户网站', '柳荫街道门户网站（主站）'),
  'web-address': () => fc.constantFrom('https://a.example.cn', 'https://b.example.cn/?a=1'),
  date: () => fc.constantFrom('2015-06-01', '2020-12-31'),
  decimal: () => fc.constantFrom('0', '98.5', '0.1', '-3'),
}
