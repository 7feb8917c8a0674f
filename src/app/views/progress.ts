// How far a filing is, part by part, beside the chat on a page. It only reads.

import { bodyOf } from '../../engine/body-of.ts'
import { openSection } from '../../engine/completeness.ts'
import type { Form, SectionKey } from '../../engine/form.ts'
import { review } from '../../engine/review.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { wordingOf } from '../../i18n/wording.ts'
import type { Words } from '../../i18n/words.ts'
import type { ChatRef } from '../message.ts'
import { checkContext, presentSeat } from '../opened.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Progress } from '../use-cases.ts'

export const progressOf = (
  words: Words,
  catalog: Catalog,
  environment: Environment,
  stored: Seat,
  chat: ChatRef,
): Omit<Progress, 'colleagues'> => {
  const form = catalog.formOf(stored.filing.form)
  const seat = presentSeat(form, stored)
  const { person, unit, filing, card, asked, focus } = seat
  const { errors, incomplete } = review(
    form,
    filing,
    checkContext(catalog, seat, environment, environment.now()),
  )
  const wording = wordingOf(filing, unit.name)
  const open = incomplete.map(each => openSection(form, each))
  return {
    person,
    unit: unit.name,
    year: filing.year,
    filing: filing.id,
    version: filing.version,
    card,
    asked: asked?.id ?? null,
    editable: editableIn(seat, chat),
    text: textOf(form, seat),
    canUndo: focus.undo.length > 0,
    open: incomplete.length,
    errors: errors.length,
    parts: partsOf(form, open),
    sections: form.sections.map(({ key }) => ({
      name: words.form.section(form, key, 'name', wording),
      open: open.filter(section => section === key).length,
    })),
  }
}

const textOf = (form: Form, { filing, focus: { question } }: Seat): Progress['text'] => {
  if (question.type !== 'text') return null
  const body = bodyOf(form, filing, question.text)
  return body ? { key: question.text, body } : null
}

/** A section without a heading is no part of its own. */
const partsOf = ({ sections }: Form, open: readonly (SectionKey | undefined)[]): Progress['parts'] => {
  const headed = sections.flatMap(({ heading }, at) => (heading === null ? [] : [at]))
  const isDone = (at: number, part: number) =>
    sections.slice((headed[part - 1] ?? -1) + 1, at + 1).every(({ key }) => !open.includes(key))
  return { done: headed.filter(isDone).length, all: headed.length }
}

/** Messages of this chat that set what stands, and the one that the question is about. */
const editableIn = ({ filing, focus: { question } }: Seat, chat: ChatRef): ReadonlySet<string> => {
  const { entries, texts, remarks } = filing
  const set = [...entries.values(), ...[...texts.values()].flat(), ...remarks.values()]
  const refs = [...set, ...(question.type === 'proposal' || question.type === 'remark' ? [question] : [])]
  const start = `${chat}:`
  return new Set(
    refs.flatMap(({ message }) => (message?.startsWith(start) ? [message.slice(start.length)] : [])),
  )
}
