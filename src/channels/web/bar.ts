// The bar at the top of a page, one line: its name, an aside, and a menu of links and forms.

import { html } from 'hono/html'
import type { WebWords } from '../../i18n/words.ts'
import type { Html } from './frame.ts'

type Bar = {
  /** Of a unit, or of the page; cut where it is too long. */
  readonly heading: string
  readonly detail: string
  readonly aside?: Html | undefined
  /** Each is a link or a form with one button, of the class `item`. */
  readonly menu: readonly Html[]
  /** Of a page as wide as the screen. */
  readonly isWide?: boolean
}

export const barHtml = (words: WebWords, { heading, detail, aside, menu, isWide = false }: Bar): Html =>
  html`<header class="bar${isWide ? ' wide' : ''}">
    <h1 title="${heading} ${detail}"><span class="cut">${heading}</span> <span>${detail}</span></h1>
    ${aside ?? ''}
    <details class="menu">
      <summary aria-label="${words.say('menu')}">☰</summary>
      <div>${menu}</div>
    </details>
  </header>`

/** The way out, which asks first. */
export const leaveItem = (words: WebWords): Html =>
  html`<a class="button item" href="/chat/leave">${words.say('leave')}</a>`
