// `nianbao invite`: opens a unit's filing for a year and makes a link to it, for one person, once. Only the code's
// hash is stored; the code itself is printed here and nowhere else.

import { makeInvitation } from '../../app/registry/make-invitation.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { invitationLinks } from './invitation-links.ts'
import { type InviteOptions, invitationJson, isOfReport, readInviteOptions } from './invite-options.ts'
import { readUnit } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export const invite = async (
  name: string | undefined,
  options: InviteOptions,
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  if ((name === undefined) === (options.file === undefined)) throw refusal(say('usage.invite-whom'))
  if (name === undefined) return (await import('./invite-many.ts')).inviteFile(options, context)
  const read = readInviteOptions(options, context)
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const { role, year, form, expiresAt } = read(config)
    const recorder = recorderOf(store, auditSeal(config))
    const wish = { unit: unit.id, role, form, year, expiresAt }
    const act = await makeInvitation(recorder, { type: 'shell', at: context.now() }, wish)
    const { code, hash } = doneOr(context, act, { name: unit.name })
    const { of, why } = await invitationLinks(config)
    const links = of(code)
    if (options.json) {
      context.print(JSON.stringify({ invitation: invitationJson(wish, hash, unit.name), code, links }))
      return 0
    }
    const what = isOfReport(role)
      ? say('invite.report', { unit: unit.name, year })
      : say('invite.role', { unit: unit.name, role: context.words.say(`role.${role}`) })
    if (links.telegram !== null) {
      context.print(say('invite.link', { what }))
      context.print(links.telegram)
    } else {
      context.print(say('invite.code', { what }))
      context.print(code)
      context.print(say('invite.how', { why: why ?? say('invite.no-token') }))
    }
    context.print(say('invite.web', { what }))
    context.print(links.web)
    context.print(say('invite.for', { until: instantWords(context, config, expiresAt) }))
    if (!config.PUBLIC_URL) context.print(say('invite.no-public-url'))
    return 0
  })
}
