// The port of the setup: whether a first administrator can still be let in, the bucket of the guesses, and the commit
// that lets them in.

import type { PersonId, UnitId } from '../../engine/filing.ts'
import type { BucketRate, TokenTry } from '../token-bucket.ts'
import type { ChainCommit } from './audits.ts'
import type { Unit, UnitPlace } from './registry.ts'
import type { Session } from './sessions.ts'

/** The first administrator, with all that lets them in; `unit` is the district's, which is made when it is new. */
export type FirstAdministrator = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly membership: string
  readonly at: number
  readonly unit: UnitId | (Unit & UnitPlace)
  readonly session: Session
  /** A keyed hash of the code that they used. */
  readonly taken: string
}

export type Setup = {
  /** `isOpen` until somebody was ever an administrator; `root` is the district's unit, null while there is none. */
  readonly setupState: () => Promise<{ readonly isOpen: boolean; readonly root: UnitId | null }>
  /** One guess of the bucket that all processes share, by the wall's clock. */
  readonly takeGuess: (rate: BucketRate, now: number) => Promise<TokenTry['waitMs']>
  /** All of it or nothing; false when somebody came first. */
  readonly setUp: (first: FirstAdministrator, chains: readonly ChainCommit[]) => Promise<boolean>
}
