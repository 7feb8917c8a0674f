// `nianbao invitations list|revoke`: the ways in that are open, and the end of one. A code is never shown again.

import type { ListedInvitation } from '../../app/ports/registry.ts'
import { listInvitations } from '../../app/registry/list-invitations.ts'
import { invitationName, revokeInvitation } from '../../app/registry/revoke-invitation.ts'
import type { Store } from '../../storage/store.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { CommandContext } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type InvitationsOptions = { readonly json?: boolean }

/** The invitations that can still be taken, with the names by which they are taken back. */
export const invitations = async (options: InvitationsOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const all = await listInvitations(store, { type: 'shell', at: context.now() })
    const named = await unitNames(store)
    if (options.json) {
      context.print(JSON.stringify({ invitations: all.map(each => invitationJson(each, named)) }))
      return 0
    }
    const lines = all.map(invitation => {
      const { unit, role, year, person, expiresAt } = invitation
      const ofYear = year === null ? 'invitations.line' : 'invitations.of-year'
      const line = context.say(person === null ? ofYear : 'invitations.own', {
        ...{ id: invitationName(invitation.hash), unit: named.get(unit) ?? unit, year: year ?? '' },
        role: context.words.say(`role.${role}`),
        until: instantWords(context, config, expiresAt),
      })
      return invitation.name === null ? line : context.say('invitations.for', { line, name: invitation.name })
    })
    context.print(lines.length === 0 ? context.say('invitations.none') : lines.join('\n'))
    return 0
  })

/** Take an invitation back by its name. */
export const revoke = async (
  typed: string,
  options: InvitationsOptions,
  context: CommandContext,
): Promise<number> =>
  withStore(context, async (store, config) => {
    const id = typed.trim().toLowerCase()
    const deps = recorderOf(store, auditSeal(config))
    const act = await revokeInvitation(deps, { type: 'shell', at: context.now() }, id)
    const revoked = doneOr(context, act, { id })
    const named = await unitNames(store)
    const unit = named.get(revoked.unit) ?? revoked.unit
    context.print(
      options.json
        ? JSON.stringify({ revoked: invitationJson(revoked, named) })
        : context.say('invitations.revoked', { id, unit, role: context.words.say(`role.${revoked.role}`) }),
    )
    return 0
  })

type Names = ReadonlyMap<string, string>

const unitNames = async (store: Pick<Store, 'units'>): Promise<Names> =>
  new Map((await store.units()).map(({ id, name }) => [id, name]))

/** `ownLink` leads a person who is in already to another channel. */
const invitationJson = (
  { hash, unit, role, year, obligation, person, name, expiresAt }: ListedInvitation,
  named: Names,
) => ({
  ...{ id: invitationName(hash), unit: { id: unit, name: named.get(unit) ?? null }, role, year, obligation },
  ...{ name, ownLink: person !== null, expiresAt: new Date(expiresAt).toISOString() },
})
