// The steps that were recorded, by whom, when and towards whom; those taken together are one line.

import { plain, quote } from '../../conversation/compose/view.ts'
import { momentWords } from '../../moment-words.ts'
import type { ListedContact } from '../../ports/contacts.ts'
import type { Asking } from '../asking.ts'
import { readOpenChased } from '../chased-here.ts'
import { ways } from '../choices.ts'

const mostLines = 30

export const told: Asking = async (deps, asker) => {
  const { words, environment, contacts } = deps
  const read = await readOpenChased(deps, asker)
  const choices = ways(words, 'chase', 'private', 'progress')
  const all = read ? await contacts.contacts(read.campaign.id) : []
  if (all.length === 0) return { lines: [plain(words.desk('told.none'))], choices }
  const together = Map.groupBy(all, ({ at, step, by }) => [at, step, by].join('/'))
  const lineOf = (each: readonly ListedContact[]): string => {
    const [first] = each
    if (!first) return ''
    return words.desk('told.line', {
      at: momentWords(words, environment, first.at),
      step: words.district(`chase.step.${first.step}`),
      units: each.map(({ unit }) => unit).join(words.say('list')),
      by: first.byName ?? first.by,
    })
  }
  const lines = [...together.values()].slice(0, mostLines).map(lineOf)
  return { lines: [plain(words.desk('told.head')), quote(lines.join('\n'))], choices }
}
