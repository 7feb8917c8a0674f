// A page that says one thing: a link that is gone, a session that has ended.

import { html } from 'hono/html'
import type { WebWords } from '../../i18n/words.ts'
import type { Html } from './frame.ts'

export const noticePage = (words: WebWords, heading: string, how: string | null, goOn = false): Html =>
  html`<main class="notice">
    <h1>${heading}</h1>
    ${how === null ? '' : html`<p>${how}</p>`}
    ${goOn ? html`<p><a class="button" href="/chat">${words.say('enter.continue')}</a></p>` : ''}
  </main>`
