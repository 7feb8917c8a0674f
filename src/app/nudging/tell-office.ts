// The office's own message of a day, to each of its people who can be reached, once.

import { dateIn } from '../../district/date-in.ts'
import { type Digest, digestOn } from '../../district/nudges/digest.ts'
import { isRingTime } from '../../district/nudges/hours.ts'
import { readMoment } from '../../district/nudges/moment.ts'
import { momentIn } from '../../district/nudges/season-of.ts'
import { workCalendar } from '../../district/work-calendar.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { clockCommit } from '../clock/clock-commit.ts'
import { plain } from '../conversation/compose/view.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type ChatRef, type Outgoing, wordsMessage } from '../message.ts'
import { readStatus } from '../oversight/read-status.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import { type Committed, emptyCommit } from '../ports/commit.ts'
import type { DeskCard } from '../ports/desks.ts'
import type { Environment } from '../ports/environment.ts'
import type { Nudges, Officer } from '../ports/nudges.ts'
import type { Registry } from '../ports/registry.ts'
import type { Due, Turn } from '../ports/turn.ts'
import { digestText } from './digest-text.ts'
import { seasonsOf } from './seasons.ts'

export type OfficeDeps = {
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'campaignStandings'>
  readonly nudges: Pick<Nudges, 'officers' | 'nudgesOf'>
  readonly calendar: Pick<Calendar, 'notices'>
  readonly registry: Pick<Registry, 'unitGround' | 'unitGrounds'>
  readonly deliver: Pick<Deliver, 'commit'>
  readonly catalog: Catalog
  readonly words: Words
  readonly environment: Pick<Environment, 'id'>
  /** The district's. */
  readonly zone: string
}

const job = 'nudge-office'

/** The row of a digest; its key is that of the day, so it is begun once. */
export const firstDigest = ({ date, stage }: Digest, campaign: string, now: number): Due => ({
  ...{ job, at: now },
  key: `${campaign}/${stage}/${date}`,
})

export const tellOffice = async (deps: OfficeDeps, turn: Turn): Promise<Committed> => {
  const { deliver, nudges, words, zone } = deps
  const [id, , date = ''] = turn.due.key.split('/')
  const moment = readMoment(momentIn(zone, turn.now))
  const calendar = workCalendar(await deps.calendar.notices())
  const campaign = (await deps.campaigns.campaigns()).find(each => each.id === id)
  const office = campaign && seasonsOf(deps, [campaign]).of({ campaign: campaign.id, level: null })
  const digest = office ? digestOn(calendar, office.season, date) : null
  const status =
    campaign &&
    (await readStatus({ ...deps, dayOf: at => dateIn(zone, at) }, { type: 'server', at: turn.now }, campaign))
  // One of a day that is over, or late for its hours, stays on the page alone.
  if (!campaign || !office || !digest || !status || moment.date !== date || !isRingTime(calendar, moment))
    return deliver.commit(clockCommit(turn))
  const officers = (await nudges.officers(campaign.root)).flatMap(({ chat, channel, ...rest }) =>
    chat !== null && channel !== null ? [{ ...rest, chat, channel }] : [],
  )
  const last = await nudges.nudgesOf(campaign.id)
  const text = digestText({ words, calendar, date, ...office }, { ...digest, time: moment.time }, status, {
    sent: last.filter(each => each.unit !== null && momentIn(zone, each.at).startsWith(date)),
    momentOf: at => momentIn(zone, at),
  })
  for (const officer of officers) {
    const message = messageTo(deps, officer.chat, text)
    await deliver.commit({
      ...emptyCommit({ channel: 'clock', id: `${digest.key}/${officer.person}`, at: turn.now }),
      isBulk: true,
      rights: { members: [officer.member], above: [] },
      about: { unit: officer.unit },
      outbox: [message],
      card: cardOf(words, officer, message, turn.now),
      nudges: [
        {
          ...{ key: `${digest.key}/${officer.person}`, campaign: campaign.id, filing: null },
          ...{ person: officer.person, stage: digest.stage, day: date, way: officer.channel },
          ...{ outbox: message.id, state: 'queued' },
        },
      ],
    })
  }
  return deliver.commit(clockCommit(turn))
}

/** Looks that the message leads to; they count from any card. */
const looks = ['progress', 'units'] as const

const messageTo = (
  { words, environment }: Pick<OfficeDeps, 'words' | 'environment'>,
  chat: ChatRef,
  text: string,
): Outgoing => ({
  ...wordsMessage(environment.id(), chat, text.split('\n').map(plain)),
  kind: 'ask',
  choices: looks.map((look, number) => ({ number, label: words.desk(`choice.${look}`), nav: false })),
})

const cardOf = (
  words: Words,
  { person, unit }: Pick<Officer, 'person' | 'unit'>,
  { id, to: chat }: Outgoing,
  at: number,
): DeskCard => ({
  ...{ id, chat, person, unit, at },
  choices: looks.map(asking => ({ asking, args: [], label: words.desk(`choice.${asking}`) })),
})
