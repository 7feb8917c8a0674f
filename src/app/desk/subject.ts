// The units that an asking about the campaign means: all units, those of a branch (街道, 部门), or one by its name.

import { findUnit } from '../../district/unit-names.ts'
import type { Level } from '../../engine/form.ts'
import type { ListedUnit } from '../ports/registry.ts'
import { listUnits } from '../registry/list-units.ts'
import type { Asker, DeskAnswer } from './asking.ts'
import type { DeskDeps } from './desk-deps.ts'
import { withoutWeak } from './hearing/signs.ts'
import { meantUnit } from './named-unit.ts'

export type UnitBranch = { readonly levels: readonly Level[]; readonly name: string }

/** `answer` is given in the place of the asking's own. */
export type AskedUnits =
  | { readonly type: 'all' }
  | { readonly type: 'branch'; readonly branch: UnitBranch }
  | { readonly type: 'unit'; readonly unit: ListedUnit }
  | { readonly type: 'answer'; readonly answer: DeskAnswer }

const branches = ['street', 'town', 'bureau', 'street+town'] as const

/** Words that name neither are about all units, unless they end as a unit's name does. */
export const subjectOf = async (
  deps: Pick<DeskDeps, 'registry' | 'words'>,
  asker: Pick<Asker, 'caller'>,
  said: string | null,
): Promise<AskedUnits> => {
  const { words, registry } = deps
  const tried = piecesOf(words, said ?? '')
  if (tried.length === 0) return { type: 'all' }
  const units = await listUnits(registry, asker.caller)
  for (const each of tried) {
    const branch = branchNamed(words, each)
    if (branch) return { type: 'branch', branch }
    const found = findUnit(units, each)
    if (found.type === 'one') return { type: 'unit', unit: found.unit }
  }
  for (const each of tried) {
    const isUnit = findUnit(units, each).type === 'several' || isNameLike(words, each)
    const meant = isUnit ? await meantUnit(deps, asker, 'unit', { name: each }) : null
    if (meant?.type === 'answer') return meant
  }
  return { type: 'all' }
}

/** The words among these that name a unit; where none does, all of them that mean anything, and '' where none do. */
export const unitNamed = async (
  { words, registry }: Pick<DeskDeps, 'registry' | 'words'>,
  { caller }: Pick<Asker, 'caller'>,
  said: string,
): Promise<string> => {
  const units = await listUnits(registry, caller)
  return piecesOf(words, said).find(each => findUnit(units, each).type !== 'none') ?? withoutWeak(words, said)
}

/** The words as they are, without the small ones at their ends, and each piece of them by itself. */
const piecesOf = (words: DeskDeps['words'], said: string): readonly string[] => {
  const name = withoutWeak(words, said)
  const pieces = name.split(' ').map(piece => withoutWeak(words, piece))
  return [...new Set([said.trim(), name, ...pieces])].filter(each => each !== '')
}

const branchName = (words: Pick<DeskDeps['words'], 'desk'>, level: (typeof branches)[number]): string =>
  words.desk(`branch.${level}`).split('|')[0] ?? ''

const branchNamed = (words: DeskDeps['words'], said: string): UnitBranch | undefined => {
  const found = branches.find(each => words.desk(`branch.${each}`).split('|').includes(said))
  return found && { levels: found.split('+') as Level[], name: branchName(words, found) }
}

const isNameLike = (words: DeskDeps['words'], said: string): boolean =>
  said.length > 2 &&
  words
    .desk('heard.unit-ends')
    .split('|')
    .some(end => said.endsWith(end))
