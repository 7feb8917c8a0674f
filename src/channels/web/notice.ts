// A page that says one thing, and how to go on: a link that is gone, a session that has ended, a refusal.

import { html } from 'hono/html'
import type { Html } from './frame.ts'

type Notice = {
  readonly heading: string
  /** One sentence a paragraph. */
  readonly lines?: readonly string[]
  /** Links and forms to go on with, the main one first. */
  readonly actions?: readonly Html[]
}

export const noticePage = ({ heading, lines = [], actions = [] }: Notice): Html =>
  html`<main class="notice">
    <div class="card">
      <h1>${heading}</h1>
      ${lines.map(line => html`<p>${line}</p>`)}
      ${actions.length > 0 ? html`<div class="actions">${actions}</div>` : ''}
    </div>
  </main>`
