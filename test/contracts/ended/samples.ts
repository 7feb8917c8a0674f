// One event of each type, fit for the street's form of 2020, and one request for each route that takes a body. A door
// that is new in the registry needs its line here, unless it is a GET.

import type { LifeEvent } from '../../../src/app/ports/life-event.ts'
import type { Event } from '../../../src/engine/event.ts'
import { cellKey, formId, type GateKey, type SectionKey, textKey } from '../../../src/engine/form.ts'

export const cell = cellKey('disclosure.procurement.projects')
const text = textKey('overview')
const gate = 'requests.?' as GateKey
const draft = { form: formId('disclosure-2019'), unit: '', year: 2020, figures: [], texts: [], unread: [] }

type Either = Event | LifeEvent
type Samples = { readonly [T in Either['type']]: Either & { readonly type: T } }

export const eventSamples: Samples = {
  typed: { type: 'typed', text: '54项' },
  answered: { type: 'answered', cell, text: '55', shown: '' },
  replaced: { type: 'replaced', text, body: '另一段话。', shown: '' },
  filled: { type: 'filled', values: [[cell, 55, null]] },
  edited: { type: 'edited', message: 'web:1:1' as Samples['edited']['message'], text: '56项' },
  next: { type: 'next' },
  put: { type: 'put', question: { type: 'cell', cell } },
  set: { type: 'set', values: [[cell, 57]], source: 'typed' },
  tick: { type: 'tick', gate, branch: 'natural', ticked: [] },
  open: { type: 'open', gate, branches: [] },
  rest: { type: 'rest', section: 'requests' as SectionKey },
  written: { type: 'written', text },
  rewrite: { type: 'rewrite', text },
  write: { type: 'write', text, body: '又一段话。', message: null },
  standard: { type: 'standard', text: textKey('other') },
  omit: { type: 'omit', text },
  sentence: { type: 'sentence', text },
  unnote: { type: 'unnote', cell },
  explain: { type: 'explain', finding: 'T203', body: '数字无误。' },
  later: { type: 'later' },
  back: { type: 'back' },
  undo: { type: 'undo' },
  help: { type: 'help' },
  preview: { type: 'preview' },
  progress: { type: 'progress' },
  thanked: { type: 'thanked' },
  'put-off': { type: 'put-off', until: 1, moment: '2021-01-20T23:59', isSigning: true },
  document: { type: 'document' },
  imported: { type: 'imported', draft, sure: true },
  unimported: { type: 'unimported', why: 'damaged' },
  'last-year': { type: 'last-year', outcome: 'stored', year: 2019, figures: 1, texts: 0, unread: [] },
  'confirm-year-end': { type: 'confirm-year-end' },
  unsupported: { type: 'unsupported' },
  stale: { type: 'stale', keys: [cell] },
  outdated: { type: 'outdated' },
  resume: { type: 'resume' },
  'hand-in': { type: 'hand-in', content: 1 },
  'choose-signing': { type: 'choose-signing', content: 1, way: 'oa', capacity: 'head' },
  sign: {
    ...({ type: 'sign', content: 1 } as const),
    signOff: {
      ...({ who: '周明', capacity: 'head', way: 'oa', signedOn: '2021-01-12' } as const),
      ...{ number: null, isUnderAuthority: false },
    },
  },
  agree: { type: 'agree', content: 1 },
  decline: { type: 'decline', content: 1 },
  'review-secrecy': { type: 'review-secrecy', content: 1 },
  withdraw: { type: 'withdraw', content: 1 },
  'answer-question': { type: 'answer-question' },
  amend: { type: 'amend' },
  amended: { type: 'amended', content: 1 },
  'explain-place': { type: 'explain-place', key: cell },
  'request-return': { type: 'request-return' },
  'take-leave': { type: 'take-leave', text: null },
  'record-leave': { type: 'record-leave', since: '2021-01-20', until: '2021-01-26', substitute: null },
  'end-leave': { type: 'end-leave' },
  'hand-over': { type: 'hand-over', name: null },
  'approval-sheet': { type: 'approval-sheet' },
  said: { type: 'said', text: '周明', early: false },
}

/** A figure that nothing else on a page looks like. */
export const figure = 70_707

/** A report with that figure, and its document. */
export const wholeReport: readonly Event[] = [
  ...['preamble', 'overview', 'problems'].map(
    (key): Event => ({ type: 'write', text: textKey(key), body: '一切如常。', message: null }),
  ),
  eventSamples.standard,
  { type: 'open', gate: 'disclosure.?' as GateKey, branches: ['procurement'] },
  {
    type: 'set',
    values: [
      [cell, figure],
      [cellKey('disclosure.procurement.amount'), { fen: 116_000_000, unit: 'wan-yuan' }],
    ],
    source: 'typed',
  },
  { type: 'open', gate, branches: [] },
  { type: 'open', gate: 'disputes.?' as GateKey, branches: [] },
  { type: 'document' },
]

let posts = 0
const id = (): string => {
  posts += 1
  return `contract-${posts}`
}

const form = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams({ id: id(), ...fields }),
})

/** A message as JSON. */
export const json = (fields: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ id: id(), ...fields }),
})

const upload = (): RequestInit => {
  const body = new FormData()
  body.set('id', id())
  body.set('file', new File([new Uint8Array(8)], '年报.docx'))
  return { method: 'POST', body }
}

const byScript = (request: RequestInit): RequestInit => ({ ...request, headers: { 'hx-request': 'true' } })

/** By the route's name in the registry. */
export const posted: Readonly<Record<string, () => RequestInit>> = {
  'POST /chat/messages': () => json({ text: '58项' }),
  'POST /chat/say': () => form({ text: '59项' }),
  'POST /chat/files': upload,
  'POST /chat/device': () => form({}),
  // The cell is behind a gate that was answered without it.
  'POST /chat/table': () =>
    form({ cell: cellKey('disclosure.regulations.made'), text: '60', shown: JSON.stringify([0, null]) }),
  // The page's script is told within the page: of another version here, and of another last change.
  'POST /chat/table/block': () => byScript(form({ cell, text: '61\t62万元', version: '0' })),
  'POST /chat/table/undo': () => byScript(form({ cell })),
  'POST /chat/table/question': () => form({ cell }),
  'POST /chat/settings': () => form({ contact: '电话：000-0000', signs: '', closes: 'yes' }),
}
