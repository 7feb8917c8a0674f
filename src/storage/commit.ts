// A commit as the document that the schema spreads: which rows, in which lists (docs/decisions/0012). Only what changed
// is written, whatever the size of the rest.

import type { ChatRef } from '../app/message.ts'
import type { Card, Commit, FilingCommit, PositionCommit, Replacement } from '../app/ports/commit.ts'
import type { DeskCard, DeskCommit } from '../app/ports/desks.ts'
import type { Standing } from '../district/standing.ts'
import { type Filing, type FilingId, raisesContent, type UnitId } from '../engine/filing.ts'
import { startFocus } from '../engine/focus.ts'
import { chainLists, lineRows } from './chains.ts'
import { changeRows, contentRows } from './changes.ts'
import { lifeLists } from './life-rows.ts'
import { nudgeRows } from './nudge-rows.ts'
import type { CommitDocument, DocumentRow } from './round.ts'
import { writeBody } from './stored-body.ts'
import { writeCard } from './stored-card.ts'
import { writeDeskChoices, writePending } from './stored-desk.ts'
import { writeFocus } from './stored-focus.ts'
import { turnRows } from './turn-rows.ts'

/** A commit, and until when its committer holds the mail that it causes; null when nobody does. */
export type Writing = { readonly commit: Commit; readonly leaseUntil: number | null }

/** The name of a thing that a place, a card, a message or a chain is about. */
const aboutFiling = (filing: FilingId): string => `filing/${filing}`
const aboutUnit = (unit: UnitId): string => `unit/${unit}`

/** `attempt` is the name of this try, which no other has. */
export const documentOf = ({ commit, leaseUntil }: Writing, attempt: string): CommitDocument => {
  const { incoming, filings, seen = [], judged = [], rights, position, card } = commit
  const { enrol, session, previous, fault, cards = [] } = commit
  checkGuards(commit)
  const beside = chainLists(commit.chains ?? [])
  const replaced = previous && replacement(previous)
  const changes = filings.map(({ filing, changes }) => changeRows(filing.id, changes))
  const rows = [...changes, ...(replaced ? [replaced.rows] : [])]
  const life = lifeLists(filings)
  return {
    now: incoming.at,
    incoming: [[incoming.channel, incoming.id, incoming.at, incoming.chat ?? null, attempt]],
    filings: [...filings.map(filingRow), ...(replaced?.filings ?? [])],
    seen: [...seen, ...judged].map(({ filing, expected, state }) => [filing, expected, state]),
    members: rights?.members ?? [],
    above: rights?.above.map(({ unit, ancestor }) => [unit, ancestor]) ?? [],
    positions: position ? [positionRow(position)] : [],
    units: beside.units,
    root: beside.root,
    audit: [
      ...filings.flatMap(({ filing, audit }) => lineRows(aboutFiling(filing.id), audit)),
      ...(replaced?.audit ?? []),
      ...beside.audit,
    ],
    cells: rows.flatMap(({ cells }) => cells),
    cellsGone: rows.flatMap(({ cellsGone }) => cellsGone),
    texts: rows.flatMap(({ texts }) => texts),
    textsGone: rows.flatMap(({ textsGone }) => textsGone),
    ...life,
    remarks: [...rows.flatMap(({ remarks }) => remarks), ...life.remarks],
    remarksGone: rows.flatMap(({ remarksGone }) => remarksGone),
    made: replaced?.made ?? [],
    emptied: replaced?.emptied ?? [],
    standings: [
      ...filings.map(({ filing, standing }) => standingRow(filing.id, standing, standing.touchedAt)),
      ...judged.map(({ filing, standing, touchedAt }) => standingRow(filing, standing, touchedAt)),
    ],
    snapshots: filings.flatMap(({ filing, snapshot, life }) =>
      snapshot
        ? [
            {
              cells: [
                ...[filing.id, snapshot.document ?? (life?.isHandIn ? 'submitted' : 'printed')],
                ...[incoming.at, life?.by ?? position?.person ?? ''],
              ],
              words: [snapshot.report, snapshot.outline],
            },
          ]
        : [],
    ),
    cards: [...(card ? [card] : []), ...cards].map(cardRow),
    // An invitation is taken once, so its hash is a name for the membership that it makes.
    enrolments: enrol
      ? [
          {
            cells: [
              ...[enrol.invitation, enrol.person, enrol.account, enrol.name],
              ...[enrol.invitation, enrol.takenWith ?? null, enrol.chat],
            ],
            words: [writeFocus(startFocus)],
          },
        ]
      : [],
    sessionsEnded: commit.sessionsEnded ?? [],
    sessions: session ? [[session.hash, session.account, session.since, session.expiresAt]] : [],
    reaches: enrol ? [[enrol.person, incoming.channel, enrol.chat, incoming.at]] : [],
    outbox: mailRows(commit, leaseUntil),
    ...turnRows(commit.turn, commit.dues),
    ...nudgeRows(commit),
    faults: fault === undefined ? [] : [[fault, incoming.channel, incoming.id, incoming.at]],
  }
}

const checkGuards = ({ filings, seen = [], rights, position, previous }: Commit): void => {
  if (previous && !filings.some(({ filing }) => isYearAfter(filing, previous.filing)))
    throw new TypeError('last year\u2019s report without the guard of this year\u2019s')
  const guarded = [...filings.map(({ filing }) => filing.id), ...seen.map(({ filing }) => filing)]
  if (!position) return
  const isGuarded = 'desk' in position || position.filing === null || guarded.includes(position.filing)
  if (!isGuarded || (aboutOf(position) !== 'root' && !rights))
    throw new TypeError('a place without the guard of what it is at')
}

/** Whether this is the report of the same unit and obligation that follows. */
export const isYearAfter = (filing: Filing, before: Filing): boolean =>
  filing.unit === before.unit && filing.obligation === before.obligation && filing.year === before.year + 1

const filingRow = ({ filing, expected, state, changes, auditHead, standing }: FilingCommit): DocumentRow => [
  ...[filing.id, expected, state, standing.state, filing.form, filing.revision],
  ...[raisesContent(changes) ? 1 : 0, auditHead],
]

const standingRow = (
  filing: FilingId,
  { open, missing, errors, explained, zero, next, judgedWith }: Standing,
  touchedAt: number | null,
): DocumentRow => [
  ...[filing, open, missing, errors, explained, zero ? 1 : 0, next],
  ...[touchedAt, judgedWith],
]

type Position = PositionCommit | DeskCommit

const aboutOf = (position: Position): string => {
  if ('desk' in position) return aboutUnit(position.desk)
  return position.filing === null ? 'root' : aboutFiling(position.filing)
}

const positionRow = (position: Position): DocumentRow => {
  const { person, chat, expected, card, asked } = position
  return {
    cells: [person, chat, expected, aboutOf(position), card, asked],
    words: [
      'desk' in position ? writePending(position.pending) : writeFocus(position.focus, position.awaits),
    ],
  }
}

const cardRow = (card: Card | DeskCard): DocumentRow => {
  const { id, chat, person, at } = card
  const isOfDesk = 'unit' in card
  return {
    cells: [id, chat, person, isOfDesk ? aboutUnit(card.unit) : aboutFiling(card.filing), at],
    words: isOfDesk ? ['{}', writeDeskChoices(card.choices)] : writeCard(card),
  }
}

/** A report that takes the whole place of the one that stands, or the place of none. */
export const replacement = ({ filing, expected, chain }: Replacement) => {
  const { id, unit, obligation, form, revision, year, version } = filing
  const rows = contentRows(filing)
  const audit = lineRows(aboutFiling(id), chain?.lines ?? [])
  if (expected === null) {
    const made: DocumentRow = [id, unit, obligation, year, form, revision, version, chain?.head ?? '', null]
    return { rows, audit, made: [made], filings: [], emptied: [] }
  }
  const raised: DocumentRow = [id, expected, 'draft', 'draft', form, revision, 1, chain?.head ?? null]
  return { rows, audit, made: [], filings: [raised], emptied: [id] }
}

/** Nothing is held from the first row on that edits one of the same commit: that one's message must be known first. */
export const mailRows = (
  {
    outbox,
    incoming,
    position,
    isBulk,
    filings,
    nudges,
    about: named,
  }: Pick<Commit, 'outbox' | 'position' | 'isBulk' | 'filings' | 'nudges' | 'about'> & {
    readonly incoming: Pick<Commit['incoming'], 'at'>
  },
  leaseUntil: number | null,
): readonly DocumentRow[] => {
  const about = named ?? nudges?.[0]?.filing ?? filings.find(({ life }) => life)?.filing.id
  const ofAct = about ? (typeof about === 'string' ? aboutFiling(about) : aboutUnit(about.unit)) : null
  /** Mail to where somebody stands at a desk is about the desk; others are told of the filing that was acted on. */
  const aboutIn = (chat: ChatRef): string | null => {
    if (!position) return ofAct
    if ('desk' in position) return chat === position.chat ? aboutUnit(position.desk) : ofAct
    return position.filing === null ? ofAct : aboutFiling(position.filing)
  }
  const places = new Map<string, number>()
  const waiting = new Set<string>()
  const own = new Set(outbox.map(({ id }) => id))
  return outbox.map(mail => {
    const { id, to, kind, edits } = mail
    const place = (places.get(to) ?? 0) + 1
    places.set(to, place)
    if (edits !== null && own.has(edits)) waiting.add(to)
    const held = waiting.has(to) ? null : leaseUntil
    // Due at once: the channel's clock, which `at` is of, may be ahead of ours.
    return {
      cells: [id, to, place, aboutIn(to), kind, edits, isBulk ? 1 : 0, incoming.at, 0, held],
      words: [writeBody(mail)],
    }
  })
}
