// Behind a personal link: the unit and the year, a name, one button.

import { html } from 'hono/html'
import type { Board, Invited } from '../../app/visiting.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { Html } from './frame.ts'

/** `here` is who sits in this browser already and stays the same person. */
export const enterPage = (words: WebWords, invited: Invited, here: Board | null): Html => {
  const name = here?.person.name ?? invited.name
  const asksName = !here && invited.person === null
  return html`<main class="notice">
    <h1>${words.say('enter.heading')}</h1>
    <p class="unit">${words.say('enter.what', { unit: invited.unit, title: invited.title })}</p>
    ${here ? html`<p>${words.say('enter.as', { name: here.person.name, unit: here.unit })}</p>` : ''}
    <form method="post">
      ${
        asksName
          ? html`<label for="name">${words.say('enter.name')}</label>
              <input id="name" name="name" value="${name ?? ''}" autocomplete="name" maxlength="40" required />`
          : ''
      }
      <button class="main">
        ${name && !asksName ? words.say('enter.button', { name }) : name ? words.say('enter.button', { name }) : words.say('enter.button.anybody')}
      </button>
    </form>
    ${
      here ? html`<form method="post" action="/chat/leave"><button>${words.say('leave')}</button></form>` : ''
    }
    <p class="small">${words.say('enter.once')}</p>
  </main>`
}
