// The product as a subject: `serve` as it runs in service, with a fresh database and a local Bot API. Every chat has
// a unit and a filing of its own, whose texts are written and whose gates are open: 166 figures wait to be asked.

import { hashOf } from '../../src/app/hash-of.ts'
import { type Commit, emptyCommit } from '../../src/app/ports/commit.ts'
import {
  diff,
  type Entry,
  type EntryKey,
  type Filing,
  filingId,
  type Part,
  personId,
  unitId,
} from '../../src/engine/filing.ts'
import { formId, type TextKey } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { openStore } from '../../src/main/open-store.ts'
import { standing } from '../../test/contracts/store/world.ts'
import { seeding } from '../../test/seeding.ts'
import { launch } from '../launch.ts'
import type { Subject } from '../subject.ts'

const entry = new URL('../../src/main/cli.ts', import.meta.url)
const secret = 'bench-secret'
const form = catalog.formOf(formId('disclosure-2021'))

/** A unit, a filing and a member for each chat 1…people. Runs before the server starts and is not measured. */
const enrol = async (people: number, file: string): Promise<void> => {
  const { store, close } = await openStore(file)
  const enrolOne = async (chat: number): Promise<void> => {
    const unit = unitId(`unit-${chat}`)
    const person = personId(`person-${chat}`)
    const ref = `telegram:${chat}`
    const empty = filingOf(`filing-${chat}`, `unit-${chat}`)
    const seeds = seeding(store)
    await seeds.addUnit({ id: unit, name: `第${chat}省`, level: 'province', powers: {} })
    await seeds.openFiling(empty)
    const invitation = await hashOf(`bench-invitation-${chat}`)
    await seeds.invite(invitation, { unit, filing: empty.id, expiresAt: Date.now() + 3_600_000 })
    const commit = async (id: string, parts: Partial<Commit>) => {
      const committed = await store.commit(commitOf(`${id}-${chat}`, parts))
      if (committed !== 'done') throw new Error(`${id}: ${committed}`)
    }
    await commit('enrol', { enrol: { invitation, person, account: ref, name: '', chat: ref } })
    const filing = prepared(empty, person)
    await commit('prepare', {
      filings: [
        {
          filing,
          expected: empty.version,
          state: 'draft',
          changes: diff(empty, filing),
          auditHead: '',
          audit: [],
          standing: { ...standing, open: 0, touchedAt: 0 },
        },
      ],
    })
  }
  await Promise.all(Array.from({ length: people }, (_, index) => enrolOne(index + 1)))
  await close()
}

const filingOf = (id: string, unit: string): Filing => ({
  id: filingId(id),
  unit: unitId(unit),
  obligation: form.obligation,
  form: form.id,
  revision: form.revision,
  year: 2026,
  version: 1,
  entries: new Map(),
  texts: new Map(),
  remarks: new Map(),
})

const prepared = (empty: Filing, by: Part['by']): Filing => {
  // Now: figures of before the year's end would be asked about once more.
  const common = { by, at: Date.now(), message: null }
  const { gates, texts } = indexOf(form)
  const opened = [...gates.values()].map((gate): [EntryKey, Entry] => [
    gate.key,
    { ...common, value: { open: gate.branches.map(branch => branch.key) }, note: null, source: 'gate' },
  ])
  const written = [...texts.values()].map(({ text }): [TextKey, readonly Part[]] => [
    text,
    [{ ...common, body: '无。' }],
  ])
  return { ...empty, version: 2, entries: new Map(opened), texts: new Map(written) }
}

const commitOf = (id: string, parts: Partial<Commit>): Commit => ({
  ...emptyCommit({ channel: 'bench', id, at: 0 }),
  ...parts,
})

export const nianbao: Subject = {
  name: 'nianbao',

  async start({ apiRoot, folder, people }) {
    const file = `${folder}/nianbao.db`
    await enrol(people, file)
    const server = await launch(entry, ['serve'], '/telegram', {
      TELEGRAM_API_ROOT: apiRoot,
      TELEGRAM_BOT_TOKEN: '42:bench-token-of-no-bot-at-all',
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_PER_SECOND: '100000',
      DATABASE_FILE: file,
      AUDIT_KEY: 'bench-audit-key-bench-audit-key-00',
    })
    return { ...server, secret }
  },

  open: async talk => {
    await talk({ text: '/start' })
    return talk({ text: '继续填报' })
  },

  /** Balanced figures in the form's order; when all are in, one is called up by its name and changed, to and fro. */
  answer: (k, { text }) => {
    if (/未能识别|未经确认|未记录|相差 \d+ 件/.test(text)) throw new Error(`a lost place: ${text}`)
    if (/金额/.test(text.split('\n').at(-1) ?? '')) return { text: '12.5万元' }
    if (/复议：\d+年结果维持几件？/.test(text) && text.includes('现填')) return { text: String(k % 97) }
    if (/校验通过/.test(text)) return { text: '行政复议 结果维持' }
    if (/新收申请几件/.test(text)) return { text: '22' }
    return { text: /结转至\d+年的有几件/.test(text) ? '0' : '1' }
  },
}
