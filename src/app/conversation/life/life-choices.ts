// The buttons of a report's life on the cards of a conversation, by its state, its practice and the rights of whoever
// looks at it.

import type { LifeEvent } from '../../ports/life-event.ts'
import type { View } from '../compose/view.ts'
import { awaitsSignOff, isSigned, type Life, openNotes } from './life.ts'

export type LifeChoice = { readonly label: string; readonly event: LifeEvent; readonly main?: true }

/** `isReady`: nothing is missing and nothing blocks. */
export const lifeChoices = (view: View, life: Life, isReady: boolean): readonly LifeChoice[] => {
  const { words } = view
  const { stood, acts, isLeader, places } = life
  const { content, state, practice } = stood
  const button = (name: Parameters<typeof words.say>[0], event: LifeEvent, main?: true): LifeChoice => ({
    ...{ label: words.say(name), event },
    ...(main && { main }),
  })
  const sheet = button('life.sheet', { type: 'approval-sheet' })
  const request =
    acts.has('request-return') && openNotes(stood, 'request').length === 0
      ? [button('life.request', { type: 'request-return' })]
      : []
  switch (state) {
    case 'draft':
    case 'returned': {
      if (!isReady || !acts.has('submit-filing')) return []
      const secrecy = isReviewedForSecrets(life)
        ? []
        : [button('life.review-secrecy', { type: 'review-secrecy', content })]
      const again = state === 'returned'
      if (practice === 'review-first' && !isSigned(stood))
        return [
          button(again ? 'life.hand-in.again' : 'life.hand-in.draft', { type: 'hand-in', content }, true),
          ...secrecy,
        ]
      if (isSigned(stood))
        return [
          button(again ? 'life.hand-in.again' : 'life.hand-in', { type: 'hand-in', content }, true),
          ...secrecy,
        ]
      if (isLeader)
        return [
          button('life.agree', { type: 'agree', content }, true),
          button('life.decline', { type: 'decline', content }),
        ]
      return [button('life.hand-in.signed', { type: 'hand-in', content }), ...secrecy, sheet]
    }
    case 'submitted':
      return acts.has('withdraw-filing') ? [button('life.withdraw', { type: 'withdraw', content })] : []
    case 'reviewing': {
      const awaits = awaitsSignOff(stood) && acts.has('sign-filing')
      const sign = isLeader
        ? button('life.agree.final', { type: 'agree', content }, true)
        : button('life.hand-in.final', { type: 'hand-in', content }, true)
      return [...(awaits ? [sign, sheet] : []), ...request]
    }
    case 'queried': {
      const answers = acts.has('answer-question')
      const isMended = places.length > 0 && places.every(({ became }) => became !== 'open')
      const isChanged = places.some(({ became }) => became === 'changed')
      if (openNotes(stood, 'amendment').length > 0)
        return [
          ...(answers && isMended && (isReady || !isChanged)
            ? [button(isChanged ? 'life.amended' : 'life.explained', { type: 'amended', content }, true)]
            : []),
          ...request,
        ]
      const isOfPlaces = openNotes(stood, 'question').some(({ cells }) => cells.length > 0)
      return [
        ...(answers ? [button('life.in-order', { type: 'answer-question' })] : []),
        ...(acts.has('amend-filing') && isOfPlaces ? [button('life.amend', { type: 'amend' })] : []),
        ...request,
      ]
    }
    case 'approved':
      return request
    default:
      return []
  }
}

const isReviewedForSecrets = ({ stood: { signOffs, content } }: Life): boolean =>
  signOffs.some(each => each.capacity === 'secrecy-review' && each.content === content)
