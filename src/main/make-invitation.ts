// Makes an invitation to a unit's filing for a year. The code is given back and kept nowhere: the store has its hash.

import { randomBytes, randomUUID } from 'node:crypto'
import { hashOf } from '../app/enrol.ts'
import type { Unit } from '../app/ports/registry.ts'
import { emptyFiling, filingId } from '../engine/filing.ts'
import type { Form } from '../engine/form.ts'
import type { Store } from '../storage/store.ts'

/** 24 bytes are 32 characters of A-Za-z0-9_-: what a link of Telegram's carries (Bot API: up to 64). */
const codeBytes = 24

type Place = {
  readonly unit: Pick<Unit, 'id'>
  readonly form: Form
  readonly year: number
  readonly expiresAt: number
}

/** The code of a link that lets one person in, once, until `expiresAt` (epoch milliseconds). */
export const makeInvitation = async (
  store: Pick<Store, 'openFiling' | 'invite'>,
  { unit, form, year, expiresAt }: Place,
): Promise<string> => {
  const filing = await store.openFiling(
    emptyFiling(form, { id: filingId(randomUUID()), unit: unit.id, year }),
  )
  const code = randomBytes(codeBytes).toString('base64url')
  await store.invite(await hashOf(code), { unit: unit.id, filing, expiresAt })
  return code
}
