// Makes a letter of reminder to units, on somebody's word alone. It is recorded that one was made, and not that it was
// sent: that is a step which a person records.

import { docxOf } from '../../document/docx.ts'
import type { Form } from '../../engine/form.ts'
import type { Words } from '../../i18n/words.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import type { Audits, Recorded } from '../ports/audits.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from '../registry/administer.ts'
import { type LetterWish, letterOutline } from './letter-outline.ts'
import type { ChasedCampaign, ChasedUnit } from './read-chased.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly audits: Pick<Audits, 'headsOf' | 'addLines'>
  readonly words: Words
}

/** The docx. Each unit's line names its filing. */
export const makeLetter = (
  deps: Deps,
  caller: Caller,
  form: Form,
  read: ChasedCampaign,
  units: readonly [ChasedUnit, ...ChasedUnit[]],
  wish: LetterWish,
): Promise<Administered<Uint8Array>> =>
  administer(deps, [], async () => {
    const admitted = await Promise.all(
      units.map(({ filing }) => openUnit(deps.registry, caller, filing.unit, 'make-letter')),
    )
    const [first] = admitted
    if (!first || admitted.includes(null)) return refuse('not-allowed')
    const outline = letterOutline(deps.words, form, read, units, wish)
    return {
      ...{ type: 'planned', who: first.who },
      rights: allRights(admitted.filter(each => each !== null)),
      acts: units.map(({ filing: { unit, filing }, chased }): ScopedAct => {
        return {
          what: 'letter-made',
          scope: `unit/${unit}`,
          about: `filing/${filing}`,
          old: null,
          new: chased.matter,
        }
      }),
      write: (recorded: Recorded) => deps.audits.addLines(recorded),
      value: await docxOf(outline, undefined, caller.at),
    }
  })
