// Commands in a house with two obligations: the catalogue and the words come with the context, the first one counts
// where none is named, and a year before is one of the same report.

import { describe, expect, test } from 'vitest'
import { formId, obligationId } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { createCatalog } from '../../src/forms/catalog.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { formBooks } from '../../src/i18n/form-books.ts'
import { createWords } from '../../src/i18n/words.ts'
import { readSetting } from '../../src/main/commands/chat.ts'
import { check } from '../../src/main/commands/check.ts'
import type { CommandContext } from '../../src/main/commands/command-context.ts'
import { fakeContext, fileOf, minimal } from './fake-context.ts'

const website = obligationId('website')
const form = { ...disclosure2021, id: formId('website-2021'), obligation: website }
const known = formBooks['zh-CN']
const findings = { ...known.obligations.disclosure.findings, T301: '网站：差 {{difference}}' }
const words = createWords('zh-CN', {
  obligations: { website: { name: '网站年报', findings } },
  forms: { 'website-2021': known.forms['disclosure-2021'] },
})

const withBoth = () => {
  const fake = fakeContext()
  const context: CommandContext = {
    ...fake.context,
    ...{ words, say: words.cli },
    catalog: createCatalog([disclosure, { ...disclosure, id: website, forms: [form] }]),
  }
  return { ...fake, context }
}

describe('the form of a conversation', () => {
  test.each([
    [{}, 'disclosure-2021'],
    [{ obligation: 'disclosure' }, 'disclosure-2021'],
    [{ obligation: 'website' }, 'website-2021'],
    [{ form: 'website-2021' }, 'website-2021'],
  ])('with %j is %s', (typed, id) => {
    expect(readSetting(typed, withBoth().context, '2027-01-12').form.id).toBe(id)
  })

  test('is one of the obligation that was named', () => {
    const typed = { obligation: 'website', form: 'disclosure-2021' }
    expect(() => readSetting(typed, withBoth().context, '2027-01-12')).toThrow(
      '没有“disclosure-2021”格式；可用：website-2021',
    )
  })
})

describe('a report that is checked', () => {
  const figures = { 'requests.received.natural': 6, 'requests.granted.natural': 5 }
  const zeros = Object.fromEntries(indexOf(form).entered.map(({ key }) => [key as string, 0]))
  const report = { ...minimal, form: 'website-2021', figures: { ...zeros, ...figures } }
  const last = { ...minimal, year: 2024, figures: { ...zeros, 'requests.carried-out.natural': 3 } }
  const rulesOf = async (before: unknown) => {
    const { context, out } = withBoth()
    const previous = await fileOf(before, 'previous.json')
    await check([await fileOf(report)], { previous, json: true }, context)
    const { findings } = JSON.parse(out[0] ?? '')
    return findings as readonly { readonly rule: string; readonly message: string }[]
  }

  test('is told in the words of its obligation', async () => {
    const found = await rulesOf(last)
    expect(found.find(({ rule }) => rule === 'T301')?.message).toBe('网站：差 1')
  })

  test('stands beside last year only in the same obligation', async () => {
    const rules = async (before: unknown) => (await rulesOf(before)).map(({ rule }) => rule)
    expect(await rules({ ...last, form: 'website-2021' })).toContain('Y01')
    expect(await rules(last)).not.toContain('Y01')
  })
})
