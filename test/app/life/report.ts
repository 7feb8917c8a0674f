// A report that is filled in as a whole, so that a test of its life begins there; and acts of the office by the shell.

import { actOnFiling } from '../../../src/app/filing/act-on-filing.ts'
import type { FilingWish } from '../../../src/app/filing/effects-of.ts'
import type { Practice } from '../../../src/district/campaign.ts'
import { type Filing, personId } from '../../../src/engine/filing.ts'
import { type CellKey, type Form, textKey } from '../../../src/engine/form.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { type Desk, openDesk } from '../desk.ts'

const by = personId('ann')
const texts = {
  preamble: '现将柳荫街道2022年度政府信息公开工作年度报告公布如下。',
  overview:
    '2022年，柳荫街道推进政府信息公开，主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展。',
  problems: '公开内容有待丰富，将加强培训。',
  other: '柳荫街道2022年度未收取信息公开信息处理费，无其他需要报告的事项。',
}

type Filled = {
  readonly stands: Filing
  readonly form: Form
  readonly at: number
  readonly figures?: Readonly<Record<string, number>>
}

/** The next version of a report, with nothing missing: all figures are 0 but those given. */
export const filledReport = ({ stands, form, at, figures = {} }: Filled): Filing => {
  const entry = (value: number | { open: string[] }) =>
    ({ value, note: null, source: 'typed', by, at, message: null }) as const
  const gates = [...indexOf(form).gates.values()].map(
    ({ key, branches }) => [key, entry({ open: branches.map(each => each.key) })] as const,
  )
  const cells = indexOf(form).entered.map(
    ({ key, answer }) =>
      [
        key as CellKey,
        entry((answer === 'money-wan' ? { fen: 0, unit: 'wan-yuan' } : (figures[key] ?? 0)) as number),
      ] as const,
  )
  const part = (body: string) => [{ body, by, at, message: null }]
  return {
    ...stands,
    version: stands.version + 1,
    entries: new Map([...gates, ...cells] as never),
    texts: new Map(Object.entries(texts).map(([key, body]) => [textKey(key), part(body)])),
  }
}

const fill = async ({ store, filing: id, clock }: Desk, figures: Filled['figures']): Promise<void> => {
  const stands = (await store.handled(id))?.filing
  if (!stands) throw new Error('no filing')
  const filled = filledReport({ stands, form: disclosure2021, at: clock.now, ...(figures && { figures }) })
  await store.importFiling(filled, stands.version)
}

/** A desk of 2022 whose report is filled in, with its practice. */
export const openFilled = async (
  practice: Practice = 'sign-first',
  figures: Readonly<Record<string, number>> = {},
): Promise<Desk> => {
  const desk = await openDesk({ form: disclosure2021 })
  await fill(desk, figures)
  await desk.sql.all(
    `INSERT INTO campaign (id, obligation, year, dates, opened_at)
      VALUES ('c', 'disclosure', 2022, json_object('v', 1, 'practice', ?1, 'publish', '2026-01-29', 'sign', NULL, 'due', '2026-01-22',
        'feedback', NULL), 1)`,
    [practice],
  )
  await desk.sql.all(
    `INSERT INTO standing (filing, unit, campaign, state) VALUES (?1, ?2, 'c', 'draft')
      ON CONFLICT (filing) DO UPDATE SET campaign = 'c'`,
    [desk.filing, desk.unit.id],
  )
  return desk
}

/** An act of the office, at its shell. */
export const office = (desk: Desk, act: FilingWish['act'], wish: Partial<FilingWish> = {}) => {
  const { store, parts, filing, clock, environment } = desk
  const ports = { conversations: store, handling: store, registry: store }
  return actOnFiling({ ...ports, ...parts, environment }, { type: 'shell', at: clock.now }, filing, {
    ...{ act, content: null },
    ...wish,
  })
}

export const labels = (person: { card: () => { choices: readonly { label: string }[] } | null }) =>
  person.card()?.choices.map(({ label }) => label) ?? []

/** The buttons that are filled. */
export const mains = (person: {
  card: () => { choices: readonly { label: string; main?: true | undefined }[] } | null
}) => person.card()?.choices.flatMap(({ label, main }) => (main ? [label] : [])) ?? []
