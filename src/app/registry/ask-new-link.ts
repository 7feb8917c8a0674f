// Somebody with a link that was taken in another browser asks for a new one: the people above its unit are told, once a
// day for each link, and decide. It lets nobody in and shows nothing of the unit.

import type { Words } from '../../i18n/words.ts'
import { server } from '../audit.ts'
import { plain } from '../conversation/compose/view.ts'
import { hashOf } from '../hash-of.ts'
import { lostRace } from '../lost-race.ts'
import { wordsMessage } from '../message.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'
import type { Sessions } from '../ports/sessions.ts'
import { sealActs } from '../record-acts.ts'
import { invitationAct } from './make-invitation.ts'
import type { TakeDeps } from './take-invitation.ts'

type Deps = Omit<TakeDeps, 'registry' | 'people'> & {
  readonly words: Words
  readonly sessions: Pick<Sessions, 'takenInvitation'>
  readonly people: Pick<People, 'overseersOf'>
  readonly registry: Pick<Registry, 'units'>
}

const day = 86_400_000

/** Whether a new link can be asked for by this one: it was taken, and somebody above its unit is in. */
export const mayAskNewLink = async (
  { sessions, people }: Pick<Deps, 'sessions' | 'people'>,
  code: string,
): Promise<boolean> => {
  const taken = await sessions.takenInvitation(await hashOf(code))
  return taken !== null && (await people.overseersOf(taken.unit)).length > 0
}

/** True when they are told, by this request or by one of the same day before. */
export const askNewLink = async (deps: Deps, channel: string, code: string): Promise<boolean> => {
  const { sessions, people, registry, deliver, environment, seal, words } = deps
  const hash = await hashOf(code)
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const at = environment.now()
    const taken = await sessions.takenInvitation(hash)
    const told = taken ? await people.overseersOf(taken.unit) : []
    const unit = (await registry.units()).find(({ id }) => id === taken?.unit)
    if (!taken || !unit || told.length === 0) return false
    const text = words.say('link.asked', { unit: unit.name, name: taken.person.name })
    const act = await invitationAct(seal, 'link-asked', hash, taken, null)
    const committed = await deliver.commit({
      ...emptyCommit({ channel, id: `ask-link/${hash}/${Math.floor(at / day)}`, at }),
      chains: await sealActs(deps, { by: server.by, at, channel }, [act]),
      rights: {
        members: told.map(({ member }) => member),
        above: told.flatMap(({ unit: ancestor }) =>
          ancestor === taken.unit ? [] : [{ unit: taken.unit, ancestor }],
        ),
      },
      outbox: told.map(({ chat }) => wordsMessage(environment.id(), chat, [plain(text)])),
    })
    if (committed !== 'lost') return true
    await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
  }
  return false
}
