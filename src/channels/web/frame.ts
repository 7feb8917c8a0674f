// The frame of every page: language, style sheets, scripts, icons. Nothing inline and nothing from elsewhere.

import { html } from 'hono/html'
import type { WebWords } from '../../i18n/words.ts'
import type { AssetName, AssetUrls } from './assets.ts'

export type Html = ReturnType<typeof html>

type Page = {
  readonly title: string
  /** The bar, `main` and whatever stands below. */
  readonly body: Html
  /** Sheets and scripts besides those of every page. */
  readonly parts?: readonly AssetName[]
  /** It is as high as the screen, and its `main` scrolls. */
  readonly isApp?: boolean
}

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
  { title, body, parts = [], isApp = false }: Page,
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
        <link rel="apple-touch-icon" href="${assets.url('icon.png')}" />
        <link rel="manifest" href="/chat/manifest.webmanifest" />
        ${([...sheets, ...parts, 'menu.js'] as const).map(name => partHtml(assets, name))}
      </head>
      <body${isApp ? html` class="app"` : ''}>
        ${body}
      </body>
    </html>`

/** Those of every page. */
const sheets = ['page.css', 'controls.css', 'bar.css'] as const

/** Scripts run in their order, after the page is read. */
const partHtml = (assets: AssetUrls, name: AssetName): Html => {
  if (name.endsWith('.css')) return html`<link rel="stylesheet" href="${assets.url(name)}" />`
  return name === 'htmx.js'
    ? html`<meta name="htmx-config" content="${htmxConfig}" /><script defer src="${assets.url(name)}"></script>`
    : html`<script type="module" src="${assets.url(name)}"></script>`
}
