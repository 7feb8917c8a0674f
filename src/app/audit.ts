// The audit's chains: who changed which figure from what to what, who did which act, each line sealed with the one
// before. Of texts and names it keeps only a keyed hash.

import type { Change, Entry, Part, PersonId } from '../engine/filing.ts'
import { hex } from './hash-of.ts'
import type { AuditLine, ChainLines, ChainScope } from './ports/audits.ts'

/** Uses of the key. A hash made for one is worth nothing for another, whatever text somebody brings about. */
export type SealPurpose =
  | 'line'
  | 'words'
  | 'name'
  | 'row'
  | 'digest'
  | 'session'
  | 'feed'
  | 'setup'
  | 'backup'
  | 'sample'
  | 'invitation'
  | 'fingerprint'

/** A keyed hash of a text for one purpose, HMAC-SHA-256 in hex. */
export type Seal = (purpose: SealPurpose, text: string) => string | Promise<string>

/** The bytes that are hashed: no purpose holds a NUL, so no text can begin like another purpose's. */
export const sealed = (purpose: SealPurpose, text: string): string => `${purpose}\0${text}`

/** The seal from the platform's own cryptography, where there is no faster one: on Workers. */
export const createSeal = (key: string): Seal => {
  const ready = crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return async (purpose, text) => {
    const signature = await crypto.subtle.sign('HMAC', await ready, bytes(sealed(purpose, text)))
    return hex(new Uint8Array(signature))
  }
}

/** An act on a report, a unit or a right as the audit tells it: ids, keys, figures, keyed hashes. */
export type AuditAct = Pick<AuditLine, 'about' | 'old' | 'new'> & {
  readonly what:
    | 'set'
    | 'cleared'
    | 'wrote'
    | 'explained'
    | 'confirmed'
    | 'filing-opened'
    | 'report-imported'
    | 'report-replaced'
    | 'invited'
    | 'invitation-revoked'
    | 'entered'
    | 'link-asked'
    | 'membership-added'
    | 'membership-ended'
    | 'sessions-ended'
    | 'absence-recorded'
    | 'absence-ended'
    | 'person-erased'
    | 'set-up'
    | 'unit-added'
    | 'unit-renamed'
    | 'unit-changed'
    | 'unit-placed'
    | 'units-ordered'
    | 'calendar-imported'
    | 'campaign-opened'
    | 'campaign-closed'
    | 'extended'
    | 'unit-removed'
    | 'submitted'
    | 'withdrawn'
    | 'taken'
    | 'asked'
    | 'question-answered'
    | 'amended'
    | 'place-explained'
    | 'opinion-given'
    | 'return-requested'
    | 'return-granted'
    | 'cleared-for-signing'
    | 'returned'
    | 'approved'
    | 'approval-undone'
    | 'signed'
    | 'sealed-received'
    | 'entered-for'
    | 'published'
    | 'exempted'
    | 'readmitted'
    | 'noted'
    | 'promised'
    | 'contacted'
    | 'letter-made'
    | 'group-added'
    | 'group-removed'
    | 'group-told'
    | 'feed-made'
    | 'feed-ended'
}

/** The doer of an act, through which channel, at which instant (epoch milliseconds). */
export type Actor = Pick<AuditLine, 'by' | 'at' | 'channel'>

/** Acts through the command line and those of the server itself have no person's name. */
export const shell = { by: 'shell' as PersonId, channel: 'shell' } as const
export const server = { by: 'server' as PersonId, channel: 'server' } as const

/**
 * The lines that acts add to the chain of `scope`, and the new head. A head is `<number of the last line>:<its hash>`; a
 * new chain's is empty.
 */
export const auditLines = async (
  seal: Seal,
  scope: ChainScope,
  head: string,
  acts: readonly AuditAct[],
  who: Actor,
): Promise<ChainLines> => {
  const lines: AuditLine[] = []
  let last = head
  for (const { what, about, old, new: now } of acts) {
    const n = Number(last.split(':')[0] || 0) + 1
    const line = { n, by: who.by, at: who.at, channel: who.channel, what, about, old, new: now }
    const hash = await seal('line', lineText(scope, last, line))
    lines.push({ ...line, hash })
    last = `${n}:${hash}`
  }
  return { head: last, lines }
}

/**
 * The number of the first line of the scope's chain that does not follow from the one before it, or that is missing
 * before `head`; null when the chain is whole. With the key alone can a line be sealed anew.
 */
export const brokenLine = async (
  seal: Seal,
  scope: string,
  lines: readonly AuditLine[],
  head: string,
): Promise<number | null> => {
  let last = ''
  for (const { hash, ...line } of lines) {
    if ((await seal('line', lineText(scope, last, line))) !== hash) return line.n
    last = `${line.n}:${hash}`
  }
  return last === head ? null : (lines.at(-1)?.n ?? 0) + 1
}

const lineText = (
  scope: string,
  last: string,
  { n, by, at, channel, what, about, old, new: now }: Omit<AuditLine, 'hash'>,
): string => `${scope}\n${last}\n${JSON.stringify({ n, by, at, channel, what, about, old, new: now })}`

/** Changes of a filing as acts, one for each key. */
export const changeActs = (seal: Seal, changes: readonly Change[]): Promise<readonly AuditAct[]> =>
  Promise.all(changes.map(change => actOf(seal, change)))

const actOf = async (seal: Seal, change: Change): Promise<AuditAct> => {
  if (change.type === 'entry') {
    return {
      what: change.to ? 'set' : 'cleared',
      about: change.key,
      old: entryText(change.from),
      new: entryText(change.to),
    }
  }
  if (change.type === 'remark') {
    const { kind, rule, cells } = change.to ?? change.from ?? { kind: 'reason', rule: null, cells: [] }
    const wordsHash = async (body: string | undefined) =>
      body === undefined ? null : await seal('words', body)
    const made = kind === 'reason' ? 'explained' : 'confirmed'
    return {
      what: change.to ? made : 'cleared',
      about: [kind, rule ?? '', cells[0] ?? ''].join(':'),
      old: await wordsHash(change.from?.body),
      new: await wordsHash(change.to?.body),
    }
  }
  const textHash = async (parts: readonly Part[] | undefined) =>
    parts ? await seal('words', bodyOfParts(parts)) : null
  return {
    what: change.to ? 'wrote' : 'cleared',
    about: change.key,
    old: await textHash(change.from),
    new: await textHash(change.to),
  }
}

const entryText = (entry: Entry | undefined): string | null =>
  entry ? JSON.stringify([entry.value, entry.note, entry.source]) : null

const bodyOfParts = (parts: readonly Part[]): string => parts.map(part => part.body).join('\n')

const bytes = (text: string) => new TextEncoder().encode(text)
