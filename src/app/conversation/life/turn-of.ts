// The share of a report's life in one message: the acts that its event asks for, or that a change brings with it, as rows
// and lines of the commit, and the words beside the question.

import { decide, type Rights } from '../../../district/access.ts'
import type { FilingState } from '../../../district/lifecycle.ts'
import type { Outline } from '../../../document/outline.ts'
import type { AskedPlace } from '../../../engine/context.ts'
import type { Effect } from '../../../engine/effect.ts'
import type { Event } from '../../../engine/event.ts'
import { diff, type Filing, raisesContent } from '../../../engine/filing.ts'
import type { Known } from '../../../engine/known.ts'
import { type Review, review } from '../../../engine/review.ts'
import type { Catalog } from '../../../forms/catalog.ts'
import type { Words } from '../../../i18n/words.ts'
import type { AuditAct, Seal } from '../../audit.ts'
import { actRows } from '../../filing/act-rows.ts'
import type { FilingWish } from '../../filing/effects-of.ts'
import { signedDay } from '../../filing/signed-day.ts'
import type { Incoming, Outgoing } from '../../message.ts'
import type { Caller } from '../../open.ts'
import type { Conversations, Seat } from '../../ports/conversations.ts'
import type { DeskCard } from '../../ports/desks.ts'
import type { Environment } from '../../ports/environment.ts'
import type { HandledFiling, Handling } from '../../ports/handling.ts'
import { type Awaited, isLifeEvent, type LifeEvent } from '../../ports/life-event.ts'
import type { LifeRows } from '../../ports/life-rows.ts'
import { placeNames } from '../compose/place-names.ts'
import { plain, type View, viewOf } from '../compose/view.ts'
import type { LifeWords } from '../compose.ts'
import { afterActs, keysOutside, type Life, lifeOf } from './life.ts'
import { lifeTurn } from './life-turn.ts'
import { lifeWords } from './life-words.ts'
import { awaitedCard } from './signing.ts'
import { type StaffDeps, staffOf } from './staff.ts'
import { tellLife } from './tell-life.ts'

type Deps = {
  readonly catalog: Catalog
  readonly conversations: Pick<Conversations, 'othersAt'>
  readonly handling: Handling
  readonly environment: Environment
  readonly words: Words
  readonly seal: Seal
} & StaffDeps

/** A step as it came out, and what stands after it. */
type Ended = {
  readonly incoming: Incoming
  readonly before: Review
  readonly after: Review
  readonly filing: Filing
  readonly content: number
  /** Keys that may not be changed now, and are not. */
  readonly outside: readonly string[]
  readonly effects: readonly Effect[]
}

type Lived = {
  readonly state: FilingState
  /** Null where no act was done. */
  readonly rows: LifeRows | null
  readonly acts: readonly AuditAct[]
  readonly admitted: readonly { readonly rights: Rights }[]
  readonly outbox: readonly Outgoing[]
  readonly cards: readonly DeskCard[]
  readonly awaits: Awaited | null
  /** The day on which what stands was signed, for a document or a preview of it. */
  readonly signedOn: string | null
  readonly words: LifeWords
  readonly sheet: Outline | null
}

type Turned = {
  /** The event that the engine applies. */
  readonly step: Event
  readonly asked: readonly AskedPlace[]
  /** The keys that the step changed and that stay as they were. */
  readonly outside: (after: Filing) => readonly string[]
  readonly end: (view: View, ended: Ended) => Promise<Lived>
}

export const turnOf = async (
  deps: Deps,
  seat: Seat,
  event: Event | LifeEvent,
  known: Known,
  caller: Extract<Caller, { readonly type: 'person' }>,
): Promise<Turned> => {
  const { handling, environment, catalog, words } = deps
  const now = caller.at
  const { filing, ground, person, content } = seat
  const form = catalog.formOf(filing.form)
  const load = async (): Promise<Life | null> => {
    const stood = await handling.handled(filing.id)
    return stood && lifeOf(form, { ...stood, filing }, ground)
  }
  const life = isLifeEvent(event) || ground.state !== 'draft' ? await load() : null
  const judged = review(form, filing, known)
  const turn =
    life && isLifeEvent(event)
      ? await lifeTurn(
          {
            ...{ handling, view: viewOf(words, catalog, seat), life, judged, awaits: seat.awaits ?? null },
            ...{ name: person.name, today: environment.dateOf(now) },
            staff: staffOf(deps, seat, caller, environment.dateOf(now)),
          },
          event,
        )
      : null
  const who = { by: person.id, at: now, channel: '' }
  const rowsOf = async (
    stood: HandledFiling,
    wishes: readonly FilingWish[],
    after: Filing,
    content: number,
  ) =>
    wishes.length === 0
      ? null
      : actRows(deps, { wishes, stood, filing: after, content, who, isFromAbove: isFromAbove(seat) })
  const acted = life && turn ? await rowsOf(life.stood, turn.wishes, filing, content) : null
  const present = life && acted ? lifeOf(form, afterActs(life.stood, acted, person.name), ground) : life
  return {
    step: isLifeEvent(event) ? (turn?.step ?? { type: 'resume' }) : event,
    asked: (present?.places ?? []).filter(({ became }) => became === 'open'),
    outside: after =>
      present && ground.state === 'queried' && !turn
        ? keysOutside(form, judged, present, changedKeys(filing, after))
        : [],
    end: async (view, ended) => {
      const { incoming, filing: after, outside } = ended
      const isChanged = raisesContent(diff(filing, after))
      const withdraws = !turn && isChanged && ground.state === 'submitted'
      const wishes: readonly FilingWish[] = withdraws ? [{ act: 'withdraw-filing', content: null }] : []
      const withdrawn = life && withdraws ? await rowsOf(life.stood, wishes, after, ended.content) : null
      const done = acted ?? withdrawn
      const found = present ?? (ended.effects.some(showsState) ? await load() : null)
      const stood = found && { ...found.stood, filing: after, content: ended.content }
      const shown =
        stood && lifeOf(form, withdrawn ? afterActs(stood, withdrawn, person.name) : stood, ground)
      const told = await tellLife(
        { conversations: deps.conversations, handling, id: environment.id },
        {
          ...{ filing: filing.id, chat: incoming.chat },
          toColleagues: turn?.toColleagues ?? [],
          toFillers: turn?.toFillers ?? [],
          toOffice: turn?.toOffice ?? [],
          officeAsks: turn?.officeAsks ?? null,
          at: now,
        },
      )
      const kept = keptAwaits(seat, event)
      const said = [
        ...(turn?.said ?? []),
        ...(turn && turn.toFillers.length > 0 ? [plain(fillersWords(view, told.fillers))] : []),
        ...(withdrawn ? [plain(view.words.say('life.withdrawn'))] : []),
        ...(outside.length > 0
          ? [plain(view.words.say('life.outside', { names: placeNames(view, outside) }))]
          : []),
      ]
      const put = turn?.put ?? (kept ? awaitedCard(view, kept) : null)
      return {
        state: done?.state ?? ground.state,
        rows: done?.life ?? null,
        acts: done?.acts ?? [],
        admitted: [...told.admitted, ...rightsOf(seat, [...(turn?.wishes ?? []), ...wishes])],
        outbox: told.outbox,
        cards: told.cards,
        awaits: turn?.awaits ?? kept,
        signedOn: shown && signedDay(shown.stood),
        words: {
          ...(shown
            ? await lifeWords(deps, view, shown, ended.after, ended.effects, { said, put })
            : { said, lines: [], choices: [], put }),
          ...(turn?.sheet && { hasSheet: true }),
        },
        sheet: turn?.sheet ?? null,
      }
    },
  }
}

/** The end of the form, the progress and what prints tell how the report stands in its life. */
const showsState = (effect: Effect): boolean =>
  ['progress', 'preview', 'document'].includes(effect.type) ||
  (effect.type === 'ask' && effect.question.type === 'done')

const isFromAbove = ({ ground }: Seat): boolean => !ground.members.some(({ unit }) => unit === ground.unit)

const fillersWords = ({ words }: View, names: readonly string[]): string =>
  names.length > 0
    ? words.say('life.declined', { names: names.join(words.say('list')) })
    : words.say('life.declined.none')

/** Looks leave the awaited words awaited; the prompt stands again behind them. */
const keptAwaits = ({ awaits }: Seat, { type }: Event | LifeEvent): Awaited | null =>
  awaits && ['help', 'progress', 'preview', 'thanked', 'unsupported'].includes(type) ? awaits : null

const changedKeys = (before: Filing, after: Filing): readonly string[] =>
  diff(before, after).map(({ key }) => key as string)

/** Each act is asked for by its own name; the guard confirms the rows. */
const rightsOf = (
  { ground: { members, unit, above } }: Seat,
  wishes: readonly FilingWish[],
): readonly { readonly rights: Rights }[] =>
  wishes.map(({ act }) => {
    const rights = decide(members, act, { id: unit, above })
    if (!rights) throw new TypeError(`${act} without a right to it`)
    return { rights }
  })
