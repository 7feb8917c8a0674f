// Everything that an interpreted message causes, as one commit: the step's changes with their audit, the standing, the
// focus, the card and the mail.

import type { Rights } from '../../district/access.ts'
import { standingOf } from '../../district/standing.ts'
import { endsPassing } from '../../engine/broken-by.ts'
import type { Context } from '../../engine/context.ts'
import { diff, type Filing, type MessageRef, messageRef, raisesContent } from '../../engine/filing.ts'
import type { Focus } from '../../engine/focus.ts'
import type { Known } from '../../engine/known.ts'
import { isComplete, review } from '../../engine/review.ts'
import { step } from '../../engine/step.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { auditLines, changeActs, type Seal } from '../audit.ts'
import { sealReplacement } from '../filing/seal-replacement.ts'
import { sheetSnapshot, snapshotOf } from '../mail/snapshot.ts'
import type { Incoming } from '../message.ts'
import { putOff } from '../nudging/put-off.ts'
import { allRights } from '../open.ts'
import { checkContext } from '../opened.ts'
import type { Audits } from '../ports/audits.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Handling } from '../ports/handling.ts'
import { viewOf } from './compose/view.ts'
import { compose } from './compose.ts'
import type { Interpretation } from './interpretation.ts'
import type { StaffDeps } from './life/staff.ts'
import { turnOf } from './life/turn-of.ts'
import { onPage } from './on-page.ts'
import { ownMessage } from './own-message.ts'
import { tellColleagues } from './tell-colleagues.ts'

type Deps = {
  readonly catalog: Catalog
  readonly conversations: Pick<Conversations, 'othersAt'>
  readonly handling: Handling
  readonly environment: Environment
  readonly words: Words
  readonly seal: Seal
  readonly audits: Pick<Audits, 'headsOf'>
  readonly campaigns: Pick<Campaigns, 'datesOf'>
} & StaffDeps

/**
 * Changes are against the filing as it is `stored`, so rows of keys that were renamed move to the new ones. A person
 * who only looks raises no version.
 */
export const commitOf = async (
  deps: Deps,
  incoming: Incoming,
  seat: Seat,
  stored: Filing,
  interpretation: Interpretation,
  rights: Rights,
): Promise<Commit> => {
  const { catalog, conversations, environment, words, seal, audits, campaigns } = deps
  const { event, previous } = interpretation
  if (!event) return { ...emptyCommit(incoming), rights }
  const { filing } = seat
  const now = environment.now()
  const form = catalog.formOf(filing.form)
  const opened = previous ? { ...seat, previous: previous.filing } : seat
  const known = checkContext(catalog, opened, environment, now)
  const { channel, person: account } = incoming
  const caller = { type: 'person', account, channel, at: now } as const
  const turned = await turnOf(deps, seat, event, known, caller)
  const context = { ...contextOf(incoming, seat, known, now), asked: turned.asked }
  const tried = step(form, filing, seat.focus, turned.step, context)
  const outside = turned.outside(tried.filing)
  const stepped = outside.length > 0 ? step(form, filing, seat.focus, { type: 'resume' }, context) : tried
  const changes = diff(stored, stepped.filing)
  const content = seat.content + (raisesContent(changes) ? 1 : 0)
  const after = { ...stepped.filing, version: filing.version + 1 }
  const isWelcome = stepped.effects.some(each => each.type === 'ask' && each.question.type === 'welcome')
  const dates = isWelcome ? await campaigns.datesOf(filing.id) : null
  const view = viewOf(words, catalog, { ...opened, filing: after }, dates)
  const shown = onPage(incoming, seat, stepped, interpretation)
  const reviews = {
    before: review(form, filing, checkContext(catalog, seat, environment, now)),
    after: review(form, after, known),
  }
  const lived = await turned.end(view, { ...reviews, incoming, filing: after, content, outside, ...shown })
  const closesOn = lived.signedOn ?? environment.dateOf(now)
  const composed = compose(view, shown.effects, {
    chat: incoming.chat,
    seat,
    tapped: shown.tapped,
    stays: shown.stays,
    isUndoable: event.type !== 'undo' && stepped.focus.undo.at(-1) !== seat.focus.undo.at(-1),
    id: environment.id,
    now,
    closesOn,
    isWithdrawn: endsPassing(reviews.before, reviews.after),
    content,
    life: lived.words,
  })
  const told = await tellColleagues(conversations, environment.id, view, {
    ...{ filing, chat: incoming.chat, name: seat.person.name },
    ...reviews,
  })
  const who = { by: seat.person.id, at: now, channel }
  const delay = event.type === 'put-off' ? putOff(event, filing, seat.person.id) : null
  const acts = [...(await changeActs(seal, changes)), ...lived.acts, ...(delay?.acts ?? [])]
  const audit = await auditLines(seal, `filing/${filing.id}`, seat.auditHead, acts, who)
  const life = lived.rows ?? (delay?.life ? { ...delay.life, by: who.by, at: now } : null)
  const wantsFile = composed.outbox.some(outgoing => outgoing.file)
  const guard = { expected: filing.version, state: seat.ground.state }
  const written = {
    ...guard,
    filing: after,
    changes,
    auditHead: audit.head,
    audit: audit.lines,
    standing: {
      ...standingOf(form, after, known, reviews.after, lived.state),
      touchedAt: now,
    },
    snapshot: lived.sheet
      ? sheetSnapshot(form, after, seat.unit, lived.sheet)
      : wantsFile || lived.rows?.isHandIn
        ? snapshotOf(form, after, seat.unit, closesOn)
        : undefined,
    ...(life && { life }),
  }
  const onlyLooks = changes.length === 0 && !wantsFile && !previous && !seat.isUntouched && !life
  return {
    ...emptyCommit(incoming),
    rights: allRights([{ rights }, ...told.admitted, ...lived.admitted]),
    filings: onlyLooks ? [] : [written],
    seen: onlyLooks ? [{ ...guard, filing: filing.id }] : [],
    position: {
      person: seat.person.id,
      chat: incoming.chat,
      filing: filing.id,
      expected: seat.placeVersion,
      focus: handedOn(
        stepped.focus,
        isComplete(reviews.after) ? composed.passed : null,
        composed.asked ? shown.isPointed : seat.focus.pointed === true,
      ),
      awaits: lived.awaits,
      card: composed.asked ? (composed.card?.id ?? null) : seat.card,
      asked: composed.asked ?? seat.asked?.id ?? null,
    },
    card: composed.card ?? undefined,
    cards: lived.cards,
    outbox: [
      ...(shown.stays && interpretation.card ? [] : ownMessage(incoming, view, interpretation)),
      ...composed.outbox,
      ...told.outbox,
      ...lived.outbox,
    ],
    putOff: delay?.putOff,
    dues: delay?.dues ?? [],
    previous: previous && (await sealReplacement({ audits, seal }, who, previous, seat.previous)),
  }
}

/** The focus with the message that says that the report passed, or without one, and with where its question came from. */
const handedOn = (
  { passed: _, pointed: __, ...focus }: Focus,
  passed: string | null,
  isPointed: boolean,
): Focus => ({
  ...focus,
  ...(passed !== null && { passed }),
  ...(isPointed && { pointed: true }),
})

const contextOf = (incoming: Incoming, seat: Seat, known: Known, now: number): Context => ({
  now,
  by: seat.person.id,
  message: messageOf(incoming),
  known,
})

/** The message that the input stands in: the one that was sent, or the earlier one that was edited. */
const messageOf = ({ input, chat, message }: Incoming): MessageRef | null => {
  if (input.type === 'edit') return messageRef(`${chat}:${input.message}`)
  return (input.type === 'text' || input.type === 'cell') && message !== null
    ? messageRef(`${chat}:${message}`)
    : null
}
