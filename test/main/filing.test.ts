// A report's life from the command line: handed in, asked about, returned, signed again, approved, and as the progress
// counts it.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { docxOf } from '../../src/document/docx.ts'
import { outlineOf } from '../../src/document/outline.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { readReport } from '../../src/intake/report.ts'
import { approvalSheet } from '../../src/main/commands/approval-sheet.ts'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { openCampaign } from '../../src/main/commands/campaign.ts'
import { addUnit } from '../../src/main/commands/change-units.ts'
import { enterDraft } from '../../src/main/commands/enter-report.ts'
import { type FilingOptions, leadFiling } from '../../src/main/commands/filing.ts'
import { status } from '../../src/main/commands/status.ts'
import { openStore } from '../../src/main/open-store.ts'
import { fakeContext, folder, minimal, refused } from './fake-context.ts'

const name = '月湖街道'
const json = { json: true }
const received = 'requests.received.natural'
const zeros = Object.fromEntries(indexOf(disclosure2021).entered.map(({ key }) => [key as string, 0]))
const texts = { overview: '总体情况。', problems: '问题。', other: '无。' }

type Made = Awaited<ReturnType<typeof office>>

const office = async (practice: 'sign-first' | 'review-first' = 'sign-first') => {
  const file = join(await folder(), 'nianbao.db')
  const made = fakeContext({ DATABASE_FILE: file })
  const { context, out } = made
  await addUnit(name, { level: 'street' }, context)
  await openCampaign({ year: '2026', due: '2027-01-22', practice }, context)
  const last = () => JSON.parse(out.at(-1) ?? '')
  return {
    ...{ ...made, file, last },
    lead: (act: Parameters<typeof leadFiling>[0], options: FilingOptions = {}) =>
      leadFiling(act, name, { ...json, ...options }, context),
    refusedAs: (act: Parameters<typeof leadFiling>[0], options: FilingOptions = {}) =>
      refused(leadFiling(act, name, options, context)),
    progress: async () => {
      await status(json, context)
      return last()
    },
  }
}

/** The whole report at once, as the unit's own. */
const fill = async ({ file, context }: Made, figures: Record<string, unknown> = {}) => {
  const read = readReport(
    JSON.stringify({ ...minimal, unit: name, year: 2026, figures: { ...zeros, ...figures }, texts }),
    context.catalog,
    context.now(),
  )
  if (!read.ok) throw new Error('unreadable')
  const { store, close } = await openStore(file)
  const [unit] = await store.units()
  const [filing] = unit?.filings ?? []
  if (!unit || !filing) throw new Error('no filing')
  await store.importFiling(
    { ...read.filing, id: filing.id, unit: unit.id, version: filing.version + 1 },
    filing.version,
  )
  await close()
}

test('a report that is signed first goes from hand-in to approval and back, and is counted at each step', async () => {
  const made = await office()
  const { lead, refusedAs, progress, last } = made
  const [unfinished, exit] = await refusedAs('submit-filing')
  expect(unfinished).toMatch(/^未办理报送：“月湖街道”的报告尚未完成。\n\d+ 项未填：/)
  expect(exit).toBe(1)
  await fill(made, { [received]: 6 })
  expect((await refusedAs('sign-filing', { by: '周明' }))[0]).toMatch(/处未通过校验：\n.*不符合勾稽关系/)
  await fill(made)
  expect((await refusedAs('submit-filing'))[0]).toContain('尚未经领导审签')
  await lead('sign-filing', { by: '周明', way: 'oa', number: '甬海〔2027〕3号' })
  expect(last()).toMatchObject({ unit: name, year: 2026, state: 'draft' })
  await lead('submit-filing')
  expect(last()).toMatchObject({ state: 'submitted', content: expect.any(Number) })
  expect(await progress()).toMatchObject({
    of: 1,
    submitted: 1,
    units: [{ state: 'submitted', onTime: true }],
  })

  expect((await refusedAs('submit-filing'))[0]).toBe(
    '未办理报送：“月湖街道”的报告现为“已报送，待审”，可办理：撤回、受理、询问、退回、审核通过、登记盖章件、登记审签。',
  )
  expect(await refusedAs('ask-filing')).toEqual(['未办理询问：请用 --note 写明原因或说明。', 2])
  await lead('ask-filing', { note: '申请是否为零？', cells: received })
  expect(await progress()).toMatchObject({ submitted: 1, awaitingAnswer: 1 })
  await lead('answer-question', { note: '无误，全年未收到申请。' })
  expect(await progress()).toMatchObject({ awaitingAnswer: 0, units: [{ state: 'reviewing' }] })

  await lead('return-filing', { note: '总体情况缺项。', cells: 'overview', until: '2027-01-25' })
  expect(await progress()).toMatchObject({
    ...{ submitted: 1, toChase: { returned: [name] } },
    units: [{ state: 'returned', onTime: true, returnedTimes: 1, returnMendedInTime: null }],
  })
  await lead('sign-filing', { by: '周明' })
  await lead('submit-filing')
  expect(await progress()).toMatchObject({
    units: [{ state: 'submitted', returnedTimes: 1, returnMendedInTime: true, onBehalf: false }],
  })
  expect((await refusedAs('approve-filing', { content: '1' }))[0]).toContain('已有改动')
  await lead('approve-filing')
  expect(await progress()).toMatchObject({ approved: 1, units: [{ state: 'approved', sealedCopy: false }] })
  expect((await refusedAs('receive-sealed', { on: '2099-01-01' }))[1]).toBe(2)
  await lead('receive-sealed', { on: '2026-01-02' })
  expect(await progress()).toMatchObject({ units: [{ state: 'approved', sealedCopy: true }] })
  expect((await refusedAs('return-filing', { note: '再改。' }))[0]).toContain(
    '可办理：申请退回修改、撤销审核通过、登记盖章件、登记公开网址。',
  )
  await lead('undo-approval', { note: '发现错漏。' })
  expect(await progress()).toMatchObject({ approved: 0, units: [{ state: 'reviewing' }] })
  await verifyAll(json, made.context)
  expect(last()).toMatchObject({ ok: true })
})

test('where drafts are reviewed first, a hand-in needs no sign-off and an approval does', async () => {
  const made = await office('review-first')
  const { lead, refusedAs, progress } = made
  await fill(made)
  await lead('submit-filing', { onBehalf: true })
  await lead('withdraw-filing')
  await status({}, made.context)
  expect(made.out.at(-1)).toContain('已报送 0 家。未报送 1 家：撤回修改 1 家（月湖街道）。')
  expect(await progress()).toMatchObject({ units: [{ onBehalf: true }] })
  await lead('submit-filing')
  await lead('take-filing')
  expect((await refusedAs('withdraw-filing'))[0]).toContain('“审核中”')
  expect(await refusedAs('approve-filing')).toEqual([
    '未办理审核通过：“月湖街道”的报告尚未经领导审签。请先用 npx nianbao filing sign 登记审签。',
    1,
  ])
  await lead('sign-filing', { by: '周明' })
  await lead('approve-filing')
  expect(await progress()).toMatchObject({ approved: 1, units: [{ state: 'approved', onBehalf: false }] })
})

test('an exempt unit is not among those that are to file, until it is readmitted', async () => {
  const { lead, progress } = await office()
  await lead('exempt-filing', { note: '已并入其他单位。' })
  expect(await progress()).toMatchObject({ of: 0, units: [{ unit: name, state: 'exempt', onTime: null }] })
  await lead('readmit-filing')
  expect(await progress()).toMatchObject({ of: 1, units: [{ state: 'draft' }] })
})

test.each([
  [{ year: '2030' }, '没有2030年度的报告', 1],
  [{ content: 'x' }, '内容版次', 2],
  [{ cells: 'requests.nothing', note: '请核实。' }, '没有编号为', 2],
  [{ by: '周明', capacity: 'mayor' }, 'leader-in-charge、head', 2],
  [{ capacity: 'head' }, '--by', 2],
  [{ by: '周明', capacity: 'head', on: '2027-01-13' }, '尚未到来', 2],
] as const)('is refused when it is asked with %j', async (options, sentence, exit) => {
  const { refusedAs } = await office()
  const act = 'capacity' in options ? 'sign-filing' : 'return-filing'
  expect(await refusedAs(act, options)).toEqual([expect.stringContaining(sentence), exit])
})
test('the sheet for signatures is a docx of a finished report, and an unfinished one is refused with what is missing', async () => {
  const made = await office()
  const output = join(await folder(), 'sheet.docx')
  const sheet = () => approvalSheet(name, { output, ...json }, made.context)
  expect((await refused(sheet()))[0]).toMatch(/^未办理生成审批单：“月湖街道”的报告尚未完成。\n\d+ 项未填：/)
  await fill(made)
  expect(await sheet()).toBe(0)
  expect(made.last()).toEqual({ unit: name, year: 2026, file: output })
  expect((await readFile(output)).subarray(0, 2).toString()).toBe('PK')
})

test('a unit’s Word draft is shown at the shell, and entered only when it is taken', async () => {
  const made = await office()
  const file = join(await folder(), 'draft.docx')
  await fill(made)
  const { store, close } = await openStore(made.file)
  const [unit] = await store.units()
  const stood = await store.handled(unit?.filings[0]?.id ?? ('' as never))
  await close()
  if (!stood) throw new Error('no filing')
  await writeFile(
    file,
    await docxOf(outlineOf({ form: disclosure2021, filing: stood.filing, unitName: name })),
  )
  const other = await office()
  const enter = (more: object = {}) => enterDraft(name, file, { ...json, ...more }, other.context)
  await enter()
  expect(other.last()).toMatchObject({ unit: name, taken: false, texts: 3 })
  expect((await other.refusedAs('submit-filing'))[0]).toContain('尚未完成')
  await enter({ take: true })
  expect(other.last()).toMatchObject({ taken: true, unread: [] })
  await enter()
  expect(other.last().open).toBeLessThanOrEqual(1)
  await verifyAll(json, other.context)
  expect(other.last()).toMatchObject({ ok: true })
})
