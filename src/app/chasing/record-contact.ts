// Records a step that somebody of the office took: words forwarded, a telephone called. The bot takes none itself.

import { type ChaseStep, steps } from '../../district/chasing/ladder.ts'
import type { FilingId, UnitId } from '../../engine/filing.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import type { Contact, Contacts } from '../ports/contacts.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from '../registry/administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly contacts: Pick<Contacts, 'addContacts'>
}

/** Of units with their filings in one campaign. `whom` and `note` are for one unit: a name, and what was answered. */
export type ContactWish = {
  readonly step: ChaseStep
  readonly towards: readonly { readonly unit: UnitId; readonly filing: FilingId }[]
  readonly whom: string | null
  readonly note: string | null
}

/** The longest name or note that is kept, in characters. */
export const longestNote = 200

/** Each unit's line names the step; names and notes stand in no audit. */
export const recordContact = (
  deps: Deps,
  caller: Caller,
  { step, towards, whom, note }: ContactWish,
): Promise<Administered<readonly Contact[]>> =>
  administer(deps, [], async () => {
    const admitted = await Promise.all(
      towards.map(({ unit }) => openUnit(deps.registry, caller, unit, 'record-contact')),
    )
    const [first] = admitted
    if (!first || admitted.includes(null)) return refuse('not-allowed')
    const { by, at } = first.who
    const contacts = towards.map(({ filing }) => ({ id: deps.id(), filing, step, whom, note, by, at }))
    const acts = towards.map(
      ({ unit, filing }): ScopedAct => ({
        ...({ what: 'contacted', scope: `unit/${unit}`, about: `filing/${filing}` } as const),
        ...{ old: null, new: step },
      }),
    )
    return {
      ...{ type: 'planned', who: first.who, acts, value: contacts },
      rights: allRights(admitted.filter(each => each !== null)),
      write: recorded => deps.contacts.addContacts(contacts, recorded),
    }
  })

/** The step of this name, or undefined. */
export const stepNamed = (name: string): ChaseStep | undefined => steps.find(step => step === name)
