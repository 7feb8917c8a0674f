// `nianbao units import FILE`: a list of units, CSV or xlsx, becomes the district's. Each bad row is told with its line
// and the way to mend it; nothing is stored then, unless the others are wanted.

import { type ImportedUnits, importUnits as importList } from '../../app/registry/import-units.ts'
import { unitProblemWords } from '../../app/registry/unit-problem-words.ts'
import { readUnits, type UnitsRead } from '../../intake/units.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { printable } from './input-words.ts'
import { readSheetFile, tellProblems } from './read-sheet-file.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import { withStore } from './with-store.ts'

export type ImportUnitsOptions = { readonly partly?: boolean; readonly json?: boolean }

/** Exit code 2 where a row's problem has kept everything out. */
export const importUnits = async (
  file: string,
  options: ImportUnitsOptions,
  context: CommandContext,
): Promise<number> => {
  const list = await readList(file, context)
  return withStore(context, async (store, config) => {
    const { partly = false, json } = options
    const recorder = recorderOf(store, auditSeal(config))
    const act = await importList(recorder, { type: 'shell', at: context.now() }, list, partly)
    const { added, unchanged, problems } = doneOr(context, act, { name: file })
    if (added.length > 0) await settleCampaigns(context, store, config)
    const { unused } = list
    const lines = problems.map(problem => ({
      ...{
        line: problem.line,
        code: problem.code,
        message: unitProblemWords(context.words, problem, printable),
      },
    }))
    const isRefused = problems.length > 0 && !partly
    if (json) context.print(JSON.stringify({ added, unchanged, problems: lines, unused }))
    else {
      tellProblems(
        context,
        lines.map(({ message }) => message),
      )
      const say = isRefused ? context.complain : context.print
      say(endWords(context, { added, unchanged, unused, problems: lines.length, isRefused }).join('\n'))
    }
    return isRefused ? 2 : 0
  })
}

const readList = async (file: string, context: CommandContext): Promise<Extract<UnitsRead, { ok: true }>> => {
  const list = readUnits(await readSheetFile(context, file))
  if (list.ok) return list
  const why = context.say(`units.list.${list.why}`, { head: printable(list.head) })
  throw refusal(context.say('input.line', { file, why }))
}

type End = Pick<ImportedUnits, 'added' | 'unchanged'> & {
  readonly unused: readonly string[]
  readonly problems: number
  readonly isRefused: boolean
}

const endWords = (
  { say }: CommandContext,
  { added, unchanged, unused, problems, isRefused }: End,
): readonly string[] => {
  const some = problems > 0 ? 'units.partly-imported' : 'units.imported'
  return [
    say(isRefused ? 'units.not-imported' : some, { count: added.length, problems }),
    ...(unchanged > 0 ? [say('units.unchanged', { unchanged })] : []),
    ...(unused.length > 0 ? [say('units.unused', { heads: unused.map(printable).join(say('list')) })] : []),
  ]
}
