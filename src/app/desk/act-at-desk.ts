// An act on a report of a unit below, done with the answer of the desk in one commit.

import type { FilingId } from '../../engine/filing.ts'
import { actOnFiling } from '../filing/act-on-filing.ts'
import type { FilingWish } from '../filing/effects-of.ts'
import type { FilingRefusal } from '../filing/filing-refusal.ts'
import type { Commit } from '../ports/commit.ts'
import type { Asker, DeskAnswer } from './asking.ts'
import type { DeskDeps } from './desk-deps.ts'

type ActedAtDesk =
  | { readonly refusal: FilingRefusal }
  | { readonly commit: NonNullable<DeskAnswer['commit']> }

export const actAtDesk = async (
  deps: DeskDeps,
  { caller }: Asker,
  filing: FilingId,
  wish: FilingWish,
): Promise<ActedAtDesk> => {
  const kept: Commit[] = []
  const conversations = {
    othersAt: deps.conversations.othersAt,
    commit: async (commit: Commit) => {
      kept.push(commit)
      return 'done' as const
    },
  }
  const acted = await actOnFiling({ ...deps, conversations }, caller, filing, wish)
  if (acted.type === 'refused') return acted
  const [commit] = kept
  return {
    commit: { filings: commit?.filings ?? [], rights: commit?.rights ?? none, outbox: commit?.outbox ?? [] },
  }
}

const none = { members: [], above: [] }
