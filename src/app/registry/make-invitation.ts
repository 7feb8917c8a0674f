// Makes an invitation to a unit's filing for a year. The code is given back and kept nowhere: the registry has its hash.

import { emptyFiling, filingId } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { type Actor, auditLines, type Seal } from '../audit.ts'
import { hashOf } from '../hash-of.ts'
import type { Invitation, Registry, Unit } from '../ports/registry.ts'
import { type Recorder, recordActs, type ScopedAct } from '../record-acts.ts'

type Deps = Recorder & { readonly registry: Pick<Registry, 'openFiling' | 'invite'> }

type Place = {
  readonly unit: Pick<Unit, 'id'>
  readonly form: Form
  readonly year: number
  readonly expiresAt: number
}

/** The code of a link that lets one person in, once, until `expiresAt` (epoch milliseconds). */
export const makeInvitation = async (
  deps: Deps,
  who: Actor,
  { unit, form, year, expiresAt }: Place,
): Promise<string> => {
  const id = filingId(deps.id() + deps.id())
  const now = JSON.stringify([form.id, year])
  const opened = { what: 'filing-opened', about: `filing/${id}`, old: null, new: now } as const
  const chain = await auditLines(deps.seal, `filing/${id}`, '', [opened], who)
  const filing = await deps.registry.openFiling(emptyFiling(form, { id, unit: unit.id, year }), chain)
  const code = shortest(deps.id() + deps.id() + deps.id())
  await storeInvitation(deps, who, await hashOf(code), { unit: unit.id, filing, expiresAt })
  return code
}

/** Stores an invitation with its line in the unit's chain. */
export const storeInvitation = async (
  deps: Recorder & { readonly registry: Pick<Registry, 'invite'> },
  who: Actor,
  hash: string,
  invitation: Invitation,
): Promise<void> => {
  const { role = 'filler', filing, expiresAt, person = null } = invitation
  const now = JSON.stringify([role, filing, expiresAt, person])
  const act = await invitationAct(deps.seal, 'invited', hash, invitation, now)
  await recordActs(deps, who, [act], chains => deps.registry.invite(hash, invitation, chains))
}

/** A line about an invitation, which is named by a keyed hash in all of them. */
export const invitationAct = async (
  seal: Seal,
  what: 'invited' | 'entered',
  hash: string,
  { unit }: Pick<Invitation, 'unit'>,
  now: string,
): Promise<ScopedAct> => ({
  what,
  scope: `unit/${unit}`,
  about: `invitation/${await seal(hash)}`,
  old: null,
  new: now,
})

/** 24 random bytes in 32 characters of A-Za-z0-9_-: a link of Telegram's carries up to 64 (Bot API). */
const shortest = (hex: string): string => {
  const bytes = (hex.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
