// `nianbao serve`: the server until it is told to end.

import { renderUnicodeCompact } from 'uqr'
import { webLink } from '../../channels/web/web-link.ts'
import { reachableUrl } from '../reachable-url.ts'
import { type CommandContext, codeOf, refusal } from './command-context.ts'
import { configOf, databaseRefusal } from './with-store.ts'

/** Resolves when the server has ended in order. A second signal ends at once. */
export const serve = async (context: CommandContext): Promise<number> => {
  const { say } = context
  const config = configOf(context)
  const place = { host: config.HOST, port: config.PORT }
  const { serve: start } = await import('../serve.ts')
  const server = await start(config).catch((error: unknown) => {
    const why = codeOf(error)
    if (why === 'EADDRINUSE') throw refusal(say('serve.port-taken', place), 1)
    if (listening.includes(why)) throw refusal(say('serve.port-denied', { ...place, why }), 1)
    throw databaseRefusal(context, config, error)
  })
  context.print(say('serve.listening', { url: server.url }))
  if (server.sample.length > 0) {
    const reachable = reachableUrl(config, server.url)
    const base = reachable ?? server.url
    context.print(say('serve.sample'))
    for (const { unit, year, code } of server.sample)
      context.print(say('serve.sample.link', { unit, year, url: webLink(base, code) }))
    const [first] = server.sample
    if (reachable === null) context.print(say('serve.phone'))
    else if (first)
      context.print(`${say('serve.code', first)}\n${renderUnicodeCompact(webLink(base, first.code))}`)
    context.print(say('serve.sample.clear'))
  }
  if (!config.TELEGRAM_BOT_TOKEN) context.print(`${say('serve.no-token')}\n${say('serve.connect')}`)
  await new Promise<void>(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  context.print(say('serve.stopping'))
  await server.stop()
  // A call to a Bot API that hangs would keep the process.
  setTimeout(() => process.exit(), 200).unref()
  return 0
}

const listening = ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']
