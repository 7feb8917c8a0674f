// The document as a page of its own, as it prints, with the ways to take it along. It carries its own sheet, which
// the policy of this one answer names by its hash; its words are escaped where it is made.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { WebWords } from '../../i18n/words.ts'
import type { AssetUrls } from './assets.ts'
import { policyWith } from './security.ts'

type Paper = {
  /** A whole page with one `style` in its head. */
  readonly page: string
  /** The same document as a file. */
  readonly file: { readonly name: string; readonly url: string }
  /** Where it was opened from; the chat when absent. */
  readonly back?: { readonly url: string; readonly label: string }
}

export const paperPage = async (
  c: Context,
  words: WebWords,
  assets: AssetUrls,
  { page, file, back = { url: '/chat', label: words.say('table.back') } }: Paper,
): Promise<Response> => {
  const [, opened = ''] = page.split('<style>', 2)
  const [style = ''] = opened.split('</style>', 1)
  const head = html`<link rel="icon" type="image/svg+xml" href="${assets.url('icon.svg')}" /><link rel="stylesheet" href="${assets.url('paper.css')}" /><script type="module" src="${assets.url('paper.js')}"></script>`
  const bar = html`<nav id="ways" lang="${words.locale}" aria-label="${words.say('paper.ways')}">
    <a href="${back.url}">${back.label}</a>
    <a href="${file.url}" download="${file.name}">${words.say('file.download')}</a>
    <button type="button" id="print" hidden>${words.say('paper.print')}</button>
  </nav>`
  c.header('Content-Security-Policy', policyWith(await sha256(style)))
  const whole = page.replace('</head>', () => `${head}</head>`).replace('<body>', () => `<body>${bar}`)
  return c.html(whole)
}

const sha256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}
