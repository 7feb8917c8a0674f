// Writes a message of the chat's list: as JSON for programs, as HTML for the page.

import { html } from 'hono/html'
import { isCard, type Line, type Outgoing } from '../../app/message.ts'
import type { Posted } from '../../app/ports/outbox.ts'
import { assertNever } from '../../faults.ts'
import type { WebWords } from '../../i18n/words.ts'
import { type Bubble, buttonsOf } from './bubbles.ts'
import type { Html } from './frame.ts'

export const messageJson = ({ seq, at, outgoing, edits }: Posted) => ({
  seq,
  id: outgoing.id,
  at,
  kind: outgoing.kind === 'own' ? 'said' : outgoing.kind,
  text: outgoing.lines.map(line => line.text).join('\n'),
  choices: outgoing.choices.map(({ number, label }) => ({ number, label })),
  card: isCard(outgoing) ? outgoing.id : null,
  cells: outgoing.cells,
  input: outgoing.input,
  file: fileOf(outgoing),
  edits,
})

/** The address and the name of a message's document. */
const fileOf = ({ id, file }: Outgoing): { readonly name: string; readonly url: string } | null => {
  if (!file) return null
  const name = `${file.name}.${file.format}`
  return { name, url: `/chat/files/${id}/${encodeURIComponent(name)}` }
}

type Seen = {
  readonly words: WebWords
  /** The live card. */
  readonly card: string | null
  /** For the forms of a browser without scripts. */
  readonly id: () => string
}

/** `swaps`: it takes the place of what the page shows already. */
export const bubbleHtml = (seen: Seen, bubble: Bubble, swaps = false): Html => {
  const { words } = seen
  const { seq, by, shown, isEdited } = bubble
  const text = shown.lines.map(line => line.text).join('\n')
  return html`<li id="m${seq}" class="${by === 'bot' ? 'bot' : 'own'}" ${swaps ? html`hx-swap-oob="true"` : ''}>
    <span class="unseen">${words.say(by === 'bot' ? 'log.bot' : 'log.own')}</span>
    <div class="words">${shown.lines.map(lineHtml)}</div>
    ${isEdited ? html`<span class="small">${words.say('edited')}</span>` : ''}
    ${by === 'person' ? editHtml(words, bubble, text) : ''} ${fileHtml(words, bubble)}
    ${bubble.chosen === null ? '' : html`<p class="chosen">${words.say('chosen', { label: bubble.chosen })}</p>`}
    ${choicesHtml(seen, bubble)}
  </li>`
}

const lineHtml = ({ text, style }: Line): Html => {
  switch (style) {
    case 'plain':
      return html`<p>${text}</p>`
    case 'strong':
      return html`<p><strong>${text}</strong></p>`
    case 'quote':
      return html`<blockquote>${text}</blockquote>`
    case 'table':
      return html`<pre tabindex="0">${text}</pre>`
    default:
      return assertNever(style)
  }
}

/** Seen only where the script runs. */
const editHtml = (words: WebWords, { id }: Bubble, text: string): Html => {
  const start = [...text].slice(0, 20).join('')
  return html`<button type="button" class="edit" data-edit="${id}" aria-label="${words.say('edit', { text: start })}">✎</button>`
}

const fileHtml = (words: WebWords, { shown }: Bubble): Html | '' => {
  const file = fileOf(shown)
  return file
    ? html`<p><a class="button" href="${file.url}" download="${file.name}">${words.say('file.download', { name: file.name })}</a></p>`
    : ''
}

const choicesHtml = ({ card, id }: Seen, bubble: Bubble): Html | '' => {
  const choices = buttonsOf(bubble, card)
  if (choices.length === 0) return ''
  return html`<form class="choices" method="post" action="/chat/say">
    <input type="hidden" name="id" value="${id()}" />
    <input type="hidden" name="card" value="${bubble.shown.id}" />
    ${choices.map(
      ({ number, label, nav }) =>
        html`<button name="number" value="${number}" ${nav ? html`class="quiet"` : ''}>${label}</button>`,
    )}
  </form>`
}
