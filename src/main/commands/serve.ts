// `nianbao serve`: the server until it is told to end.

import { webLink } from '../web-link.ts'
import { codeOf, type Desk, refusal } from './desk.ts'
import { configOf, databaseRefusal } from './with-store.ts'

/** Resolves when the server has ended in order. A second signal ends at once. */
export const serve = async (desk: Desk): Promise<number> => {
  const { words } = desk
  const config = configOf(desk)
  const place = { host: config.HOST, port: config.PORT }
  const { serve: start } = await import('../serve.ts')
  const server = await start(config).catch((error: unknown) => {
    const why = codeOf(error)
    if (why === 'EADDRINUSE') throw refusal(words('serve.port-taken', place), 1)
    if (listening.includes(why)) throw refusal(words('serve.port-denied', { ...place, why }), 1)
    throw databaseRefusal(desk, config, error)
  })
  desk.print(words('serve.listening', { url: server.url }))
  if (server.sample.length > 0) {
    const base = config.PUBLIC_URL ?? server.url
    desk.print(words('serve.sample'))
    for (const { unit, year, code } of server.sample)
      desk.print(words('serve.sample.link', { unit, year, url: webLink(base, code) }))
    desk.print(words('serve.sample.clear'))
  }
  if (!config.TELEGRAM_BOT_TOKEN) desk.print(`${words('serve.no-token')}\n${words('serve.connect')}`)
  await new Promise<void>(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  desk.print(words('serve.stopping'))
  await server.stop()
  return 0
}

const listening = ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']
