// The real server as a process of its own, on a port and a file that outlive it: started, killed without warning,
// started again. Its output is kept, to be searched for what must not be there.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { childEnv } from '../child-env.ts'

export type RealServer = Awaited<ReturnType<typeof startRealServer>>

const repository = resolve(import.meta.dirname, '../..')

/** A port that was free a moment ago. */
const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  const port = typeof address === 'object' && address ? address.port : 0
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts `nianbao serve` with this environment; resolves when it is ready. */
export const startRealServer = async (environment: Readonly<Record<string, string>>) => {
  const port = await freePort()
  const root = `http://127.0.0.1:${port}`
  const output: string[] = []
  let child: ChildProcess

  const start = async () => {
    child = spawn(process.execPath, ['src/main/cli.ts', 'serve'], {
      cwd: repository,
      env: { ...childEnv, HOST: '127.0.0.1', PORT: String(port), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const started = child
    started.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
    started.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')))
    for (let tries = 0; tries < 1_000; tries += 1) {
      if (started.exitCode !== null) throw new Error(`the server ended:\n${output.join('')}`)
      const ready = await fetch(`${root}/readyz`).then(
        answer => answer.status === 200,
        () => false,
      )
      if (ready) return
      await new Promise(done => setTimeout(done, 20))
    }
    throw new Error(`the server is never ready:\n${output.join('')}`)
  }

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const stop = async () => {
    await end('SIGTERM')
    return { code: child.exitCode, signal: child.signalCode }
  }

  await start()
  return {
    root,
    start,
    /** Kill -9. */
    kill: () => end('SIGKILL'),
    /** An orderly end; says how it ended. */
    stop,
    output: () => output.join(''),
  }
}
