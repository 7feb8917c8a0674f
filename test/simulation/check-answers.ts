// What people said is in the filing, or they were told that it is not: each once, none dropped in silence.

import type { Check } from './check-world.ts'
import type { Taken } from './database.ts'

export const checkAnswers: Check = async ({ said, telegram, browsers, database }, sql) => {
  const broken: { readonly name: string; readonly how: string }[] = []
  const tell = (name: string, how: string) => void broken.push({ name, how })
  const commits = (channel: string, id: string): readonly Taken[] =>
    database.taken.filter(
      each => each.channel === channel && (id.startsWith('/') ? each.id.endsWith(id) : each.id === id),
    )
  for (const each of said) {
    const { channel, words } = each
    const stored = commits(channel, each.id())
    if (stored.length > 1) tell('twice', `applied ${stored.length} times: ${words}`)
    if (!each.isAcknowledged()) continue
    const [commit] = stored
    if (!commit) {
      tell('lost', `acknowledged and not stored: ${words} (${each.id()})`)
      continue
    }
    const isFelt =
      commit.says.length > 0 || commit.cells.length > 0 || commit.texts > 0 || each.notice() !== null
    if (!isFelt) tell('silence', `stored without an effect or a word: ${words} (${each.id()})`)
  }
  for (const { isAcknowledged, isDropped, kind, words } of telegram.updates)
    if (!isAcknowledged && !(isDropped && kind === 'callback_query'))
      tell('unacknowledged', `never acknowledged: ${kind} ${words}`)
  for (const browser of browsers)
    if (browser.unsent() > 0)
      tell('unacknowledged', `a page keeps ${browser.unsent()} messages that are not acknowledged`)

  const cells = new Map<string, string>()
  for (const { emptied, cellsGone, cells: set } of database.taken) {
    for (const key of cells.keys())
      if (emptied.some(filing => key.startsWith(`${filing} `))) cells.delete(key)
    for (const [filing, key] of cellsGone) cells.delete(`${filing} ${key}`)
    for (const [filing, key, value] of set) cells.set(`${filing} ${key}`, value)
  }
  const rows = await sql.all('SELECT filing, key, value FROM cell')
  const found = new Map(rows.map(row => [`${row.filing} ${row.key}`, String(row.value)]))
  for (const [key, value] of cells)
    if (found.get(key) !== value)
      tell('figures', `${key} is ${found.get(key)}, and was acknowledged as ${value}`)
  return broken
}
