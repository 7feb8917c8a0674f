// The registry of doors beside the real lists: routes as they are mounted, words, events and commands as they are
// coded. One that is not in it fails here, and is refused at run time.

import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { commandEvent, commandWords, menu } from '../../src/app/conversation/commands.ts'
import { actionAt, actionOf, doors } from '../../src/app/doors.ts'
import type { Deliver } from '../../src/app/mail/deliver.ts'
import type { Mounted } from '../../src/channels/mounted.ts'
import { createTelegram } from '../../src/channels/telegram/telegram.ts'
import { actions, mayAtShell } from '../../src/district/access.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { createWords } from '../../src/i18n/words.ts'
import type { CommandContext } from '../../src/main/commands/command-context.ts'
import { commandName, commands } from '../../src/main/commands/commands.ts'
import { createServer } from '../../src/main/server.ts'
import { openHouse } from '../channels/web/house.ts'

/** The lines of a list that the registry has not, and those of the registry that the list has not. */
const differences = (kind: keyof typeof doors, real: readonly string[]) => ({
  undeclared: [...new Set(real)].filter(name => actionAt(kind, name) === undefined),
  gone: Object.keys(doors[kind]).filter(name => !real.includes(name)),
})
const none = { undeclared: [], gone: [] }

const channels = async (): Promise<{ readonly mounted: readonly Mounted[]; close: () => Promise<void> }> => {
  const house = await openHouse()
  const telegram = createTelegram({
    ...{ token: '1:a', secrets: ['a-secret'] },
    receive: async () => ({ repeat: false, notice: null }),
  })
  return { mounted: [...house.nianbao.channels, telegram], close: house.close }
}
const ready = async () => true
const deliver = { backlog: async () => ({ size: 0, seconds: 0 }) } as Deliver
const routesOf = (app: Hono): readonly string[] => app.routes.map(({ method, path }) => `${method} ${path}`)

describe('a route', () => {
  test('of the server is in the registry, and each that is there is mounted', async () => {
    const { mounted, close } = await channels()
    expect(differences('routes', routesOf(createServer({ channels: mounted, deliver }, ready)))).toEqual(none)
    await close()
  })

  test('that somebody adds is found missing, and never runs', async () => {
    let ran = 0
    const count = async () => {
      ran += 1
      return new Response('secret')
    }
    const routes = new Hono()
      .get('/chat/secret', count)
      .all('/chat/all', count)
      .use('/layer/*', count)
      .get('/healthz', c => c.text('ours'))
    const channel = { name: 'other', send: async () => ({ type: 'sent', message: null }) as const }
    const app = createServer({ channels: [{ channel, routes }], deliver }, ready)
    expect(differences('routes', routesOf(app)).undeclared).toEqual([
      'GET /chat/secret',
      'ALL /chat/all',
      'ALL /layer/*',
    ])
    for (const path of ['/chat/secret', '/chat/all', '/layer/below']) {
      const answer = await app.request(path)
      expect([answer.status, await answer.text()], path).toEqual([404, 'not found'])
    }
    expect((await app.request('/chat/all', { method: 'POST' })).status).toBe(404)
    expect((await app.request('/chat/secret', { method: 'HEAD' })).status).toBe(404)
    expect(ran).toBe(0)
    expect((await app.request('/healthz')).status).toBe(200)
  })
})

describe('an event', () => {
  const sources = ['src/engine/event.ts', 'src/app/ports/life-event.ts'].map(
    file => readFileSync(file, 'utf8').split('export type Awaited')[0] ?? '',
  )
  const types = sources
    .flatMap(source => [...source.matchAll(/readonly type: ('[a-z-]+'(?: \| '[a-z-]+')*)/g)])
    .flatMap(([, all = '']) => all.split(' | ').map(type => type.slice(1, -1)))

  test('of the engine, and of the life of a report, is in the registry', () => {
    expect(types.length).toBeGreaterThan(25)
    expect(differences('events', types)).toEqual(none)
    expect(differences('events', [...types, 'burn']).undeclared).toEqual(['burn'])
  })

  test('that the registry has not, from other code say, asks for nothing and gets nothing', () => {
    expect(actionOf({ type: 'burn' as 'help' })).toBeUndefined()
    expect(actionOf({ type: 'toString' as 'help' })).toBeUndefined()
  })
})

describe('a word of the conversation', () => {
  test('is in the registry, and those of the menu are', () => {
    expect(differences('commands', ['start', ...commandWords])).toEqual(none)
    expect(differences('commands', ['start', ...commandWords, 'burn']).undeclared).toEqual(['burn'])
    for (const name of menu) expect(actionAt('commands', name), name).toBeDefined()
  })

  test('asks for the same as the event it stands for', () => {
    for (const name of Object.keys(doors.commands)) {
      const event = commandEvent(name)
      if (event) expect(actionAt('commands', name), name).toBe(actionOf(event))
    }
  })
})

describe('a command of the command line', () => {
  const words = createWords('en')
  const context: CommandContext = {
    ...{ words, say: words.cli, catalog, env: {} },
    print: () => {},
    complain: () => {},
    write: async () => {},
    isTerminal: { input: false, output: false },
    now: () => 0,
  }
  type Program = ReturnType<typeof commands>
  const leaves = (command: Program): readonly Program[] =>
    command.commands.length === 0 ? [command] : command.commands.flatMap(each => leaves(each as Program))
  /** `units` lists by itself and has commands below it. */
  const namesOf = (program: Program) => ['units', ...leaves(program).map(commandName)]

  test('is in the registry, with an action that the shell may do', () => {
    const program = commands(context, async () => {})
    expect(differences('cli', namesOf(program))).toEqual(none)
    for (const [name, action] of Object.entries(doors.cli))
      expect(action === 'everybody' || mayAtShell(action as (typeof actions)[number]), name).toBe(true)
  })

  test('that somebody adds is found missing, and never runs', async () => {
    let ran = 0
    const count = () => {
      ran += 1
    }
    const program = commands(context, async () => {})
    program.command('burn').action(() => count())
    program.commands
      .find(each => each.name() === 'sample')
      ?.command('burn')
      .action(() => count())
    expect(differences('cli', namesOf(program)).undeclared).toEqual(['sample burn', 'burn'])
    for (const typed of [['burn'], ['sample', 'burn']])
      await expect(program.parseAsync(typed, { from: 'user' })).rejects.toThrow('There is no command')
    expect(ran).toBe(0)
  })
})

test('every door asks for an action that access knows', () => {
  const asked = Object.values(doors).flatMap(list => Object.values<string>(list))
  const known: readonly string[] = [...actions, 'everybody', 'message']
  expect(asked.filter(action => !known.includes(action))).toEqual([])
})
