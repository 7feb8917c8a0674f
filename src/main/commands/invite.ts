// `nianbao invite`: opens a unit's filing for a year and makes a link to it, for one person, once. Only the code's
// hash is stored; the code itself is printed here and nowhere else.

import { shell } from '../../app/audit.ts'
import { makeInvitation } from '../../app/registry/make-invitation.ts'
import { connect } from '../../channels/telegram/api.ts'
import { describeFailure } from '../../channels/telegram/webhook.ts'
import { hasBegun, reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { webLink } from '../web-link.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { readForm, readUnit, readYear } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type InviteOptions = {
  readonly obligation?: string
  readonly year?: string
  readonly days?: string
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
    const code = await makeInvitation(
      recorder,
      { ...shell, at: context.now() },
      { unit, form, year, expiresAt },
    )
    const bot = await botName(config)
    if ('name' in bot) {
      context.print(say('invite.link', { unit: unit.name, year }))
      context.print(`https://t.me/${bot.name}?start=${code}`)
    } else {
      context.print(say('invite.code', { unit: unit.name, year }))
      context.print(code)
      context.print(say('invite.how', { why: bot.why ?? say('invite.no-token') }))
    }
    context.print(say('invite.web', { unit: unit.name, year }))
    context.print(webLink(config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`, code))
    context.print(say('invite.for', { until: instantWords(context, config, expiresAt) }))
    return 0
  })
}

/** The bot's user name; without one, why there is none (null: no token is set). */
const botName = async (
  config: Config,
): Promise<{ readonly name: string } | { readonly why: string | null }> => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config
  if (!token) return { why: null }
  const answer = await connect({ token, apiRoot })('getMe', {})
  return answer.ok ? { name: answer.result.username } : { why: describeFailure(answer.failure) }
}
