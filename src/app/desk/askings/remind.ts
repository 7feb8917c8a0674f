// The units that would be reminded once more, and those that were today: a preview, with the way to the texts. It sends nothing.

import { plain } from '../../conversation/compose/view.ts'
import { listNudges } from '../../nudging/list-nudges.ts'
import { nameList } from '../../oversight/name-list.ts'
import type { Asking } from '../asking.ts'
import { readOpenChased } from '../chased-here.ts'
import { choiceOf, ways } from '../choices.ts'

export const remind: Asking = async (deps, asker) => {
  const { words, environment } = deps
  const read = await readOpenChased(deps, asker)
  if (!read) return { lines: [plain(words.desk('progress.none'))], choices: ways(words, 'units') }
  const today = environment.dateOf(asker.caller.at)
  const sent = (await listNudges(deps, asker.caller, read.campaign)) ?? []
  const isToday = ({ at, state }: (typeof sent)[number]) =>
    environment.dateOf(at) === today && (state === 'sent' || state === 'queued')
  const reminded = new Set(sent.filter(isToday).map(({ unit }) => unit))
  const open = read.units
    .filter(({ chased }) => chased.matter !== 'publish' && !chased.isSpared)
    .map(({ filing }) => filing.name)
  const left = open.filter(name => !reminded.has(name))
  const skipped = open.filter(name => reminded.has(name))
  return {
    lines: [
      left.length > 0
        ? words.desk('remind.count', { count: left.length, units: nameList(words, left) })
        : words.desk('chase.none'),
      ...(skipped.length > 0
        ? [words.desk('remind.skipped', { count: skipped.length, units: nameList(words, skipped) })]
        : []),
    ].map(plain),
    choices: [
      ...(left.length > 0 ? [choiceOf(words, 'chase'), choiceOf(words, 'private')] : []),
      ...ways(words, 'told', 'progress'),
    ],
  }
}
