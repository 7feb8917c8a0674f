// The frame of every page: language, style sheet, scripts. Nothing inline and nothing from elsewhere. And the page
// that says one thing alone.

import { html } from 'hono/html'
import type { WebWords } from '../../i18n/words.ts'
import type { AssetUrls } from './assets.ts'

export type Html = ReturnType<typeof html>

/** htmx evaluates nothing, injects no style and keeps no pages (htmx.org, "Configuration options"). */
const htmxConfig = JSON.stringify({
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  historyEnabled: false,
  selfRequestsOnly: true,
})

export const frame = (
  words: WebWords,
  assets: AssetUrls,
  title: string,
  body: Html,
  /** The page's own, beside htmx. */
  script: 'chat.js' | 'table.js' | null = null,
): Html =>
  html`<!doctype html>
    <html lang="${words.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="icon" type="image/svg+xml" href="${assets.url('icon.svg')}" />
        <link rel="stylesheet" href="${assets.url('chat.css')}" />
        ${
          script
            ? html`<meta name="htmx-config" content="${htmxConfig}" />
                <script defer src="${assets.url('htmx.js')}"></script>
                <script defer src="${assets.url(script)}"></script>`
            : ''
        }
      </head>
      <body>
        ${body}
      </body>
    </html>`

/** A link that is gone, a session that has ended; `goesOn` offers the way to the chat. */
export const noticePage = (words: WebWords, heading: string, how: string | null, goesOn = false): Html =>
  html`<main class="notice">
    <h1>${heading}</h1>
    ${how === null ? '' : html`<p>${how}</p>`}
    ${goesOn ? html`<p><a class="button" href="/chat">${words.say('enter.continue')}</a></p>` : ''}
  </main>`
