// Starts a server under test in its own process on a free loopback port, and waits until /healthz answers.
// It inherits nothing of this shell's environment but PATH, so that every subject runs under the same conditions.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Server, Usage } from './subject.ts'

const START_MS = 30_000
const STOP_MS = 5_000
const PROBE = new URL('./probe.ts', import.meta.url)
/** With PROFILE=FOLDER each server leaves a sampled profile of its main thread there when it ends. */
const { PROFILE } = process.env
const profiling = PROFILE ? ['--cpu-prof', '--cpu-prof-interval', '200', `--cpu-prof-dir=${PROFILE}`] : []

export type Launched = Omit<Server, 'secret'> & { readonly origin: string }

/** `env` gets PORT and HOST added; `path` is the webhook's path on the server. */
export async function launch(
  entry: URL,
  args: readonly string[],
  path: string,
  env: Readonly<Record<string, string>>,
): Promise<Launched> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = fork(entry, args, {
    execArgv: ['--import', PROBE.href, ...profiling],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaints = ''
  child.stderr?.on('data', chunk => {
    complaints = `${complaints}${chunk}`.slice(-2_000)
  })
  const stop = () => end(child)
  try {
    await ready(child, origin)
  } catch (error) {
    await stop()
    throw new Error(`${entry.pathname}: ${error instanceof Error ? error.message : error}\n${complaints}`)
  }
  return { origin, url: origin + path, pid: child.pid ?? 0, usage: () => usageOf(child), stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function ready(child: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    if (ended(child)) throw new Error('ended before it was ready')
    const response = await fetch(`${origin}/healthz`).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.ok) return
    await delay(25)
  }
  throw new Error(`not ready after ${START_MS} ms`)
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  if (ended(child)) throw new Error('the server under test has ended')
  const answer = once(child, 'message', { signal: AbortSignal.timeout(STOP_MS) })
  child.send('usage')
  const [usage] = (await answer) as [Usage]
  return usage
}

async function end(child: ChildProcess): Promise<void> {
  if (ended(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await exit
  clearTimeout(kill)
}

function ended(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
