// The audit chain of a filing: who changed which figure from what to what, each line sealed with the one before.
// Of texts it keeps only a keyed hash.

import type { Change, Entry, Part, PersonId } from '../engine/filing.ts'
import { hex } from './hash-of.ts'
import type { AuditLine } from './ports/commit.ts'

/** A keyed hash of a text, HMAC-SHA-256 in hex. */
export type Seal = (text: string) => string | Promise<string>

/** The seal from the platform's own cryptography, where there is no faster one: on Workers. */
export const createSeal = (key: string): Seal => {
  const ready = crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return async text => {
    const signature = await crypto.subtle.sign('HMAC', await ready, bytes(text))
    return hex(new Uint8Array(signature))
  }
}

/**
 * The lines that `changes` add, and the new head. A head is `<number of the last line>:<its hash>`; a new filing's
 * is empty.
 */
export const auditLines = async (
  seal: Seal,
  head: string,
  changes: readonly Change[],
  who: { readonly by: PersonId; readonly at: number; readonly channel: string },
): Promise<{ readonly head: string; readonly lines: readonly AuditLine[] }> => {
  const lines: AuditLine[] = []
  let last = head
  for (const change of changes) {
    const n = Number(last.split(':')[0] || 0) + 1
    const { what, cell, old, new: now } = await describe(seal, change)
    const line = { n, by: who.by, at: who.at, channel: who.channel, what, cell, old, new: now }
    const hash = await seal(`${last}\n${JSON.stringify(line)}`)
    lines.push({ ...line, hash })
    last = `${n}:${hash}`
  }
  return { head: last, lines }
}

const describe = async (seal: Seal, change: Change) => {
  if (change.type === 'entry') {
    return {
      what: change.to ? 'set' : 'cleared',
      cell: change.key,
      old: entryText(change.from),
      new: entryText(change.to),
    } as const
  }
  const textHash = async (parts: readonly Part[] | undefined) =>
    parts ? await seal(bodyOfParts(parts)) : null
  return {
    what: change.to ? 'wrote' : 'cleared',
    cell: change.key,
    old: await textHash(change.from),
    new: await textHash(change.to),
  } as const
}

const entryText = (entry: Entry | undefined): string | null =>
  entry ? JSON.stringify([entry.value, entry.note, entry.source]) : null

const bodyOfParts = (parts: readonly Part[]): string => parts.map(part => part.body).join('\n')

const bytes = (text: string) => new TextEncoder().encode(text)
