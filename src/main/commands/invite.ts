// `nianbao invite`: opens a unit's filing for a year and makes a link to it, for one person, once. Only the code's
// hash is stored; the code itself is printed here and nowhere else.

import { makeInvitation } from '../../app/registry/make-invitation.ts'
import { invitationName } from '../../app/registry/revoke-invitation.ts'
import { type Role, roles } from '../../district/access.ts'
import { hasBegun, reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import type { Form } from '../../engine/form.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { invitationLinks } from './invitation-links.ts'
import { readForm, readUnit, readYear } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type InviteOptions = {
  readonly obligation?: string
  readonly year?: string
  readonly days?: string
  readonly role?: string
  readonly json?: boolean
  readonly file?: string
  readonly output?: string
  readonly partly?: boolean
}

const day = 86_400_000
const usualDays = '14'

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
    return 0
  })
}

/** Usage is refused before the database is opened; the year and the instants follow from the district's clock. */
export const readInviteOptions = (options: InviteOptions, context: CommandContext) => {
  const { say } = context
  const days = options.days ?? usualDays
  if (!/^([1-9]|[1-8]\d|90)$/.test(days)) throw refusal(say('usage.days', { what: days }))
  const role = readRole(context, options.role ?? 'filler')
  const typedYear = options.year === undefined ? null : readYear(context, options.year)
  return ({ TIMEZONE }: Pick<Config, 'TIMEZONE'>) => {
    const today = dateIn(TIMEZONE, context.now())
    const now = reportYear(today)
    const year = typedYear ?? now
    if (!hasBegun(year, today)) throw refusal(say('usage.year-ahead', { year, now }))
    const form = readForm(context, year, { obligation: options.obligation })
    return { role, year, form, expiresAt: context.now() + Number(days) * day }
  }
}

const readRole = ({ say }: CommandContext, typed: string): Role => {
  const role = roles.find(each => each === typed)
  if (!role) throw refusal(say('usage.role', { what: typed, roles: roles.join(say('list')) }))
  return role
}

export const isOfReport = (role: Role): boolean => role === 'filler' || role === 'leader'

type Invited = {
  readonly unit: string
  readonly role: Role
  readonly form: Form
  readonly year: number
  readonly expiresAt: number
}

/** One link for programs, without its code. */
export const invitationJson = (
  { unit, role, form, year, expiresAt }: Invited,
  hash: string,
  name: string,
) => ({
  ...{ id: invitationName(hash), unit: { id: unit, name }, role },
  ...(isOfReport(role) && { year, obligation: form.obligation }),
  expiresAt: new Date(expiresAt).toISOString(),
})
