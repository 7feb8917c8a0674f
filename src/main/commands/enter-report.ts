// `nianbao filing enter UNIT FILE`: a unit's Word draft is read and shown with what was not placed, and with --take entered
// for the unit.

import { effectLines } from '../../app/conversation/compose/effect-lines.ts'
import { doubtLines } from '../../app/conversation/compose/import-lines.ts'
import { viewOf } from '../../app/conversation/compose/view.ts'
import { enterReport } from '../../app/filing/enter-report.ts'
import { readDocx } from '../../intake/docx.ts'
import { auditSeal } from '../audit-seal.ts'
import { realEnvironment } from '../environment.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { type FilingOptions, readFiling } from './filing.ts'
import { readUnit } from './options.ts'
import { readBytes } from './read-bytes.ts'
import { withStore } from './with-store.ts'

export type EnterOptions = Pick<FilingOptions, 'year' | 'obligation' | 'json'> & {
  readonly take?: boolean
  readonly sure?: boolean
}

/** As for drafts that are sent. */
const mostMegabytes = 5

export const enterDraft = async (
  name: string,
  file: string,
  options: EnterOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, catalog, words } = context
  const bytes = await readBytes(context, file, mostMegabytes)
  if (typeof bytes === 'string') throw refusal(say('input.line', { file, why: bytes }))
  const read = await readDocx(bytes, catalog, async () => {})
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const { id, form } = readFiling(context, unit, options)
    const general = words.of(catalog.formOf(form))
    if (!read.ok) throw refusal(say('input.line', { file, why: general.say(`draft.${read.why}`) }))
    const environment = realEnvironment(config.TIMEZONE)
    const deps = { conversations: store, handling: store, registry: store, catalog, environment }
    const isTaken = options.take === true
    const entered = await enterReport(
      { ...deps, seal: auditSeal(config) },
      { type: 'shell', at: context.now() },
      id,
      { draft: read.draft, isSure: options.sure === true, isTaken },
    )
    if (entered.type === 'refused')
      throw refusal(
        say(entered.why === 'state' ? 'filing.enter.refused.state' : `filing.refused.${entered.why}`, {
          unit: unit.name,
        }),
        1,
      )
    const { stood, effects, isDoubted, isReady } = entered
    const view = viewOf(words, catalog, stood)
    const lines = effects.flatMap(effect => {
      if (effect.type === 'imported') return effectLines(view, effect)
      return effect.type === 'ask' && effect.question.type === 'import'
        ? doubtLines(view, effect.question).slice(0, -1)
        : []
    })
    const told = { unit: unit.name, year: stood.filing.year }
    if (isDoubted)
      throw refusal([...lines.map(({ text }) => text), say('filing.enter.doubted')].join('\n'), 1)
    if (options.json) {
      const imported = effects.find(each => each.type === 'imported')
      const unread = imported?.unread.map(({ place, said, why }) => ({ place, said, why })) ?? []
      const { figures = 0, texts = 0, open = 0 } = imported ?? {}
      context.print(JSON.stringify({ ...told, figures, texts, unread, open, taken: isTaken, ready: isReady }))
      return 0
    }
    for (const { text } of lines) context.print(text)
    context.print(say(isTaken ? 'filing.enter.taken' : 'filing.enter.shown', told))
    return 0
  })
}
