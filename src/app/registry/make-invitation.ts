// Makes an invitation to a unit, and opens the filing that it leads to. The code is given back and kept nowhere: the
// registry has its hash.

import { invitingTo, leadsToFiling, type Role } from '../../district/access.ts'
import type { UnitId } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import type { Actor, Seal } from '../audit.ts'
import { hashOf } from '../hash-of.ts'
import { type AdmittedCaller, type Caller, openUnit } from '../open.ts'
import type { Replacement } from '../ports/commit.ts'
import type { Invitation, ListedUnit, Registry } from '../ports/registry.ts'
import { type Recorder, recordAct, type ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'
import { openedFiling } from './opened-filing.ts'

type Deps = Recorder & { readonly registry: Pick<Registry, 'invite' | 'units' | 'unitGround'> }

/** Of the filing, for a role that has one. */
export type InvitationWish = {
  readonly unit: UnitId
  readonly role: Role
  readonly form: Form
  readonly year: number
  /** Epoch milliseconds. */
  readonly expiresAt: number
  /** The invited person's, where it is known. */
  readonly name?: string
  /** The membership in that unit that ends when another person takes it. */
  readonly replaces?: string
  /** 16 to 64 of A-Za-z0-9_- that nobody guesses, which were never a code before; made when absent. */
  readonly code?: string
}

/** A code that lets one person in, once; `hash` names the invitation. */
export type MadeInvitation = { readonly code: string; readonly hash: string }

export const makeInvitation = (
  deps: Deps,
  caller: Caller,
  wish: InvitationWish,
): Promise<Administered<MadeInvitation>> =>
  administer(deps, [`unit/${wish.unit}`], async () => {
    const { unit: id, role, expiresAt, name = null, replaces = null } = wish
    const admitted = await openUnit(deps.registry, caller, id, invitingTo(role))
    if (!admitted) return refuse('not-allowed')
    const unit = (await deps.registry.units()).find(each => each.id === id)
    if (!unit) return refuse('unit-unknown')
    if (unit.closed !== null && !goesOn(unit, wish)) return refuse('unit-closed')
    if (!isFit(wish, caller.at)) return refuse('link-unfit')
    const code = wish.code ?? shortest(deps.id() + deps.id() + deps.id())
    const hash = await hashOf(code)
    const { filing, opens } = leadsToFiling(role)
      ? await filingFor(deps, admitted.who, unit, wish)
      : { filing: null, opens: undefined }
    const { by, at } = admitted.who
    const invitation = { unit: id, role, filing, expiresAt, name, replaces, by, at }
    return {
      ...{ type: 'planned', ...admitted },
      acts: [await invitingAct(deps.seal, hash, invitation)],
      write: recorded => deps.registry.invite(hash, invitation, recorded, opens),
      value: { code, hash },
    }
  })

/** A year and a day: longer than the season for which anybody is invited. */
const longest = 366 * 86_400_000
const codeForm = /^[A-Za-z0-9_-]{16,64}$/

const isFit = ({ code, expiresAt }: InvitationWish, now: number): boolean =>
  (code === undefined || codeForm.test(code)) && expiresAt > now && expiresAt <= now + longest

/** A report that was begun before the unit was closed still needs its people. */
const goesOn = ({ filings }: ListedUnit, { role, form, year }: InvitationWish): boolean =>
  leadsToFiling(role) &&
  filings.some(each => each.obligation === form.obligation && each.year === year && each.standing !== null)

/** The unit's filing of that form and year; where there is none, the one to be made, with its first line. */
const filingFor = async (
  { seal, id: newId }: Pick<Deps, 'seal' | 'id'>,
  who: Actor,
  unit: ListedUnit,
  { form, year }: InvitationWish,
): Promise<{ readonly filing: Invitation['filing']; readonly opens?: Replacement }> => {
  const stands = unit.filings.find(each => each.obligation === form.obligation && each.year === year)
  if (stands) return { filing: stands.id }
  const opens = await openedFiling({ seal, id: newId }, who, form, unit.id, year)
  return { filing: opens.filing.id, opens }
}

/** Stores an invitation with its line in the unit's chain. */
export const storeInvitation = async (
  deps: Recorder & { readonly registry: Pick<Registry, 'invite'> },
  admitted: AdmittedCaller,
  hash: string,
  wish: Invitation,
): Promise<void> => {
  const { by, at } = admitted.who
  const invitation = { ...wish, by, at }
  const act = await invitingAct(deps.seal, hash, invitation)
  await recordAct(deps, admitted, act, recorded => deps.registry.invite(hash, invitation, recorded))
}

const invitingAct = (seal: Seal, hash: string, invitation: Invitation): Promise<ScopedAct> => {
  const { role = 'filler', filing, expiresAt, person = null } = invitation
  return invitationAct(seal, 'invited', hash, invitation, JSON.stringify([role, filing, expiresAt, person]))
}

/** A line about an invitation, which is named by a keyed hash in all of them. */
export const invitationAct = async (
  seal: Seal,
  what: 'invited' | 'invitation-revoked' | 'entered' | 'link-asked',
  hash: string,
  { unit }: Pick<Invitation, 'unit'>,
  now: string | null,
): Promise<ScopedAct> => ({
  what,
  scope: `unit/${unit}`,
  about: `invitation/${await seal('row', hash)}`,
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
