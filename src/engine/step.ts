// The core: what a person did, applied to a filing and a focus. Pure: the same arguments, the same result.

import type { Context } from './context.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import type { Filing } from './filing.ts'
import type { Focus } from './focus.ts'
import type { Form } from './form.ts'
import { answered } from './steps/answered.ts'
import { dropped } from './steps/dropped.ts'
import { edited } from './steps/edited.ts'
import { explain } from './steps/explain.ts'
import { enter, unnote } from './steps/figures.ts'
import { open, rest, tick } from './steps/gate.ts'
import { imported } from './steps/imported.ts'
import { back, document, later } from './steps/move.ts'
import { again, contentsQuestion, next, put } from './steps/put.ts'
import { said } from './steps/said.ts'
import { omit, rewrite, sentence, standard, write } from './steps/text.ts'
import { say, type Turn } from './steps/turn.ts'
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
  const before: Turn = { form, filing, focus, context, effects: [] }
  const after = dropped(before, apply(before, event))
  return { filing: after.filing, focus: after.focus, effects: after.effects }
}

const apply = (turn: Turn, event: Event): Turn => {
  switch (event.type) {
    case 'said':
      return said(turn, event.text, event.early === true)
    case 'answered':
      return answered(turn, event)
    case 'edited':
      return edited(turn, event.message, event.text)
    case 'next':
    case 'written':
      return next(turn)
    case 'put':
      return put(turn, event.question)
    case 'resume':
      return again(turn)
    case 'set':
      return enter(turn, event.values, { source: event.source, message: event.message ?? null })
    case 'tick':
      return tick(turn, event.gate, event.branch, event.ticked)
    case 'open':
      return open(turn, event.gate, event.branches)
    case 'rest':
      return rest(turn, event.section)
    case 'write':
      return write(turn, event.text, event.body, event.message)
    case 'rewrite':
      return rewrite(turn, event.text)
    case 'standard':
      return standard(turn, event.text)
    case 'sentence':
      return sentence(turn, event.text)
    case 'omit':
      return omit(turn, event.text)
    case 'unnote':
      return unnote(turn, event.cell)
    case 'explain':
      return explain(turn, event.finding, event.body)
    case 'later':
      return later(turn)
    case 'back':
      return back(turn)
    case 'undo':
      return undo(turn)
    case 'help':
      return again(say(turn, { type: 'help', question: turn.focus.question }))
    case 'preview':
      return again(say(turn, { type: 'preview' }))
    case 'document':
      return document(turn)
    case 'unsupported':
      return again(say(turn, { type: 'unsupported' }))
    case 'imported':
      return imported(turn, event.draft, event.sure)
    case 'unimported':
    case 'last-year':
      return again(say(turn, event))
    case 'confirm-year-end':
      return confirmYearEnd(turn)
    case 'outdated':
      return put(say(turn, { type: 'outdated' }), contentsQuestion)
    case 'stale':
      return again(say(turn, { type: 'moved', keys: event.keys }))
    default:
      return event satisfies never
  }
}
