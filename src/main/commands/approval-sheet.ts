// `nianbao filing sheet UNIT -o FILE`: the sheet for signatures (审批单) of a unit's report as docx.

import { viewOf } from '../../app/conversation/compose/view.ts'
import { makeApprovalSheet } from '../../app/filing/approval-sheet.ts'
import { openUnit } from '../../app/open.ts'
import { checkContext } from '../../app/opened.ts'
import { docxOf } from '../../document/docx.ts'
import { renamedFiling } from '../../engine/renamed.ts'
import { review } from '../../engine/review.ts'
import { pageStyle } from '../../forms/page-style.ts'
import { realEnvironment } from '../environment.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { type FilingOptions, readFiling } from './filing.ts'
import { refusalWords } from './filing-words.ts'
import { readUnit } from './options.ts'
import { save } from './render.ts'
import { withStore } from './with-store.ts'

export type SheetOptions = Pick<FilingOptions, 'year' | 'obligation' | 'json'> & { readonly output: string }

export const approvalSheet = async (
  name: string,
  options: SheetOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, catalog, words } = context
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const { id } = readFiling(context, unit, options)
    const at = context.now()
    const environment = realEnvironment(config.TIMEZONE)
    const admitted = await openUnit(store, { type: 'shell', at }, unit.id, 'order-document')
    const stored = await store.handled(id)
    if (!admitted || !stored) throw refusal(say('filing.refused.filing-unknown', { unit: unit.name }), 1)
    const form = catalog.formOf(stored.filing.form)
    const stood = { ...stored, filing: renamedFiling(form, stored.filing) }
    const judged = review(form, stood.filing, checkContext(catalog, stood, environment, at))
    const sheet = makeApprovalSheet(viewOf(words, catalog, stood), stood, judged, environment.dateOf(at))
    if ('why' in sheet)
      throw refusal(refusalWords(context, 'order-document', unit.name, { ...sheet, stood }), 1)
    const file = options.output
    await save(context, file, await docxOf(sheet, pageStyle, at))
    const { year } = stood.filing
    if (options.json) context.print(JSON.stringify({ unit: unit.name, year, file }))
    else context.print(say('filing.sheet.made', { unit: unit.name, year, file }))
    return 0
  })
}
