// Everything that an interpreted message causes, as one commit: the step's changes with their audit, the standing, the
// focus, the card and the mail.

import type { Rights } from '../../district/access.ts'
import type { FilingState } from '../../district/lifecycle.ts'
import { inAskedOrder, openKey } from '../../engine/completeness.ts'
import type { Context } from '../../engine/context.ts'
import { diff, type Filing, type MessageRef, messageRef, raisesContent } from '../../engine/filing.ts'
import type { Known } from '../../engine/known.ts'
import { review } from '../../engine/review.ts'
import { step } from '../../engine/step.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { auditLines, changeActs, type Seal } from '../audit.ts'
import { sealReplacement } from '../filing/seal-replacement.ts'
import { snapshotOf } from '../mail/snapshot.ts'
import type { Incoming } from '../message.ts'
import { checkContext } from '../opened.ts'
import type { Audits } from '../ports/audits.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Standing } from '../ports/standing.ts'
import { type View, viewOf } from './compose/view.ts'
import { compose } from './compose.ts'
import type { Interpretation } from './interpretation.ts'
import { onPage } from './on-page.ts'
import { ownMessage } from './own-message.ts'

type Deps = {
  readonly catalog: Catalog
  readonly environment: Environment
  readonly words: Words
  readonly seal: Seal
  readonly audits: Pick<Audits, 'headsOf'>
}

/**
 * Changes are against the filing as it is `stored`, so rows of keys that were renamed move to the new ones. A person
 * who only looks raises no version.
 */
export const commitOf = async (
  { catalog, environment, words, seal, audits }: Deps,
  incoming: Incoming,
  seat: Seat,
  stored: Filing,
  interpretation: Interpretation,
  rights: Rights,
): Promise<Commit> => {
  const base = { ...emptyCommit(incoming), rights }
  const { event, previous } = interpretation
  if (!event) return base
  const { filing } = seat
  const now = environment.now()
  const form = catalog.formOf(filing.form)
  const opened = previous ? { ...seat, previous: previous.filing } : seat
  const known = checkContext(catalog, opened, environment, now)
  const stepped = step(form, filing, seat.focus, event, contextOf(incoming, seat, known, now))
  const changes = diff(stored, stepped.filing)
  const after = { ...stepped.filing, version: filing.version + 1 }
  const view = viewOf(words, catalog, after, seat.unit)
  const shown = onPage(incoming, seat, stepped, interpretation)
  const composed = compose(view, shown.effects, {
    chat: incoming.chat,
    seat,
    tapped: shown.tapped,
    stays: shown.stays,
    isUndoable: event.type !== 'undo' && stepped.focus.undo.at(-1) !== seat.focus.undo.at(-1),
    id: environment.id,
    now,
    content: seat.content + (raisesContent(changes) ? 1 : 0),
  })
  const { channel } = incoming
  const who = { by: seat.person.id, at: now, channel }
  const acts = await changeActs(seal, changes)
  const audit = await auditLines(seal, `filing/${filing.id}`, seat.auditHead, acts, who)
  const wantsFile = composed.outbox.some(outgoing => outgoing.file)
  const guard = { expected: filing.version, state: seat.ground.state }
  const written = {
    ...guard,
    filing: after,
    changes,
    auditHead: audit.head,
    audit: audit.lines,
    standing: standingOf(view, known, seat.ground.state, now),
    snapshot: wantsFile ? snapshotOf(form, after, seat.unit) : undefined,
  }
  const onlyLooks = changes.length === 0 && !wantsFile && !previous && !seat.isUntouched
  return {
    ...base,
    filings: onlyLooks ? [] : [written],
    seen: onlyLooks ? [{ ...guard, filing: filing.id }] : [],
    position: {
      person: seat.person.id,
      chat: incoming.chat,
      filing: filing.id,
      expected: seat.placeVersion,
      focus: stepped.focus,
      card: composed.asked ? (composed.card?.id ?? null) : seat.card,
      asked: composed.asked ?? seat.asked?.id ?? null,
    },
    card: composed.card ?? undefined,
    outbox: [
      ...(shown.stays && interpretation.card ? [] : ownMessage(incoming, view, interpretation)),
      ...composed.outbox,
    ],
    previous: previous && (await sealReplacement({ audits, seal }, who, previous, seat.previous)),
  }
}

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

const standingOf = (view: View, known: Known, state: FilingState, now: number): Standing => {
  const { errors, incomplete } = review(view.form, view.filing, known)
  const [first] = inAskedOrder(view.form, incomplete)
  return {
    state,
    open: incomplete.length,
    errors: errors.length,
    next: first ? openKey(first) : null,
    touchedAt: now,
  }
}
