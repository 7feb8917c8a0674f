// 代录: a unit's Word draft, sent to the desk, is read and shown back with what was not placed; only the tap enters it.

import type { Draft } from '../../../engine/draft.ts'
import { filingId } from '../../../engine/filing.ts'
import { effectLines } from '../../conversation/compose/effect-lines.ts'
import { doubtLines } from '../../conversation/compose/import-lines.ts'
import { plain, shorten, strong, viewOf } from '../../conversation/compose/view.ts'
import { fileRead } from '../../conversation/sent-file.ts'
import { type EnteredReport, enterReport } from '../../filing/enter-report.ts'
import { type Line, largestFile } from '../../message.ts'
import type { Commit } from '../../ports/commit.ts'
import type { Asker, Asking, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { meantUnit } from '../named-unit.ts'
import { readCollected } from '../standings-now.ts'

/** `args` of the button: the filing, and the draft as it was read. */
export const enter: Asking = async (deps, asker, { file, args: [id, draft] }) => {
  if (id !== undefined && draft !== undefined) return taken(deps, asker, id, JSON.parse(draft) as Draft)
  const { words, catalog } = deps
  const say = (line: string): DeskAnswer => ({
    lines: [plain(line)],
    choices: ways(words, 'progress', 'units'),
  })
  const read = file ? await fileRead(deps.readDocument, file) : null
  if (!read) return say(words.desk('other.input'))
  if (!read.ok) {
    const form = catalog.obligations[0]?.forms.at(-1)
    return say((form ? words.of(form) : words).say(`draft.${read.why}`, { limit: largestFile / 1_000_000 }))
  }
  if (read.draft.unit === '') return say(words.desk('enter.whom'))
  const meant = await meantUnit(deps, asker, 'unit', { name: read.draft.unit })
  if (meant.type === 'answer') return say(words.desk('enter.unknown', { said: shorten(read.draft.unit) }))
  const { unit } = meant
  const campaign = (await readCollected(deps, asker))?.campaign
  const filing = unit.filings.find(
    ({ obligation, year }) => obligation === campaign?.obligation && year === campaign.year,
  )
  const none = say(words.desk('enter.none', { unit: unit.name }))
  if (!filing) return none
  const wish = { draft: read.draft, isTaken: false }
  const doubted = await entered(deps, asker, filing.id, { ...wish, isSure: false })
  const shown = await entered(deps, asker, filing.id, { ...wish, isSure: true })
  if (shown.read.type === 'refused') return none
  return {
    lines: [
      strong(words.desk('enter.read', { unit: unit.name })),
      ...linesOf(deps, doubted.read, true),
      ...linesOf(deps, shown.read, false),
      plain(words.desk('enter.sure')),
    ],
    choices: [
      {
        ...{ asking: 'enter', args: [filing.id, JSON.stringify(read.draft)], main: true },
        label: words.desk('choice.enter'),
      },
      ...ways(words, 'cancel', 'progress'),
    ],
  }
}

const taken = async (deps: DeskDeps, asker: Asker, id: string, draft: Draft): Promise<DeskAnswer> => {
  const { words } = deps
  const { read, commit } = await entered(deps, asker, id, { draft, isSure: true, isTaken: true })
  if (read.type === 'refused')
    return { lines: [plain(words.desk('enter.moved'))], choices: ways(words, 'progress', 'units') }
  const { unit, filing } = read.stood
  const done = words.desk('enter.done', { unit: unit.name, year: filing.year })
  return {
    lines: [plain(done), plain(words.desk(read.isReady ? 'enter.ready' : 'enter.not-ready'))],
    choices: [
      ...(read.isReady
        ? [
            {
              ...{ asking: 'hand-in-for' as const, args: [id], main: true as const },
              label: words.desk('choice.hand-in-for'),
            },
          ]
        : []),
      ...ways(words, 'progress', 'units'),
    ],
    ...(commit && { commit: { filings: commit.filings, rights: commit.rights ?? none, outbox: [] } }),
  }
}

const none = { members: [], above: [] }

/** The draft as it is read or taken; a commit goes with the answer. */
const entered = async (
  deps: DeskDeps,
  { caller }: Asker,
  id: string,
  wish: Parameters<typeof enterReport>[3],
): Promise<{ readonly read: EnteredReport; readonly commit: Commit | undefined }> => {
  const kept: Commit[] = []
  const conversations = {
    commit: async (commit: Commit) => {
      kept.push(commit)
      return 'done' as const
    },
  }
  const read = await enterReport({ ...deps, conversations }, caller, filingId(id), wish)
  return { read, commit: kept[0] }
}

/** The doubts about the draft alone, or what was read and what was not placed. */
const linesOf = ({ words, catalog }: DeskDeps, read: EnteredReport, ofDoubts: boolean): readonly Line[] => {
  if (read.type === 'refused') return []
  const view = viewOf(words, catalog, read.stood)
  return read.effects.flatMap(effect => {
    if (effect.type === 'imported') return ofDoubts ? [] : effectLines(view, effect)
    return ofDoubts && effect.type === 'ask' && effect.question.type === 'import'
      ? doubtLines(view, effect.question).slice(0, -1)
      : []
  })
}
