// A conversation with the core in a few lines: a filing, people with a focus each, and the last effects. Every focus
// and every tapped event goes through JSON first, because that is how they are stored. It asserts nothing itself.

import { choicesFor } from '../../src/engine/choices.ts'
import { derive } from '../../src/engine/derive.ts'
import type { Ask, Choice, Effect, Word } from '../../src/engine/effect.ts'
import type { Event } from '../../src/engine/event.ts'
import {
  type EntryKey,
  type Filing,
  filingId,
  messageRef,
  personId,
  unitId,
  type Value,
} from '../../src/engine/filing.ts'
import { type Focus, type Question, startFocus } from '../../src/engine/focus.ts'
import { cellKey, type Form, gateKey, type Level } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import type { Known } from '../../src/engine/known.ts'
import { step } from '../../src/engine/step.ts'

export const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** An empty filing with these entries: a list behind a gate's key stands for its open branches, else for options. */
export const filingWith = (
  form: Form,
  entries: Readonly<Record<string, Value | readonly string[]>> = {},
  year = form.years.from + 1,
): Filing => ({
  id: filingId('f'),
  unit: unitId('u'),
  obligation: form.obligation,
  form: form.id,
  revision: form.revision,
  year,
  version: 1,
  entries: new Map(
    Object.entries(entries).map(([key, value]) => [
      key as EntryKey,
      {
        value:
          Array.isArray(value) && !indexOf(form).cells.has(key)
            ? { open: value as string[] }
            : (value as Value),
        note: null,
        source: 'imported',
        by: personId('import'),
        at: 0,
        message: null,
      },
    ]),
  ),
  texts: new Map(),
  remarks: new Map(),
})

type Options = {
  readonly level?: Level
  readonly previous?: Known['previous']
  /** Acts come at 1, 2, 3, … */
  readonly yearEnd?: number | null
  readonly entries?: Readonly<Record<string, Value | readonly string[]>>
  readonly year?: number
}

export type Play = ReturnType<typeof play>

/** Start a play; `who` is whoever acts, by default Ann. */
export const play = (
  form: Form,
  { level = 'street', previous = null, yearEnd = null, entries = {}, year }: Options = {},
) => {
  let filing = filingWith(form, entries, year)
  let effects: readonly Effect[] = []
  let clock = 0
  const focuses = new Map<string, Focus>()

  const focusOf = (who: string): Focus => focuses.get(who) ?? startFocus
  const act = (event: Event, who = 'ann', message: string | null = null): readonly Effect[] => {
    clock += 1
    const stepped = step(form, filing, focusOf(who), stored(event), {
      now: clock,
      by: personId(who),
      message: message === null ? null : messageRef(message),
      known: { unit: { name: '柳荫街道', level, powers: {} }, previous, yearEnd },
    })
    filing = stepped.filing
    focuses.set(who, stored(stepped.focus))
    effects = stepped.effects
    return effects
  }
  const ask = (): Ask & { readonly choices: readonly Choice[] } => {
    const last = effects.findLast(effect => effect.type === 'ask')
    if (!last) throw new Error('nothing was asked')
    return { ...last, choices: choicesFor(last) }
  }
  const tapWhere = (fits: (choice: Choice) => boolean, who?: string) => {
    const choice = ask().choices.find(fits)
    if (!choice) throw new Error(`no such choice among ${JSON.stringify(ask().choices)}`)
    return act(choice.event, who)
  }
  let messages = 0
  act({ type: 'resume' })
  return {
    form,
    act,
    /** Type words; the message's name is given back by `lastMessage`. */
    say: (text: string, who?: string) => {
      messages += 1
      return act({ type: 'typed', text }, who, `sim:1:${messages}`)
    },
    lastMessage: () => messageRef(`sim:1:${messages}`),
    edit: (message: string, text: string, who?: string) =>
      act({ type: 'edited', message: messageRef(message), text }, who, message),
    put: (question: Question, who?: string) => act({ type: 'put', question }, who),
    tapWhere,
    tap: (word: Word, who?: string) =>
      tapWhere(({ label }) => label.type === 'word' && label.word === word, who),
    tapBranch: (branch: string) =>
      tapWhere(({ label }) => label.type === 'branch' && label.branch.key === branch),
    tapCell: (cell: string) => tapWhere(({ label }) => label.type === 'cell' && label.cell === cell),
    tapSection: (section: string) =>
      tapWhere(({ label }) => label.type === 'section' && label.section === section),
    ask,
    words: () => ask().choices.flatMap(({ label }) => (label.type === 'word' ? [label.word] : [])),
    question: (who = 'ann') => focusOf(who).question,
    focus: (who = 'ann') => focusOf(who),
    filing: () => filing,
    effects: () => effects,
    types: () => effects.map(effect => effect.type),
    /** The value that stands in a cell; undefined while it is open. */
    value: (key: string): Value | undefined => derive(form, filing).get(cellKey(key))?.value,
    entry: (key: string) => filing.entries.get(key as EntryKey),
  }
}

export const cell = (key: string): Question => ({ type: 'cell', cell: cellKey(key) })
export const gate = (key: string, ticked: readonly string[] | null = null): Question => ({
  type: 'gate',
  gate: gateKey(key),
  ticked,
})
