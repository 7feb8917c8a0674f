// The core: what a person did, applied to a filing and a focus. Pure: the same arguments, the same result.

import { assertNever } from '../faults.ts'
import type { Context } from './context.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import type { Filing } from './filing.ts'
import type { Focus } from './focus.ts'
import type { Form } from './form.ts'
import { answered, filled } from './steps/answered.ts'
import { ask, askAgain, askNext, contentsQuestion } from './steps/ask.ts'
import { dropped } from './steps/dropped.ts'
import { edited } from './steps/edited.ts'
import { explain } from './steps/explain.ts'
import { removeNote, setFigures } from './steps/figures.ts'
import { onFollowing } from './steps/following.ts'
import { open, rest, tick } from './steps/gate.ts'
import { imported } from './steps/imported.ts'
import { back, document, later, progress } from './steps/move.ts'
import { replaced } from './steps/replaced.ts'
import { sayBroken } from './steps/say-broken.ts'
import { type StepState, say } from './steps/step-state.ts'
import { omit, rewrite, sentence, standard, write } from './steps/text.ts'
import { typed } from './steps/typed.ts'
import { undo } from './steps/undo.ts'
import { confirmYearEnd } from './steps/year-end.ts'

export type Stepped = {
  readonly filing: Filing
  readonly focus: Focus
  readonly effects: readonly Effect[]
}

/**
 * Apply one event. Permission was decided before; the filing's form is `form`. The filing's version is the
 * caller's to raise. Whatever the words were, the result has something to say and a question that stands.
 */
export const step = (form: Form, filing: Filing, focus: Focus, event: Event, context: Context): Stepped => {
  const before: StepState = { form, filing, focus, context, effects: [] }
  const after = sayBroken(before, dropped(before, apply(onFollowing(before, event), event)))
  return { filing: after.filing, focus: after.focus, effects: after.effects }
}

const apply = (state: StepState, event: Event): StepState => {
  switch (event.type) {
    case 'typed':
      return typed(state, event.text, event.early === true)
    case 'answered':
      return answered(state, event)
    case 'replaced':
      return replaced(state, event)
    case 'filled':
      return filled(state, event.values)
    case 'edited':
      return edited(state, event.message, event.text)
    case 'next':
    case 'written':
      return askNext(state)
    case 'put':
      return ask(state, event.question)
    case 'resume':
      return askAgain(state)
    case 'set':
      return setFigures(
        state,
        event.values,
        { source: event.source, message: event.message ?? null },
        event.rest,
      )
    case 'tick':
      return tick(state, event.gate, event.branch, event.ticked)
    case 'open':
      return open(state, event.gate, event.branches)
    case 'rest':
      return rest(state, event.section)
    case 'write':
      return write(state, event.text, event.body, event)
    case 'rewrite':
      return rewrite(state, event.text)
    case 'standard':
      return standard(state, event.text)
    case 'sentence':
      return sentence(state, event.text, event.topic)
    case 'omit':
      return omit(state, event.text)
    case 'unnote':
      return removeNote(state, event.cell)
    case 'explain':
      return explain(state, event.finding, event.body)
    case 'later':
      return later(state)
    case 'back':
      return back(state)
    case 'undo':
      return undo(state)
    case 'help':
      return askAgain(say(state, { type: 'help', question: state.focus.question }))
    case 'preview':
      return askAgain(say(state, { type: 'preview' }))
    case 'progress':
      return askAgain(progress(state))
    case 'thanked':
      return say(state, { type: 'noted' })
    case 'put-off':
      return askAgain(say(state, { type: 'put-off', moment: event.moment, isSigning: event.isSigning }))
    case 'document':
      return document(state)
    case 'unsupported':
      return askAgain(say(state, { type: 'unsupported' }))
    case 'imported':
      return imported(state, event.draft, event.sure)
    case 'unimported':
    case 'last-year':
      return askAgain(say(state, event))
    case 'confirm-year-end':
      return confirmYearEnd(state)
    case 'outdated':
      return ask(say(state, { type: 'outdated' }), contentsQuestion)
    case 'stale':
      return askAgain(say(state, { type: 'moved', keys: event.keys }))
    default:
      return assertNever(event)
  }
}
