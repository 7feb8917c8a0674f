// The sign-off on paper or in the office's own system: the card that asks for the signer, and the words that answer it.

import { indexOf } from '../../../engine/index-of.ts'
import { readSignedBy } from '../../../intake/signed-by.ts'
import { dayWords } from '../../day-words.ts'
import type { Line } from '../../message.ts'
import type { HandledFiling } from '../../ports/handling.ts'
import type { Awaited, LifeEvent } from '../../ports/life-event.ts'
import type { SignOff } from '../../ports/life-rows.ts'
import { plain, strong, type View } from '../compose/view.ts'
import type { Life } from './life.ts'
import type { LifeChoice } from './life-choices.ts'
import { lastSignOff } from './sign-off-lines.ts'

/** A card in the place of a question: its lines and buttons. */
export type LifePut = { readonly lines: readonly Line[]; readonly choices: readonly LifeChoice[] }

/**
 * Asks in which way it was signed. A changed figure needs a new sign-off; where only words changed since the last one,
 * they may have been changed under authority (office practice). `changed` is null where nobody has signed before.
 */
export const signingCard = (
  view: View,
  { stood }: Life,
  changed: readonly string[] | null,
  today: string,
): LifePut => {
  const { words, form } = view
  const { content } = stood
  const { cells, gates } = indexOf(form)
  const last = lastSignOff(stood)
  const sign = (signOff: SignOff): LifeEvent => ({ type: 'sign', content, signOff })
  const again: SignOff | null = last
    ? {
        ...{ who: last.who, capacity: last.capacity, way: last.way, signedOn: today },
        ...{ number: null, isUnderAuthority: false },
      }
    : null
  const onlyWords = changed?.every(key => !cells.has(key) && !gates.has(key)) === true
  const ways = (['leader-in-charge', 'head'] as const).flatMap(capacity =>
    (['paper', 'oa'] as const).map(
      (way): LifeChoice => ({
        label: words.say('life.signing.way', {
          ...{ capacity: words.say(`life.capacity.${capacity}`), way: words.say(`life.way.${way}`) },
        }),
        event: { type: 'choose-signing', content, capacity, way },
      }),
    ),
  )
  return {
    lines: [
      strong(words.say('life.signing')),
      ...(last && changed && changed.length > 0 && !onlyWords
        ? [plain(words.say('life.signing.figures'))]
        : []),
    ],
    choices: [
      ...(again && onlyWords
        ? [{ label: words.say('life.signing.authority'), event: sign({ ...again, isUnderAuthority: true }) }]
        : []),
      ...(again
        ? [
            {
              label: words.say('life.signing.again', {
                ...{ who: again.who, capacity: words.say(`life.capacity.${again.capacity}`) },
                way: words.say(`life.way.${again.way}`),
              }),
              event: sign(again),
            },
          ]
        : []),
      ...ways,
    ],
  }
}

/** The prompt for words that are awaited. */
export const awaitedCard = ({ words }: View, awaited: Awaited): LifePut => ({
  lines: [
    strong(
      awaited.type === 'signer'
        ? words.say(awaited.capacity === 'secrecy-review' ? 'life.await.reviewer' : 'life.await.signer', {
            capacity: words.say(`life.capacity.${awaited.capacity}`),
          })
        : words.say(`life.await.${awaited.type}`),
    ),
  ],
  choices: [],
})

/** Shows back what was read: only the tap signs, and words that are sent instead are read anew. */
export const signerCard = (
  { words }: View,
  { state, practice }: HandledFiling,
  content: number,
  signOff: SignOff,
): LifePut => {
  const { who, capacity, way } = signOff
  const isSecrecy = capacity === 'secrecy-review'
  const told = {
    ...{ who, day: dayWords(words, signOff.signedOn) },
    ...{ capacity: words.say(`life.capacity.${capacity}`), way: words.say(`life.way.${way}`) },
  }
  const isFinal = practice === 'review-first' && state === 'reviewing'
  const submits = practice === 'sign-first' && (state === 'draft' || state === 'returned')
  const records = isFinal ? 'life.signer.final' : submits ? 'life.signer.hand-in' : 'life.signer.record'
  return {
    lines: [
      strong(words.say(isSecrecy ? 'life.reviewer.sure' : 'life.signer.sure', told)),
      plain(words.say('life.signer.anew')),
    ],
    choices: [
      {
        ...{ label: words.say(isSecrecy ? 'life.signer.record' : records), main: true },
        event: { type: 'sign', content, signOff },
      },
    ],
  }
}

/** Asks a leader by their own account in which capacity they sign. */
export const agreeCard = ({ words }: View, content: number, who: string, today: string): LifePut => ({
  lines: [strong(words.say('life.agree.as'))],
  choices: (['leader-in-charge', 'head'] as const).map(
    (capacity): LifeChoice => ({
      label: words.say(`life.capacity.${capacity}`),
      event: {
        ...{ type: 'sign', content },
        signOff: { who, capacity, way: 'bot', signedOn: today, number: null, isUnderAuthority: false },
      },
    }),
  ),
})

/** The sign-off that words tell of, or the sentence that says what they lack. */
export const readSigner = (
  { words }: View,
  { capacity, way }: Extract<Awaited, { type: 'signer' }>,
  text: string,
  today: string,
): SignOff | { readonly unread: string } => {
  const read = readSignedBy(text, today)
  if ('fault' in read) return { unread: words.say(`life.signer.${read.fault}`) }
  return { who: read.who, capacity, way, signedOn: read.on, number: null, isUnderAuthority: false }
}
