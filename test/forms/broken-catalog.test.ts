// A catalogue that cannot be used does not start: obligations, forms and years are told apart, and every reason of
// every form is told at once.

import { expect, test } from 'vitest'
import { cellKey, type Form, formId, obligationId, type TableSection } from '../../src/engine/form.ts'
import { isFault } from '../../src/faults.ts'
import { createCatalog } from '../../src/forms/catalog.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import type { Obligation } from '../../src/forms/obligation.ts'
import { website2020 } from './website/form.ts'
import { website } from './website/website.ts'

const withForms = (...forms: readonly Form[]): Obligation => ({ ...website, forms })
const next: Form = { ...website2020, id: formId('website-2025'), years: { from: 2025, to: null } }
const until = (to: number): Form => ({ ...website2020, years: { from: 2020, to } })

/** The website's form, one figure of its first table the sum of others. */
const summing = (key: string, sum: readonly string[]): Form => ({
  ...website2020,
  sections: website2020.sections.map(section =>
    section.key === 'site' && section.type === 'table' ? withSum(section, key, sum) : section,
  ),
})
const withSum = (table: TableSection, key: string, sum: readonly string[]): TableSection => ({
  ...table,
  cells: table.cells.map(cell => (cell.key === key ? { ...cell, sum: sum.map(cellKey) } : cell)),
})

const broken = {
  'an obligation twice': [
    [website, website],
    ['the obligation website is there twice', 'the form website-2020 is there twice'],
  ],
  'an obligation without a form': [[withForms()], ['the obligation website has no form']],
  'one id for two forms': [
    [withForms(until(2024), { ...next, id: website2020.id })],
    ['the form website-2020 is there twice'],
  ],
  'two forms for one year': [
    [withForms(website2020, next)],
    ['website is reported for 2025 in website-2020 and website-2025'],
  ],
  'a form of another obligation': [
    [withForms({ ...website2020, obligation: obligationId('other') })],
    ['website-2020 is a form of other and stands among those of website'],
  ],
  'a sum that runs in a circle': [
    [withForms(summing('site.score.value', ['site.score.value']))],
    ['website-2020: site.score.value adds up site.score.value, which is worked out no earlier'],
  ],
  'reasons in two forms and between them': [
    [
      withForms(
        { ...summing('site.score.value', ['site.gone.value']), years: { from: 2020, to: 2025 } },
        { ...summing('site.open.value', ['site.open.value']), id: next.id, years: next.years },
      ),
    ],
    [
      'website is reported for 2025 in website-2020 and website-2025',
      'website-2020: site.score.value adds up site.gone.value, which is no cell',
      'website-2025: site.open.value adds up what does not add up',
      'website-2025: site.open.value adds up site.open.value, which is worked out no earlier',
    ],
  ],
} satisfies Record<string, [readonly Obligation[], readonly string[]]>

test.each(Object.entries(broken))('a catalogue with %s does not start', (_, [obligations, reasons]) => {
  const start = () => {
    try {
      createCatalog(obligations)
    } catch (error) {
      return isFault(error, 'form-broken') ? error.detail.split('; ') : error
    }
    return []
  }
  expect(start()).toEqual(reasons)
})

test('a catalogue of two obligations, one of them with two forms after each other, starts', () => {
  const both = createCatalog([disclosure, withForms(until(2024), next)])
  expect([...both.forms.keys()]).toHaveLength(4)
  expect([2024, 2025].map(year => both.formFor(website.id, year)?.id)).toEqual([
    'website-2020',
    'website-2025',
  ])
})
