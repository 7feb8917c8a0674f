// The progress in the bar: parts filled in of all, and opened, each part with what is missing as the way there.

import { html } from 'hono/html'
import type { Html } from './frame.ts'
import type { Scene } from './scene.ts'

/** Nothing at a desk. So many parts of all are filled in; opened, each part is the way there. */
export const progressHtml = ({ words, place: { progress }, id }: Scene, swaps = false): Html | '' => {
  if (!progress) return ''
  const { open, errors, sections, parts } = progress
  const { done, all } = parts
  const left = open === 0 ? words.say('progress.full') : words.say('progress.open', { count: open })
  const wrong = errors === 0 ? '' : ` · ${words.say('progress.errors', { count: errors })}`
  return html`<details class="menu" id="progress" ${swaps ? html`hx-swap-oob="true"` : ''}>
    <summary>
      <span class="unseen">${words.say('progress', { done, all })}</span>
      ${errors === 0 ? '' : html`<span class="marked" aria-hidden="true">⚠</span>`}
      <span aria-hidden="true">${done}/${all}</span>
      <progress value="${done}" max="${all}" aria-hidden="true"></progress>
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
