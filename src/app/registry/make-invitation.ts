// Makes an invitation to a unit's filing for a year. The code is given back and kept nowhere: the registry has its hash.

import { emptyFiling, filingId } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { hashOf } from '../hash-of.ts'
import type { Registry, Unit } from '../ports/registry.ts'

/** 24 bytes are 32 characters of A-Za-z0-9_-: a link of Telegram's carries up to 64 (Bot API). */
const codeBytes = 24

type Place = {
  readonly unit: Pick<Unit, 'id'>
  readonly form: Form
  readonly year: number
  readonly expiresAt: number
}

/** The code of a link that lets one person in, once, until `expiresAt` (epoch milliseconds). */
export const makeInvitation = async (
  registry: Pick<Registry, 'openFiling' | 'invite'>,
  { unit, form, year, expiresAt }: Place,
): Promise<string> => {
  const id = filingId(crypto.randomUUID())
  const filing = await registry.openFiling(emptyFiling(form, { id, unit: unit.id, year }))
  const code = randomCode()
  await registry.invite(await hashOf(code), { unit: unit.id, filing, expiresAt })
  return code
}

const randomCode = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(codeBytes))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
