// `nianbao invite`: opens a unit's filing for a year and makes a link to it, for one person, once. Only the code's
// hash is stored; the code itself is printed here and nowhere else.

import { makeInvitation } from '../../app/registry/make-invitation.ts'
import { invitationName } from '../../app/registry/revoke-invitation.ts'
import { connect } from '../../channels/telegram/api.ts'
import { describeFailure } from '../../channels/telegram/webhook.ts'
import { type Role, roles } from '../../district/access.ts'
import { hasBegun, reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { webLink } from '../web-link.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { readForm, readUnit, readYear } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type InviteOptions = {
  readonly obligation?: string
  readonly year?: string
  readonly days?: string
  readonly role?: string
  readonly json?: boolean
}

const day = 86_400_000
const usualDays = '14'

export const invite = async (
  name: string,
  options: InviteOptions,
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  const days = options.days ?? usualDays
  if (!/^([1-9]|[1-8]\d|90)$/.test(days)) throw refusal(say('usage.days', { what: days }))
  const role = readRole(context, options.role ?? 'filler')
  const typedYear = options.year === undefined ? null : readYear(context, options.year)
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const today = dateIn(config.TIMEZONE, context.now())
    const now = reportYear(today)
    const year = typedYear ?? now
    if (!hasBegun(year, today)) throw refusal(say('usage.year-ahead', { year, now }))
    const form = readForm(context, year, { obligation: options.obligation })
    const recorder = recorderOf(store, auditSeal(config))
    const expiresAt = context.now() + Number(days) * day
    const wish = { unit: unit.id, role, form, year, expiresAt }
    const act = await makeInvitation(recorder, { type: 'shell', at: context.now() }, wish)
    const { code, hash } = doneOr(context, act, { name: unit.name })
    const bot = await botName(config)
    const links = {
      telegram: 'name' in bot ? `https://t.me/${bot.name}?start=${code}` : null,
      web: webLink(config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`, code),
    }
    if (options.json) {
      const invitation = {
        ...{ id: invitationName(hash), unit: { id: unit.id, name: unit.name }, role },
        ...(isOfReport(role) && { year, obligation: form.obligation }),
        expiresAt: new Date(expiresAt).toISOString(),
      }
      context.print(JSON.stringify({ invitation, code, links }))
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
      context.print(say('invite.how', { why: ('why' in bot ? bot.why : null) ?? say('invite.no-token') }))
    }
    context.print(say('invite.web', { what }))
    context.print(links.web)
    context.print(say('invite.for', { until: instantWords(context, config, expiresAt) }))
    if (!config.PUBLIC_URL) context.print(say('invite.no-public-url'))
    return 0
  })
}

const readRole = ({ say }: CommandContext, typed: string): Role => {
  const role = roles.find(each => each === typed)
  if (!role) throw refusal(say('usage.role', { what: typed, roles: roles.join(say('list')) }))
  return role
}

const isOfReport = (role: Role): boolean => role === 'filler' || role === 'leader'

/** The bot's user name; without one, why there is none (null: no token is set). */
const botName = async (
  config: Config,
): Promise<{ readonly name: string } | { readonly why: string | null }> => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config
  if (!token) return { why: null }
  const answer = await connect({ token, apiRoot })('getMe', {})
  return answer.ok ? { name: answer.result.username } : { why: describeFailure(answer.failure) }
}
