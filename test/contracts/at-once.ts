// The contract of many at once: one suite, called for real processes on one file and for isolates on D1. People enter
// and write through webhooks at the same moment; it counts 503 and what had to be tried again, never time.

import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf } from '../../src/app/hash-of.ts'
import { emptyFiling, filingId, unitId } from '../../src/engine/filing.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import type { Store } from '../../src/storage/store.ts'
import { type Fetch, openBrowser } from '../channels/web/browser.ts'
import { seeding } from '../seeding.ts'
import { type Client, startTelegramSim } from '../telegram-sim/start-telegram-sim.ts'

export type Processes = {
  /** Each a process of the system, or an isolate. */
  readonly all: readonly { readonly origin: string; readonly ask: Fetch }[]
  /** Over the same database, for an administrator. */
  readonly store: Store
  /** Everything that the processes have logged. */
  readonly log: () => string
  readonly close: () => Promise<unknown>
}

/** The settings with which each process runs. */
export type Settings = Readonly<Record<string, string>>

const secret = 'a-secret-of-the-tests'
const day = 86_400_000
const opening = '2020年望湖街道按要求做好政府信息公开，现将全年情况报告如下：'

/** How many enter and write: each a unit and a filing of their own. */
type Sizes = { readonly people: number }

/** Run the contract against the processes that `open` starts. */
export const atOnceContract = (
  name: string,
  { people: count }: Sizes,
  open: (settings: Settings) => Promise<Processes>,
): void => {
  describe(name, () => {
    let scene: Awaited<ReturnType<typeof openScene>>
    beforeAll(async () => {
      scene = await openScene(open)
    }, 60_000)
    afterAll(() => scene.close())

    /** A code for each unit. */
    const codes = async (of: string): Promise<readonly string[]> => {
      const made: string[] = []
      for (let n = 0; n < count; n += 1) made.push(await scene.invite(`unit-${n}`, `${of}-${n}`))
      return made
    }
    const untroubled = (taken: number) => ({ taken, refused: 0, lost: 0, mostTries: 1 })

    test('as many people as units enter them at once, and write their filings at once: no 503, nothing is tried again', async () => {
      const people = (await codes('chat')).map((code, n) => [scene.sim.user({ id: 1001 + n }), code] as const)
      const acts = [
        (person: Client, code: string) => person.start(code),
        (person: Client) => person.send('引言'),
        (person: Client) => person.send(opening),
      ]
      for (const act of acts)
        expect(await scene.wave(() => people.map(([person, code]) => act(person, code)))).toEqual(
          untroubled(count),
        )
      for (let n = 0; n < count; n += 1) expect((await scene.filing(`unit-${n}`))?.texts.size).toBe(1)
    })

    test('as many browsers enter the units at once: no 503, nothing is tried again', async () => {
      const links = await codes('browser')
      expect(await scene.wave(() => Promise.all(links.map(scene.visitor)))).toEqual(untroubled(count))
    })

    test('ten colleagues in browsers fill in one filing without a pause: no 503, and every figure is kept', async () => {
      const links: string[] = []
      for (let n = 0; n < 10; n += 1) links.push(await scene.invite('unit-of-ten', `of-ten-${n}`))
      const people = await Promise.all(links.map(scene.visitor))
      const cells = indexOf(disclosure2019).entered.filter(({ answer }) => answer === 'count')
      const own = (n: number) => cells.slice(n * 8, n * 8 + 8)
      const written = await scene.wave(() =>
        Promise.all(
          people.map(async ({ fill }, n) => {
            for (const { key } of own(n)) await fill(key)
          }),
        ),
      )
      expect(written).toMatchObject({ taken: 80, refused: 0 })
      expect((await scene.filing('unit-of-ten'))?.entries.size).toBe(80)
    })
  })
}

const openScene = async (open: (settings: Settings) => Promise<Processes>) => {
  const sim = await startTelegramSim({ grace: 100, startAt: Date.now() })
  const processes = await open({
    TELEGRAM_BOT_TOKEN: sim.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: sim.apiRoot,
  })
  const { store } = processes
  const statuses: number[] = []
  const heard = async (at: number, path: string, init?: RequestInit): Promise<Response> => {
    const place = statuses.push(0) - 1
    const answer = await processes.all[at % processes.all.length]?.ask(path, init)
    statuses[place] = answer?.status ?? 0
    return answer ?? Response.error()
  }
  let people = 0
  /** Hands each post to the next process, as what stands before several of them does. */
  const router = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = await heard(statuses.length, '/telegram', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: Buffer.concat(chunks).toString(),
    })
    response.writeHead(answer.status).end()
  }).listen(0, '127.0.0.1')
  await once(router, 'listening')
  const address = router.address()
  sim.setWebhook(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, secret, 100)

  return {
    sim,
    store,
    filing: (unit: string) => store.filingOf(unitId(unit), disclosure2019.obligation, 2020),
    /** The code of an invitation to the filing of a unit, which is made if need be. */
    invite: async (name: string, code: string) => {
      const unit = { id: unitId(name), name, level: 'street', powers: {} } as const
      if (!(await store.units()).some(({ id }) => id === unit.id)) await seeding(store).addUnit(unit)
      const id = filingId(`filing of ${name}`)
      const filing = await seeding(store).openFiling(
        emptyFiling(disclosure2019, { id, unit: unit.id, year: 2020 }),
      )
      const long = `invitation-code-of-${code}`
      await seeding(store).invite(await hashOf(long), { unit: unit.id, filing, expiresAt: Date.now() + day })
      return long
    },
    /** A browser at one of the processes that has entered with a code. */
    visitor: async (code: string) => {
      const at = people++
      const browser = openBrowser(
        (path, init) => heard(at, path, init),
        () => processes.all[at % processes.all.length]?.origin ?? '',
      )
      await browser.enter(code, 'visitor')
      const fill = (cell: string) =>
        browser.form('/chat/table', { id: `fill-${cell}`, cell, text: '3', shown: '' })
      return { fill }
    },
    /** What many do at once, and what became of it; `mostTries` is of the commit that was lost most often. */
    wave: async (act: () => unknown) => {
      const [from, logged] = [statuses.length, processes.log().length]
      await act()
      await sim.settle()
      const tries = new Map<string, number>()
      for (const [, id = ''] of processes
        .log()
        .slice(logged)
        .matchAll(/commit\.lost.*?"incoming":"([^"]+)"/g))
        tries.set(id, (tries.get(id) ?? 0) + 1)
      const since = statuses.slice(from)
      return {
        taken: since.filter(status => status < 400).length,
        refused: since.filter(status => status >= 400).length,
        lost: [...tries.values()].reduce((sum, n) => sum + n, 0),
        mostTries: Math.max(1, ...[...tries.values()].map(n => n + 1)),
      }
    },
    close: async () => {
      await processes.close()
      await sim.stop()
      router.closeAllConnections()
      router.close()
    },
  }
}
