// Writes a message of the chat's list: as JSON for programs, as HTML for the page.

import { html } from 'hono/html'
import { isCard, type Line, type Outgoing, type ShownChoice } from '../../app/message.ts'
import type { Posted } from '../../app/ports/outbox.ts'
import { assertNever } from '../../faults.ts'
import type { WebWords } from '../../i18n/words.ts'
import { type Bubble, isOfTables } from './bubbles.ts'
import { clip } from './clip.ts'
import { fileUrl } from './file-url.ts'
import type { Html } from './frame.ts'

export const messageJson = ({ seq, at, outgoing, edits }: Posted) => ({
  seq,
  id: outgoing.id,
  at,
  kind: outgoing.kind === 'own' ? 'said' : outgoing.kind,
  text: outgoing.lines.map(line => line.text).join('\n'),
  choices: outgoing.choices.map(choiceJson),
  card: isCard(outgoing) ? outgoing.id : null,
  cells: outgoing.cells,
  input: outgoing.input,
  file: fileOf(outgoing),
  edits,
})

/** `pressed` is of what can be ticked; `group` the printed label above a row of a long list. */
const choiceJson = ({ number, label, nav, main, option, group }: ShownChoice) => ({
  number,
  label,
  rank: nav ? 'nav' : main ? 'main' : option ? 'option' : 'plain',
  ...(option && { pressed: option.isPressed }),
  ...(group !== undefined && { group }),
})

/** The address and the name of a message's document. */
const fileOf = ({ id, file }: Outgoing): { readonly name: string; readonly url: string } | null => {
  if (!file) return null
  const name = `${file.name}.${file.format}`
  return { name, url: fileUrl(id, name) }
}

type Seen = {
  readonly words: WebWords
  /** For the forms of a browser without scripts. */
  readonly id: () => string
  /** The message that puts the question. */
  readonly asked: string | null
  /** The step that it tells of can be taken back. */
  readonly canUndo: boolean
  /** Something that it set stands, and can be set anew by other words. */
  readonly isEditable: boolean
}

/** `swaps`: it takes the place of what the page shows already. */
export const bubbleHtml = (seen: Seen, bubble: Bubble, swaps = false): Html => {
  const { words, isEditable, canUndo } = seen
  const { seq, by, shown, chosen, isEdited } = bubble
  return html`<li id="m${seq}" class="${by === 'bot' ? 'bot' : 'own'}" ${swaps ? html`hx-swap-oob="true"` : ''}>
    <span class="unseen">${words.say(by === 'bot' ? 'log.bot' : 'log.own')}</span>
    ${isOfTables(bubble) ? tablesHtml(words, bubble) : html`<div class="words">${shown.lines.map(lineHtml)}</div>`}
    ${isEdited ? html`<span class="small">${words.say('edited')}</span>` : ''}
    ${isEditable ? editHtml(words, bubble) : ''} ${fileHtml(words, bubble)}
    ${chosen === null ? '' : html`<p class="chosen">${words.say('chosen', { label: chosen })}</p>`}
    ${canUndo ? undoHtml(seen) : ''}
  </li>`
}

/** Figures that were typed into the tables, folded. */
const tablesHtml = (words: WebWords, { shown: { lines } }: Bubble): Html =>
  html`<details class="words">
    <summary>${words.say('log.tables', { count: lines.length })}</summary>
    ${lines.map(lineHtml)}
  </details>`

const undoHtml = ({ words, asked, id }: Seen): Html =>
  html`<form class="undo" method="post" action="/chat/say">
    <input type="hidden" name="id" value="${id()}" />
    <input type="hidden" name="under" value="${asked ?? ''}" />
    <button class="quiet" name="text" value="${words.say('undo')}">${words.say('undo')}</button>
  </form>`

const lineHtml = ({ text, style }: Line): Html => {
  switch (style) {
    case 'plain':
      return html`<p>${text}</p>`
    case 'strong':
      return html`<p><strong>${text}</strong></p>`
    case 'quote':
      return html`<blockquote>${text}</blockquote>`
    case 'table':
      return rowsHtml(text)
    default:
      return assertNever(style)
  }
}

/** Each row's name on a line of its own, and behind it an indented one with its figures. */
const rowsHtml = (text: string): Html =>
  html`<dl>${text.split('\n').map(line => (line.startsWith(' ') ? html`<dd>${line.trim()}</dd>` : html`<dt>${line}</dt>`))}</dl>`

/** Seen only where the script runs. */
const editHtml = (words: WebWords, { id, shown }: Bubble): Html => {
  const text = shown.lines.map(line => line.text).join('\n')
  const start = [...text].slice(0, 20).join('')
  return html`<button type="button" class="edit" data-edit="${id}" aria-label="${words.say('edit', { text: start })}">✎</button>`
}

const fileHtml = (words: WebWords, { id, shown }: Bubble): Html | '' => {
  const file = fileOf(shown)
  return file
    ? html`<p class="name">${clip} ${file.name}</p>
        <div class="actions">
          ${shown.file?.format === 'docx' ? html`<a class="button main" href="/chat/documents/${id}">${words.say('file.open')}</a>` : ''}
          <a class="button" href="${file.url}" download="${file.name}" aria-label="${words.say('file.download')}：${file.name}">${words.say('file.download')}</a>
        </div>`
    : ''
}
