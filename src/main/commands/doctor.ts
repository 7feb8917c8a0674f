// `nianbao doctor`: whether everything a server needs is there, one line each. It changes nothing but a database
// that is not there yet, which it makes.

import type { Outbox } from '../../app/ports/outbox.ts'
import { verifyAudit } from '../../app/verify-audit.ts'
import { type Api, connect } from '../../channels/telegram/api.ts'
import { describeFailure, showWebhook, webhookUrl } from '../../channels/telegram/webhook.ts'
import type { CliKey } from '../../i18n/books.ts'
import type { Params } from '../../i18n/fill.ts'
import { auditSeal } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { findingLines } from './audit.ts'
import type { CommandContext } from './command-context.ts'
import { instantWords } from './units.ts'
import { configOf, withStore } from './with-store.ts'

type Found = {
  readonly ok: boolean
  /** All is well here, and something is to be known all the same. */
  readonly warns?: true
  readonly key: CliKey
  readonly params?: Params
}

/** Exit code 0: all is well; 1: something is not. A wrong environment or database is refused as everywhere. */
export const doctor = async (context: CommandContext): Promise<number> => {
  const config = configOf(context)
  const [units, broken, mail, head] = await withStore(context, async store => {
    const findings = await verifyAudit({ audits: store, seal: auditSeal(config) })
    const lines = await findingLines(context, store, config, findings)
    const mail = mailFound(context.now(), await store.backlog())
    return [(await store.units()).length, lines, mail, await store.lastHead()] as const
  })
  const found: readonly Found[] = [
    { ok: true, key: 'doctor.environment' },
    ...(config.PUBLIC_URL ? [] : [{ ok: true, warns: true, key: 'doctor.no-public-url' } as const]),
    { ok: true, key: 'doctor.database', params: { file: config.DATABASE_FILE, units } },
    { ok: broken.length === 0, key: broken.length === 0 ? 'doctor.audit' : 'doctor.audit-broken' },
    head
      ? { ok: true, key: 'doctor.digest', params: { at: instantWords(context, config, head.at) } }
      : { ok: true, key: 'doctor.no-digest' },
    mail,
    ...(await telegram(config)),
  ]
  for (const { ok, warns, key, params } of found)
    context.print(`${warns ? '!' : ok ? '\u2713' : '\u2717'} ${context.say(key, params)}`)
  for (const line of broken) context.print(line)
  return found.every(({ ok }) => ok) ? 0 : 1
}

const mailFound = (now: number, { size, oldestAt }: Awaited<ReturnType<Outbox['backlog']>>): Found => {
  if (oldestAt === null) return { ok: true, key: 'doctor.no-mail' }
  const minutes = Math.max(0, Math.round((now - oldestAt) / 60_000))
  return { ok: minutes < lateMinutes, key: 'doctor.mail', params: { size, minutes } }
}

/** Mail that waits so long does so because of trouble: ordinary pauses are seconds. */
const lateMinutes = 60

const telegram = async (config: Config): Promise<readonly Found[]> => {
  const {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_SECRET: secret = '',
  } = config
  if (!token) return [{ ok: true, key: 'doctor.no-bot' }]
  const api = connect({ token, apiRoot, secrets: secret.split(',') })
  const me = await api('getMe', {})
  if (!me.ok) return [{ ok: false, key: 'doctor.bot-failed', params: { why: describeFailure(me.failure) } }]
  return [{ ok: true, key: 'doctor.bot', params: { name: me.result.username } }, await webhook(api, config)]
}

const webhook = async (api: Api, { PUBLIC_URL: publicUrl }: Config): Promise<Found> => {
  const state = await showWebhook(api)
  if (!state.ok) return { ok: false, key: 'doctor.bot-failed', params: { why: state.reason } }
  const { url, pending } = state.value
  const isOurs = publicUrl !== undefined && isSame(url, webhookUrl(publicUrl))
  return isOurs
    ? { ok: true, key: 'doctor.webhook', params: { url, pending } }
    : { ok: false, key: 'doctor.no-webhook', params: { url: url || '\u2014' } }
}

/** Addresses are compared as such: https://a.example.evil.com begins with https://a.example. */
const isSame = (one: string, other: string): boolean =>
  URL.canParse(one) && new URL(one).href === new URL(other).href
