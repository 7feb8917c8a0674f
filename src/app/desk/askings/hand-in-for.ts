// Hands a report in for its unit: where it is signed first, it is asked who signed, and on which day; only taps record.

import { plain } from '../../conversation/compose/view.ts'
import { isSigned } from '../../conversation/life/life.ts'
import { readSigner, signerCard } from '../../conversation/life/signing.ts'
import type { SignOff } from '../../ports/life-rows.ts'
import type { Asking, AskingChoice } from '../asking.ts'
import { ways } from '../choices.ts'
import { actedAnswer, goneAnswer, reviewedOf } from '../reviewed.ts'

/** `args`: the filing, and the sign-off once it is read. */
export const handInFor: Asking = async (deps, asker, { text, args: [id = '', signed] }) => {
  const { words, environment } = deps
  const found = await reviewedOf(deps, asker.caller, id)
  if (!found) return goneAnswer(deps)
  const { stood, view } = found
  const { content } = stood
  const again: AskingChoice = {
    ...{ asking: 'hand-in-for', args: [id], main: true },
    label: words.desk('choice.hand-in-for'),
  }
  if (signed !== undefined) {
    const signOff = JSON.parse(signed) as SignOff
    const acted = await actedAnswer(deps, asker, id, { act: 'sign-filing', content, signOff })
    return acted.commit ? { ...acted, choices: [again, ...ways(words, 'queue')] } : acted
  }
  if (isSigned(stood) || stood.practice === 'review-first')
    return actedAnswer(deps, asker, id, { act: 'submit-filing', content, isOnBehalf: true })
  const awaited = { type: 'signer', content, capacity: 'leader-in-charge', way: 'paper' } as const
  const capacity = words.say('life.capacity.leader-in-charge')
  const pending = {
    ...({ asking: 'hand-in-for', args: [id] } as const),
    question: words.say('life.await.signer', { capacity }),
  }
  if (!text) return { lines: [], pending }
  const read = readSigner(view, awaited, text, environment.dateOf(asker.caller.at))
  if ('unread' in read) return { lines: [plain(read.unread)], pending }
  const [sure] = signerCard(view, stood, content, read).lines
  return {
    lines: sure ? [sure] : [],
    choices: [
      {
        ...{ asking: 'hand-in-for', args: [id, JSON.stringify(read)], main: true },
        label: words.say('life.signer.record'),
      },
      { asking: 'hand-in-for', args: [id], label: words.desk('return.anew') },
      ...ways(words, 'cancel', 'progress'),
    ],
  }
}
