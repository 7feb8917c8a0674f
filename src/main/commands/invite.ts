// `nianbao invite`: opens a unit's filing for a year and makes a link to it, for one person, once. Only the code's
// hash is stored; the code itself is printed here and nowhere else.

import { randomBytes, randomUUID } from 'node:crypto'
import { hashOf } from '../../app/enrol.ts'
import type { Store } from '../../app/ports.ts'
import { connect } from '../../channels/telegram/api.ts'
import { describeFailure } from '../../channels/telegram/webhook.ts'
import { reportYear } from '../../district/calendar.ts'
import { emptyFiling, filingId } from '../../engine/filing.ts'
import type { Config } from '../config.ts'
import { realWorld } from '../nianbao.ts'
import { type Desk, refusal } from './desk.ts'
import { readForm, readYear } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type InviteOptions = { readonly year?: string; readonly days?: string }

const day = 86_400_000
const usualDays = '14'
/** 24 bytes are 32 characters of A-Za-z0-9_-: what a link of Telegram's carries (Bot API: up to 64). */
const codeBytes = 24

export const invite = async (name: string, options: InviteOptions, desk: Desk): Promise<number> => {
  const { words } = desk
  const days = options.days ?? usualDays
  if (!/^([1-9]|[1-8]\d|90)$/.test(days)) throw refusal(words('usage.days', { what: days }))
  const typedYear = options.year === undefined ? null : readYear(desk, options.year)
  return withStore(desk, async (store, config) => {
    const unit = await unitOf(desk, store, name)
    const year = typedYear ?? reportYear(realWorld(config.TIMEZONE).dateOf(desk.now()))
    const form = readForm(desk, year)
    const filing = await store.openFiling(
      emptyFiling(form, { id: filingId(randomUUID()), unit: unit.id, year }),
    )
    const code = randomBytes(codeBytes).toString('base64url')
    const expiresAt = desk.now() + Number(days) * day
    await store.invite(await hashOf(code), { unit: unit.id, filing, expiresAt })
    const bot = await botName(config)
    if ('name' in bot) {
      desk.print(words('invite.link', { unit: unit.name, year }))
      desk.print(`https://t.me/${bot.name}?start=${code}`)
    } else {
      desk.print(words('invite.code', { unit: unit.name, year }))
      desk.print(code)
      desk.print(words('invite.how', { why: bot.why ?? words('invite.no-token') }))
    }
    desk.print(words('invite.for', { until: instantWords(desk, config, expiresAt) }))
    return 0
  })
}

const unitOf = async ({ words }: Desk, store: Pick<Store, 'units'>, name: string) => {
  const all = await store.units()
  const found = all.find(unit => unit.name === name.trim() || unit.id === name)
  if (found) return found
  const names = similar(
    all.map(unit => unit.name),
    name.trim(),
  )
  if (all.length === 0) throw refusal(words('invite.none', { name }))
  if (names.length === 0) throw refusal(words('invite.unknown', { name }))
  throw refusal(words('invite.similar', { name, names: names.join(words('list')) }))
}

const mostSimilar = 5

/** Names that share a pair of neighbouring characters with this one, those that share most first. */
export const similar = (names: readonly string[], wanted: string): readonly string[] => {
  const pairs = (text: string) => new Set([...text].slice(1).map((sign, at) => [...text][at] + sign))
  const own = pairs(wanted)
  return names
    .map(name => ({ name, shared: [...pairs(name)].filter(pair => own.has(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, mostSimilar)
    .map(({ name }) => name)
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
