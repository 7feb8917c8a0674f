// Keeps Telegram's command menu equal to ours, in both languages. It writes only on a difference: every write
// reaches all clients.

import type { LanguageCode } from '@grammyjs/types'
import type { Api } from './api.ts'
import { describeFailure, type Outcome } from './webhook.ts'

/** Bot API: at most 100; command 1–32 of `[a-z0-9_]`, description 1–256. */
export type MenuCommand = { readonly command: string; readonly description: string }
export type Menus = { readonly zh: readonly MenuCommand[]; readonly en: readonly MenuCommand[] }

const same = (a: readonly MenuCommand[], b: readonly MenuCommand[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ command, description }, index) =>
      command === b[index]?.command && description === b[index]?.description,
  )

/** Writes the menus that differ; the value names them (`default`, `zh`, `en`). Stops at the first failure. */
export const syncCommands = async (api: Api, menus: Menus): Promise<Outcome<readonly string[]>> => {
  // A client in neither language gets the first.
  const wanted: readonly {
    name: string
    language: { language_code?: LanguageCode }
    commands: readonly MenuCommand[]
  }[] = [
    { name: 'default', language: {}, commands: menus.zh },
    { name: 'zh', language: { language_code: 'zh' }, commands: menus.zh },
    { name: 'en', language: { language_code: 'en' }, commands: menus.en },
  ]
  const written: string[] = []
  for (const { name, language, commands } of wanted) {
    const present = await api('getMyCommands', language)
    if (!present.ok) return { ok: false, reason: describeFailure(present.failure) }
    if (same(present.result, commands)) continue
    const answer = await api('setMyCommands', { ...language, commands })
    if (!answer.ok) return { ok: false, reason: describeFailure(answer.failure) }
    written.push(name)
  }
  return { ok: true, value: written }
}
