// The command line moves a unit to another branch, as a process of its own beside a running server: from that moment
// its old supervisor reads and writes nothing of it, on any door of the registry.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { doors } from '../../src/app/doors.ts'
import { hashOf } from '../../src/app/hash-of.ts'
import type { CardChoice } from '../../src/app/ports/commit.ts'
import { unitId } from '../../src/engine/filing.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { childEnv } from '../child-env.ts'
import { street } from '../scenarios/office.ts'
import { seeding } from '../seeding.ts'
import { ask, filled, reading, writing } from './ended/routes.ts'
import { eventSamples, figure, json } from './ended/samples.ts'
import { inScene, type Scene, unit } from './ended/scene.ts'

const run = promisify(execFile)
const ofTheirs = new RegExp(`${street.unit}|${figure}`)
const [branch, elsewhere] = [
  { id: unitId('unit-branch'), name: '东片', level: 'county', powers: {}, parent: null },
  { id: unitId('unit-elsewhere'), name: '西片', level: 'county', powers: {}, parent: null },
] as const
/** Doors to the chat of their own desk, which they keep; its device link stores one of theirs. */
const ofTheDesk = [
  ...['GET /chat', 'GET /chat/earlier', 'GET /chat/news', 'GET /chat/messages', 'GET /chat/events'],
  ...['POST /chat/messages', 'POST /chat/say', 'POST /chat/files'],
]

const atFiling = `INSERT INTO position (person, chat, version, about, focus)
  SELECT ?1, ?2, 1, about, focus FROM position WHERE about = 'filing/filing-1' LIMIT 1
  ON CONFLICT (person, chat) DO UPDATE SET about = excluded.about, focus = excluded.focus`

/** A finished report of a unit below a branch, whose supervisor has looked at it and has its document. */
const supervised = async (scene: Scene) => {
  const { store } = scene.office.ledger
  await seeding(store).addUnit(branch)
  await seeding(store).addUnit(elsewhere)
  await seeding(store).placeUnit(unitId(unit), branch.id)
  await filled(scene)
  const code = 'invitation-code-of-the-supervisor'
  const expiresAt = scene.office.sim.clock.now() + 86_400_000
  const place = { unit: branch.id, role: 'supervisor', filing: null, expiresAt } as const
  await seeding(store).invite(await hashOf(code), place)
  const browser = await scene.browser()
  await browser.enter(code, '孙')
  const [row] = await scene.office.ledger.rows(
    `SELECT a.ref, p.id FROM account AS a JOIN person AS p ON p.id = a.person WHERE p.name = '孙'`,
  )
  const account = String(row?.ref)
  // They stand at the filing, as whoever opened it.
  const sql = await sqlite3(scene.office.file)
  await sql.batch([{ sql: atFiling, params: [String(row?.id), account] }])
  await sql.close()
  const tap = async (event: CardChoice['event']) => {
    const card = await scene.card(account, event)
    return browser.request('/chat/messages', json({ card, number: 0 }))
  }
  await tap({ type: 'document' })
  const file = (await browser.all()).findLast(message => message.file)?.id
  if (file === undefined) throw new Error('no document was made')
  return { browser, account, tap, file }
}

const move = async (scene: Scene) => {
  const { file } = scene.office
  await run(process.execPath, ['src/main/cli.ts', 'units', 'place', unit, '--below', elsewhere.name], {
    env: { ...childEnv, DATABASE_FILE: file, AUDIT_KEY: 'a key of the tests' },
  })
}

describe('a unit that moves to another branch', () => {
  test(
    'is shown and changed at no route any more by its old supervisor, and nothing is stored',
    inScene(async scene => {
      const { browser, file } = await supervised(scene)
      // How documents print is the unit's own affair.
      const theirs = reading.filter(route => doors.routes[route] !== 'set-prints')
      for (const route of theirs) expect((await ask(browser, route, file)).status, route).toBe(200)
      expect((await ask(browser, 'GET /chat/table', file)).text).toMatch(ofTheirs)
      await move(scene)
      const before = await scene.stored()
      for (const route of [...reading, ...writing.filter(each => each !== 'POST /chat/device')]) {
        const { status, text } = await ask(browser, route, file)
        if (!ofTheDesk.includes(route)) expect([403, 404], `${route}: ${status}`).toContain(status)
        expect(text, route).not.toMatch(ofTheirs)
      }
      expect(await scene.stored()).toBe(before)
    }),
  )

  test(
    'is out of reach of every kind of button of its old supervisor, as the first tap from memory too',
    inScene(async scene => {
      const { tap, browser, account } = await supervised(scene)
      expect((await tap({ type: 'preview' })).status).toBe(200)
      const cards = await Promise.all(
        Object.values(eventSamples).map(
          async event => [event.type, await scene.card(account, event)] as const,
        ),
      )
      await move(scene)
      const before = await scene.stored()
      for (const [type, card] of cards) {
        const answer = await browser.request('/chat/messages', json({ card, number: 0 }))
        expect(await answer.text(), type).not.toMatch(ofTheirs)
      }
      expect(await scene.stored()).toBe(before)
      expect(await (await browser.request('/chat/messages')).text()).not.toMatch(ofTheirs)
    }),
  )

  test(
    'is not in its old supervisor’s list any more, and stays in its filler’s',
    inScene(async scene => {
      const { browser } = await supervised(scene)
      const filler = await scene.browser('first')
      expect(JSON.stringify(await browser.all())).toMatch(ofTheirs)
      await move(scene)
      const list = await browser.request('/chat/messages')
      expect(await list.text()).not.toMatch(ofTheirs)
      expect((await filler.request('/chat/table')).status).toBe(200)
      expect(JSON.stringify(await filler.all())).toMatch(ofTheirs)
    }),
  )
})
