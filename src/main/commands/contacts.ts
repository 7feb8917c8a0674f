// `nianbao nudges record STEP UNIT…` and `nianbao nudges told`: steps of chasing as they were taken, and who was told
// when.

import { listContacts } from '../../app/chasing/list-contacts.ts'
import { longestNote, recordContact, stepNamed } from '../../app/chasing/record-contact.ts'
import { steps } from '../../district/chasing/ladder.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { readUnit } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type RecordOptions = CampaignOptions & { readonly whom?: string; readonly note?: string }

export const recordStep = async (
  typed: string,
  names: readonly string[],
  options: RecordOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, words } = context
  const step = stepNamed(typed)
  if (!step) throw refusal(say('usage.step', { what: typed, steps: steps.join(say('list')) }))
  const whom = readWords(context, options.whom)
  const note = readWords(context, options.note)
  if (names.length > 1 && (whom ?? note) !== null) throw refusal(say('usage.one-contact'))
  return withStore(context, async (store, config) => {
    const campaign = await readCampaign(context, store, options)
    const units = await Promise.all(names.map(name => readUnit(context, store, name)))
    const towards = units.map(({ id, name, filings }) => {
      const filing = filings.find(
        ({ obligation, year }) => obligation === campaign.obligation && year === campaign.year,
      )
      if (!filing) throw refusal(say('refused.not-in-campaign', { name }), 1)
      return { unit: id, filing: filing.id }
    })
    const deps = { ...recorderOf(store, auditSeal(config)), contacts: store }
    const act = await recordContact(deps, { type: 'shell', at: context.now() }, { step, towards, whom, note })
    const { length: count } = doneOr(context, act, { name: names.join(say('list')) })
    const at = new Date(context.now()).toISOString()
    if (options.json)
      context.print(JSON.stringify({ recorded: { step, units: units.map(({ name }) => name), at } }))
    else context.print(say('chase.recorded', { step: words.district(`chase.step.${step}`), count }))
    return 0
  })
}

const readWords = ({ say }: CommandContext, typed: string | undefined): string | null => {
  const words = typed?.trim() ?? ''
  if ([...words].length > longestNote) throw refusal(say('usage.note-long', { most: longestNote }))
  return words === '' ? null : words
}

/** Every step that was taken, the latest first. */
export const told = async (options: CampaignOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const { say, words } = context
    const campaign = await readCampaign(context, store, options)
    const caller = { type: 'shell', at: context.now() } as const
    const contacts = await listContacts({ registry: store, contacts: store }, caller, campaign)
    if (!contacts) throw refusal(say('refused.not-allowed'), 1)
    if (options.json) {
      const listed = contacts.map(({ unit, step, whom, note, byName, by, at }) => ({
        ...{ unit, step, whom, note, by: byName ?? by, at: new Date(at).toISOString() },
      }))
      context.print(JSON.stringify({ contacts: listed }))
      return 0
    }
    const lines = contacts.map(({ unit, step, whom, note, byName, by, at }) =>
      [
        instantWords(context, config, at),
        unit,
        words.district(`chase.step.${step}`),
        ...[whom, note].filter(part => part !== null),
        byName ?? by,
      ].join('  '),
    )
    context.print(lines.length > 0 ? lines.join('\n') : say('chase.nobody-told'))
    return 0
  })
