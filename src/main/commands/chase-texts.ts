// `nianbao nudges texts`: ready words for whoever gets no message by itself, to be forwarded by hand, and the two texts
// for a group. It sends nothing; with `--links` it makes a link for each unit where nobody is in.

import { groupTexts } from '../../app/chasing/group-text.ts'
import type { EntryLink } from '../../app/chasing/private-text.ts'
import { type PreparedText, privateTexts } from '../../app/chasing/private-texts.ts'
import type { ChasedCampaign, ChasedUnit } from '../../app/chasing/read-chased.ts'
import { makeInvitation } from '../../app/registry/make-invitation.ts'
import { addressAt } from '../../channels/address.ts'
import type { Store } from '../../storage/store.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { chasedOf } from './chased-of.ts'
import type { CommandContext } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { invitationLinks } from './invitation-links.ts'
import { readInviteOptions } from './invite-options.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import { withStore } from './with-store.ts'

export type ChaseTextsOptions = CampaignOptions & {
  readonly group?: boolean
  readonly links?: boolean
  readonly contact?: string
}

export const chaseTexts = async (options: ChaseTextsOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const { words } = context
    await settleCampaigns(context, store, config)
    const campaign = await readCampaign(context, store, options)
    const read = await chasedOf(context, store, config, campaign)
    const contact = options.contact?.trim() || null
    const group = groupTexts(words, read, contact)
    const entryOf = options.group ? () => null : await entries(options, context, store, config, read)
    const texts = options.group ? [] : privateTexts(words, read, entryOf, contact)
    if (options.json) {
      context.print(
        JSON.stringify({
          ...(!options.group && { private: texts.map(privateJson) }),
          group: group && {
            ...{ usual: group.usual, unnamed: group.unnamed, named: group.named },
            units: group.units.map(({ filing }) => filing.name),
          },
        }),
      )
      return 0
    }
    const lines = [
      ...texts.map(text => privateLines(context, text)),
      ...(group ? groupLines(context, group) : []),
    ]
    context.print(lines.length > 0 ? lines.join('\n\n') : context.say('chase.none'))
    return 0
  })

const privateJson = ({ units, person, text }: PreparedText) => {
  const [{ chased, next, taken }] = units
  return {
    units: units.map(({ filing }) => filing.name),
    person,
    ...{ matter: chased.matter, due: chased.due, colour: chased.colour, hasEntered: chased.hasEntered },
    ...{ next, last: taken[0] ? { step: taken[0].step, at: new Date(taken[0].at).toISOString() } : null },
    text,
  }
}

const privateLines = ({ say, words }: CommandContext, { units, person, text }: PreparedText): string => {
  const [{ filing, chased, next }] = units
  const marks = [
    words.district(`chase.matter.${chased.matter}`),
    ...(chased.colour ? [words.district(`chase.colour.${chased.colour}`)] : []),
    ...(chased.hasEntered ? [] : [say('chase.never-entered')]),
  ]
  return say('chase.private', {
    ...{ unit: filing.name, person: person ?? '', marks: marks.join(say('list')), text },
    step: words.district(`chase.step.${next}`),
  })
}

/** The one that is meant on that day comes first. */
const groupLines = (
  { say }: CommandContext,
  { usual, named, unnamed }: NonNullable<ReturnType<typeof groupTexts>>,
): readonly string[] => {
  const texts = [say('chase.unnamed', { text: unnamed }), say('chase.named', { text: named })]
  return usual === 'named' ? texts.toReversed() : texts
}

/** The page for people who are in; a fresh link for units where nobody is, only on demand. */
const entries = async (
  options: ChaseTextsOptions,
  context: CommandContext,
  store: Store,
  config: Config,
  { units, campaign }: ChasedCampaign,
): Promise<(unit: ChasedUnit) => EntryLink> => {
  const page = config.PUBLIC_URL === undefined ? null : addressAt(config.PUBLIC_URL, '/chat')
  const fresh = new Map<string, string>()
  if (options.links) {
    const { obligation, year } = campaign
    const { form, expiresAt } = readInviteOptions({ obligation, year: String(year) }, context)(config)
    const { of } = await invitationLinks(config)
    const recorder = recorderOf(store, auditSeal(config))
    for (const { filing, chased } of units) {
      if (chased.recipient || chased.isSpared) continue
      const wish = { unit: filing.unit, role: 'filler', form, year, expiresAt } as const
      const made = await makeInvitation(recorder, { type: 'shell', at: context.now() }, wish)
      fresh.set(filing.filing, of(doneOr(context, made, { name: filing.name }).code).web)
    }
  }
  return ({ filing, chased }) => {
    const link = fresh.get(filing.filing)
    if (link !== undefined) return { link, isFresh: true }
    return chased.recipient && page !== null ? { link: page, isFresh: false } : null
  }
}
