// The page of the chat, and the parts of it that change with every message.

import { html } from 'hono/html'
import type { InputHint, Outgoing } from '../../app/message.ts'
import { isCard } from '../../app/message.ts'
import type { Progress } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import { barHtml, leaveItem } from './bar.ts'
import type { Bubble } from './bubbles.ts'
import type { Html } from './frame.ts'
import { bubbleHtml } from './write.ts'

export type Scene = {
  readonly words: WebWords
  readonly progress: Progress
  readonly bubbles: readonly Bubble[]
  /** The last row that the page knows. */
  readonly last: number
  /** The message that put the question. */
  readonly asked: Outgoing | null
  /** Whether there is more before. */
  readonly hasEarlier: boolean
  readonly id: () => string
}

export const chatPage = (scene: Scene): Html => {
  const { words, progress, asked } = scene
  const input = asked?.input ?? null
  const menu = [
    html`<p class="small">${words.say('person', { name: progress.person.name })}</p>`,
    html`<a class="button item" href="/chat/table">${words.say('table')}</a>`,
    leaveItem(words),
  ]
  return html`${barHtml(words, {
    heading: progress.unit,
    detail: words.say('heading.year', { year: progress.year }),
    aside: progressHtml(scene),
    menu,
  })}
    <main>
      <div role="log" aria-live="polite" aria-relevant="additions text" aria-label="${words.say('log')}">
        <ol id="log">
          ${logHtml(scene)}
        </ol>
      </div>
      <ol id="pending" aria-live="polite"></ol>
    </main>
    <footer>
      <p id="status" role="status" data-sending="${words.say('sending')}" data-waiting="${words.say('waiting')}"
        data-disconnected="${words.say('disconnected')}" data-connected="${words.say('connected')}"></p>
      ${askedHtml(scene)}
      <form id="composer" method="post" action="/chat/say" data-owner="${progress.person.id}.${progress.filing}">
        <input type="hidden" name="id" value="${scene.id()}" />
        <input type="hidden" name="under" value="${progress.asked ?? ''}" />
        <p id="editing" hidden>${words.say('editing')} <button type="button">${words.say('editing.stop')}</button></p>
        <label class="unseen" for="text">${words.say('say')}</label>
        <textarea id="text" class="field" name="text" rows="1" required enterkeyhint="send" autocomplete="off"
          inputmode="${inputMode(input)}" placeholder="${input?.placeholder ?? words.say('say.placeholder')}"></textarea>
        <button class="main">${words.say('send')}</button>
      </form>
      <details id="files">
        <summary>${words.say('file.what')}</summary>
        <form method="post" action="/chat/files" enctype="multipart/form-data">
          <input type="hidden" name="id" value="${scene.id()}" />
          <label class="unseen" for="file">${words.say('file.choose')}</label>
          <input id="file" type="file" name="file" accept=".docx,.doc" required />
          <button>${words.say('file')}</button>
        </form>
      </details>
    </footer>`
}

/** News for an open page: new messages, changed ones in their place, and the parts around them. */
export const chatNews = (scene: Scene, after: number): Html => {
  const { words, progress, id } = scene
  const seen = { words, card: progress.card, id }
  return html`${scene.bubbles
    .filter(({ touched }) => touched > after)
    .map(bubble => bubbleHtml(seen, bubble, bubble.seq <= after))}
  ${progressHtml(scene, true)} ${askedHtml(scene, true)}`
}

/** The messages, and before them the way to earlier ones. */
export const logHtml = ({ words, progress, bubbles, hasEarlier, id }: Scene): Html => {
  const first = bubbles[0]?.seq
  const more =
    hasEarlier && first !== undefined
      ? html`<li class="earlier"><a class="button" href="/chat?before=${first}" hx-get="/chat/earlier?before=${first}"
            hx-target="closest li" hx-swap="outerHTML">${words.say('earlier')}</a></li>`
      : ''
  return html`${more}${bubbles.map(bubble => bubbleHtml({ words, card: progress.card, id }, bubble))}`
}

/** The stream says it too: another one is news, be it in the chat or by a colleague. */
export const stampOf = (last: number, { version }: Pick<Progress, 'version'>): string => `${last}.${version}`

const swap = (swaps: boolean) => (swaps ? html`hx-swap-oob="true"` : '')

/** So many parts of all are filled in; opened, each part is the way there. */
const progressHtml = ({ words, progress, id }: Scene, swaps = false): Html => {
  const { open, errors, sections } = progress
  const done = sections.filter(each => each.open === 0).length
  const left = open === 0 ? words.say('progress.full') : words.say('progress.open', { count: open })
  const wrong = errors === 0 ? '' : ` · ${words.say('progress.errors', { count: errors })}`
  return html`<details class="menu" id="progress" ${swap(swaps)}>
    <summary>
      <span class="unseen">${words.say('progress', { done, all: sections.length })}</span>
      ${errors === 0 ? '' : html`<span class="marked" aria-hidden="true">⚠</span>`}
      <span aria-hidden="true">${done}/${sections.length}</span>
      <progress value="${done}" max="${sections.length}" aria-hidden="true"></progress>
    </summary>
    <form method="post" action="/chat/say">
      <input type="hidden" name="id" value="${id()}" />
      <input type="hidden" name="under" value="${progress.asked ?? ''}" />
      <p class="small">${left}${wrong}</p>
      ${sections.map(
        ({ name, open }) =>
          html`<button class="item" name="text" value="${name}">${name} <span class="small">${open === 0 ? words.say('progress.section.done') : words.say('progress.section.open', { count: open })}</span></button>`,
      )}
    </form>
  </details>`
}

/** Parts of the question in hand: its buttons when it is no card, the units of an amount. */
const askedHtml = ({ words, progress, asked, last, id }: Scene, swaps = false): Html => {
  const input = asked?.input ?? null
  const typed = asked && !isCard(asked) ? asked.choices : []
  const units = input?.type === 'money' ? [words.say('unit.wan'), words.say('unit.yuan')] : []
  return html`<form id="asked" method="post" action="/chat/say" ${swap(swaps)} data-after="${last}"
    data-stamp="${stampOf(last, progress)}"
    data-under="${progress.asked ?? ''}" data-inputmode="${inputMode(input)}"
    data-placeholder="${input?.placeholder ?? words.say('say.placeholder')}">
    <input type="hidden" name="id" value="${id()}" />
    <input type="hidden" name="under" value="${progress.asked ?? ''}" />
    ${units.map(unit => html`<button type="button" class="unit-of-money" data-unit="${unit.split(' ')[0]}">${unit}</button>`)}
    ${typed.map(({ label }) => html`<button name="text" value="${label}" class="quiet">${label}</button>`)}
  </form>`
}

/** Of a figure below 0 no keypad has the sign everywhere (iOS has none on `numeric`). */
const inputMode = (input: InputHint | null): string => {
  switch (input?.type) {
    case 'number':
      return 'numeric'
    case 'money':
    case 'money-wan':
      return 'decimal'
    default:
      return 'text'
  }
}
