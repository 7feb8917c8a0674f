// Nudges that did not arrive: their words are put on a page that the person has, and the office hears whom to call.

import type { Campaign } from '../../district/campaign.ts'
import type { Words } from '../../i18n/words.ts'
import { plain } from '../conversation/compose/view.ts'
import type { Deliver } from '../mail/deliver.ts'
import { wordsMessage } from '../message.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { FailedNudge, Nudges } from '../ports/nudges.ts'

export type TellFailedDeps = {
  readonly nudges: Pick<Nudges, 'failedNudges' | 'officers'>
  readonly deliver: Pick<Deliver, 'commit'>
  readonly words: Words
  readonly environment: Pick<Environment, 'id'>
}

/** So many are told at once; the next turn tells the others. */
const mostTold = 50

export const tellFailed = async (
  deps: TellFailedDeps,
  campaigns: readonly Campaign[],
  now: number,
): Promise<void> => {
  const failed = await deps.nudges.failedNudges(mostTold)
  for (const [id, ofCampaign] of Map.groupBy(failed, ({ campaign }) => campaign)) {
    const campaign = campaigns.find(each => each.id === id)
    await tellOf(deps, campaign ?? null, ofCampaign, now)
  }
}

/** One that several stages of a person share is told once. */
const tellOf = async (
  { nudges, deliver, words, environment }: TellFailedDeps,
  campaign: Campaign | null,
  failed: readonly FailedNudge[],
  now: number,
): Promise<void> => {
  const officers = campaign ? await nudges.officers(campaign.root) : []
  const people = [...Map.groupBy(failed, ({ person, unit }) => `${person} ${unit}`).values()].flatMap(
    ([first]) => first ?? [],
  )
  const named = people.map(({ unit, name, phone }) =>
    words.district(phone === null ? 'undelivered.person' : 'undelivered.person.phone', {
      ...{ unit, name, phone: phone ?? '' },
    }),
  )
  const text = words.district('undelivered', { count: people.length, people: named.join(words.say('list')) })
  const told = officers.flatMap(({ chat, member, unit }) => (chat === null ? [] : [{ chat, member, unit }]))
  const [office] = told
  for (const { key, filing, page, lines } of people) {
    if (!page || lines.length === 0) continue
    // Lost where the right has ended meanwhile: the page stays without the words.
    await deliver.commit({
      ...emptyCommit({ channel: 'clock', id: `nudge-page/${key}`, at: now }),
      isBulk: true,
      rights: { members: [page.member], above: [] },
      about: filing,
      outbox: [wordsMessage(environment.id(), page.chat, lines)],
    })
  }
  await deliver.commit({
    ...emptyCommit({ channel: 'clock', id: `nudge-failed/${failed[0]?.key}`, at: now }),
    isBulk: true,
    rights: { members: told.map(({ member }) => member), above: [] },
    ...(office && { about: { unit: office.unit } }),
    outbox: told.map(({ chat }) => wordsMessage(environment.id(), chat, [plain(text)])),
    nudgesTold: failed.map(({ key }) => key),
  })
}
