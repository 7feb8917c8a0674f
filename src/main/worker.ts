// The server on Cloudflare Workers: the same parts over D1. A message is acknowledged once it is stored; what it
// sends goes out behind the answer.

import { createSeal } from '../app/audit.ts'
import { fault } from '../faults.ts'
import { d1 } from '../storage/d1.ts'
import { createStore } from '../storage/store.ts'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { createNianbao, realWorld } from './nianbao.ts'
import { createServer } from './server.ts'

type Env = Readonly<Record<string, unknown>> & { readonly DB: Parameters<typeof d1>[0] }
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void }

const build = (env: Env) => {
  const config = readConfig(env)
  if (!config.AUDIT_KEY) throw fault('audit-key-missing')
  const store = createStore(d1(env.DB))
  const log = createLog()
  const nianbao = createNianbao({
    config,
    seal: createSeal(config.AUDIT_KEY),
    store,
    world: realWorld(config.TIMEZONE),
    log,
  })
  return { app: createServer(nianbao, store), deliver: nianbao.deliver }
}

let built: ReturnType<typeof build> | undefined

const worker = {
  fetch: async (request: Request, env: Env, context: Waiting): Promise<Response> => {
    built ??= build(env)
    const response = await built.app.fetch(request, env)
    context.waitUntil(built.deliver.quiet())
    return response
  },
}

// biome-ignore lint/style/noDefaultExport: Workers read the default export
export default worker
