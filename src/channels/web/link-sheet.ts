// A page of links to be printed: for each person a square code, the link, and the private text that goes with it. It is a
// file of its own and loads nothing.

import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { WebWords } from '../../i18n/words.ts'

export type SheetLink = {
  readonly name: string
  readonly unit: string
  readonly role: string
  readonly link: string
  /** The words to send with the link. */
  readonly text: string
}

/** A card is never cut between two sheets of paper. */
const style = `body{font:14px/1.5 sans-serif;margin:10mm}
h1{font-size:18px}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(84mm,1fr));gap:5mm;list-style:none;padding:0}
li{border:1px solid #999;padding:4mm;break-inside:avoid;overflow-wrap:anywhere}
svg{width:34mm;height:34mm;float:right;margin-left:3mm}
h2{font-size:15px;margin:0}
p{margin:1mm 0}`

/** `until` is when the links end, in words. */
export const linkSheet = async (
  words: WebWords,
  title: string,
  until: string,
  links: readonly SheetLink[],
): Promise<string> => {
  const page = html`<!doctype html>
    <html lang="${words.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>${raw(style)}</style>
      </head>
      <body>
        <h1>${title}</h1>
        <p>${words.say('sheet.how', { until })}</p>
        <ul>${links.map(cardHtml)}</ul>
      </body>
    </html>`
  return String(await page)
}

const cardHtml = ({ name, unit, role, link, text }: SheetLink) =>
  html`<li>${raw(renderSVG(link, { border: 1 }))}
    <h2>${name}</h2>
    <p>${unit} ${role}</p>
    <p><a href="${link}">${link}</a></p>
    <p>${text}</p>
  </li>`
