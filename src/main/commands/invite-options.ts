// The options of invitations, to one unit or from a list, and one invitation for programs.

import { invitationName } from '../../app/registry/revoke-invitation.ts'
import { type Role, roles } from '../../district/access.ts'
import { hasBegun, reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import type { Form } from '../../engine/form.ts'
import type { Config } from '../config.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { readForm, readYear } from './options.ts'

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

export const readRole = ({ say }: CommandContext, typed: string): Role => {
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
