// Sends one planned nudge: composed from its filing as it stands now, and committed with its keys as bulk mail, so that
// it goes out once, whoever else plans the same.

import { type Delay, delaysAt } from '../../district/nudges/delays.ts'
import { type Moment, readMoment } from '../../district/nudges/moment.ts'
import type { Nudge, Stage, StageOfFiling } from '../../district/nudges/nudge.ts'
import type { WorkCalendar } from '../../district/work-calendar.ts'
import { personId } from '../../engine/filing.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { lostRace } from '../lost-race.ts'
import type { Deliver } from '../mail/deliver.ts'
import { admit } from '../open.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { FilingToNudge, KeptNudge, Nudges, Reached } from '../ports/nudges.ts'
import { composeNudge } from './compose-nudge.ts'
import { messageText } from './message-text.ts'
import type { Seasons } from './seasons.ts'

export type SendNudgeDeps = {
  readonly conversations: Pick<Conversations, 'loadSeat'>
  readonly nudges: Pick<Nudges, 'nudgesOfKeys'>
  readonly deliver: Pick<Deliver, 'commit'>
  readonly catalog: Catalog
  readonly words: Words
  readonly environment: Pick<Environment, 'id' | 'startOf' | 'chance' | 'sleep'>
}

/** The moment of sending, and what is read once for all nudges of it. */
export type Sending = {
  readonly calendar: WorkCalendar
  readonly seasons: Seasons
  readonly moment: Moment
  readonly now: number
  readonly filings: ReadonlyMap<string, FilingToNudge>
}

/** Whether it went into the mail; not when somebody else was first, or its filing moved on meanwhile. */
export const sendNudge = async (
  deps: SendNudgeDeps,
  sending: Sending,
  nudge: Pick<Nudge, 'key' | 'lead' | 'rest' | 'person' | 'channel'>,
  reached: Reached,
): Promise<boolean> => {
  const filing = sending.filings.get(nudge.lead.filing)
  if (!filing) return false
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const commit = await commitOf(deps, sending, { nudge, filing, reached })
    if (!commit) return false
    const committed = await deps.deliver.commit(commit)
    if (committed !== 'lost') return committed === 'done'
    const keys = commit.nudges?.map(({ key }) => key) ?? []
    if ((await deps.nudges.nudgesOfKeys(keys)).length > 0) return false
    await deps.environment.sleep(lostRace.pauseMs(attempt, deps.environment.chance))
  }
  return false
}

type Sent = {
  readonly nudge: Pick<Nudge, 'key' | 'lead' | 'rest' | 'person' | 'channel'>
  readonly filing: FilingToNudge
  readonly reached: Reached
}

const commitOf = async (
  deps: SendNudgeDeps,
  { calendar, seasons, moment, now, filings }: Sending,
  { nudge, filing, reached }: Sent,
): Promise<Commit | null> => {
  const { conversations, words, environment } = deps
  const seat = await conversations.loadSeat(reached.account, reached.chat, filing.filing)
  if (!seat || seat.ground.state !== filing.state) return null
  const fills = admit(seat.ground, 'answer-filing')
  const rights = fills ?? admit(seat.ground, 'see-filing')
  if (!rights) return null
  const { season } = seasons.of(filing)
  const place = { legal: season.dates.legal, isReturned: filing.state === 'returned' }
  const composed = composeNudge(deps, {
    ...{ seat, reached, now, date: moment.date },
    text: messageText({ words, calendar, date: moment.date }, seasons, nudge, filings),
    delays: fills ? delaysOf(calendar, moment, place, nudge.lead.stage) : null,
    isOpening: nudge.lead.stage === 'opening',
  })
  const [{ id: outbox }] = composed.outbox
  const kept = ({ key, filing: id, stage }: StageOfFiling): readonly KeptNudge[] => {
    const campaign = filings.get(id)?.campaign
    return campaign === undefined
      ? []
      : [
          {
            ...{ key, campaign, filing: id, stage, outbox, day: moment.date, state: 'queued' },
            ...{ person: personId(nudge.person), way: nudge.channel ?? '' },
          },
        ]
  }
  return {
    ...emptyCommit({ channel: 'clock', id: `nudge/${environment.id()}${environment.id()}`, at: now }),
    isBulk: true,
    rights,
    seen: [{ filing: seat.filing.id, expected: seat.filing.version, state: seat.ground.state }],
    position: composed.position,
    card: composed.card,
    outbox: composed.outbox,
    nudges: [nudge.lead, ...nudge.rest].flatMap(kept),
  }
}

/** So long before the day nobody says on which day a signed report comes in. */
const early: readonly Stage[] = ['idle', 't-14']

/** The first message of a season is put off by not answering it. */
const delaysOf = (
  calendar: WorkCalendar,
  moment: Moment,
  place: { readonly legal: string; readonly isReturned: boolean },
  stage: Stage,
): readonly Delay[] =>
  stage === 'opening'
    ? []
    : delaysAt(calendar, moment, place).filter(({ type }) => type !== 'signing' || !early.includes(stage))

/** Whether a nudge of the plan goes out at a moment; `filings` has what it names. */
export const isDueAt = (
  { time }: Moment,
  nudge: Nudge,
  filings: ReadonlyMap<string, FilingToNudge>,
): boolean => {
  const lead = filings.get(nudge.lead.filing)
  const isNow = nudge.time <= time && time <= nudge.until
  return isNow && nudge.channel !== null && lead !== undefined && !isToldByAct(nudge, lead)
}

/** The moment at which a return was told by the act itself needs no ring of its own. */
const isToldByAct = ({ lead, date, time }: Nudge, { returned }: FilingToNudge): boolean => {
  if (lead.stage !== 'returned' || !returned) return false
  const made = readMoment(returned.moment)
  return made.date === date && made.time === time
}
