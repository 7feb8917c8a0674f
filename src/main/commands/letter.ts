// `nianbao nudges letter UNIT… -o FILE`: a letter of reminder as docx.

import { makeLetter } from '../../app/chasing/make-letter.ts'
import type { ChasedUnit } from '../../app/chasing/read-chased.ts'
import { shiftWorkingDays } from '../../district/count-working-days.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { chasedOf } from './chased-of.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { readDay } from './dates.ts'
import { doneOr } from './done-or.ts'
import { readForm, readUnit } from './options.ts'
import { refuseUnwritable } from './refuse-unwritable.ts'
import { save } from './render.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import { withStore } from './with-store.ts'

export type LetterOptions = CampaignOptions & {
  readonly output: string
  readonly from?: string
  readonly number?: string
  readonly notice?: string
  readonly by?: string
  readonly contact?: string
}

/** To whoever has something open; a unit that has not is refused by name. */
export const letter = async (
  names: readonly string[],
  options: LetterOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, words } = context
  const by = readDay(context, options.by)
  return withStore(context, async (store, config) => {
    await settleCampaigns(context, store, config)
    const campaign = await readCampaign(context, store, options)
    const read = await chasedOf(context, store, config, campaign)
    const wanted = await Promise.all(names.map(name => readUnit(context, store, name)))
    const [first, ...others] = [...new Map(wanted.map(unit => [unit.id, unit])).values()].map(
      ({ id, name }): ChasedUnit => {
        const unit = read.units.find(({ filing }) => filing.unit === id)
        if (!unit) throw refusal(say('letter.nothing-open', { name }), 1)
        return unit
      },
    )
    if (!first) throw refusal(say('letter.nothing-open', { name: '' }), 1)
    await refuseUnwritable(context, options.output)
    const form = readForm(context, campaign.year, { obligation: campaign.obligation })
    const wish = {
      from: options.from?.trim() || words.district('office'),
      number: options.number?.trim() || null,
      notice: options.notice?.trim() || null,
      answerBy: by ?? shiftWorkingDays(read.calendar, read.now.date, usualDays),
      contact: options.contact?.trim() || null,
    }
    const deps = { ...recorderOf(store, auditSeal(config)), words }
    const shell = { type: 'shell', at: context.now() } as const
    const act = await makeLetter(deps, shell, form, read, [first, ...others], wish)
    await save(context, options.output, doneOr(context, act, { name: names.join(say('list')) }))
    const units = [first, ...others].map(({ filing }) => filing.name)
    if (options.json)
      context.print(JSON.stringify({ letter: { file: options.output, units, answerBy: wish.answerBy } }))
    else context.print(say('letter.made', { file: options.output, units: units.join(say('list')) }))
    return 0
  })
}

/** Working days from the letter to the answer, where no day is given. */
const usualDays = 2
