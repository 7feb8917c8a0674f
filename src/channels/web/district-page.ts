// The pages of the district as HTML: the tree with one search field, what leads on where there is nothing yet, and one
// unit.

import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { DistrictShown, DistrictUnit, LinksShown, UnitShown } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import { barHtml, leaveItem } from './bar.ts'
import type { Html } from './frame.ts'

type Seen = { readonly words: WebWords; readonly shown: DistrictShown; readonly search: string }

export const districtPage = (seen: Seen): Html => {
  const { words, shown } = seen
  return html`${barHtml(words, {
    heading: shown.unit,
    detail: words.say('district'),
    aside: html`<a class="button" href="/chat">${words.say('district.chat')}</a>`,
    menu: [html`<p class="small">${words.say('person', { name: shown.person })}</p>`, leaveItem(words)],
  })}
    <main class="district">
      ${shown.campaigns.map(campaignHtml)}
      ${shown.files.length > 0 ? filesHtml(words, shown.files) : ''}
      ${shown.opens === null || shown.total < 2 ? '' : openHtml(words, shown.opens)}
      ${shown.total < 2 ? html`<p class="card">${words.say('district.none')}</p>` : unitsHtml(seen)}
      ${shown.mayInvite && shown.total > 1 ? fileHtml(words, 'links') : ''}
      ${shown.mayImport ? fileHtml(words, 'import') : ''}
    </main>`
}

const campaignHtml = ([heading = '', ...lines]: readonly string[]): Html =>
  html`<section class="card"><h2>${heading}</h2>${lines.map(line => html`<p>${line}</p>`)}</section>`

const filesHtml = (words: WebWords, files: DistrictShown['files']): Html =>
  html`<p class="actions">
    ${files.map(each => html`<a class="button" href="/district/files/${each}" download>${words.say(`district.files.${each}`)}</a>`)}
  </p>`

const unitsHtml = ({ words, shown: { units, total }, search }: Seen): Html => {
  const isSearch = search.trim() !== ''
  const count = units.length
  const heading = isSearch
    ? words.say('district.found', { search, count })
    : words.say('district.count', { count })
  return html`<form class="search" method="get" action="/district" role="search">
      <label class="unseen" for="q">${words.say('district.search')}</label>
      <input id="q" class="field" type="search" name="q" value="${search}" maxlength="100" autocomplete="off"
        placeholder="${words.say('district.search.how')}" />
      <button>${words.say('district.find')}</button>
    </form>
    <section aria-labelledby="units">
      <h2 id="units">${count === 0 ? words.say('district.not-found', { search }) : heading}</h2>
      <ul class="list tree">${units.map(unitItem)}</ul>
      ${isSearch ? html`<a class="button" href="/district">${words.say('district.all', { count: total })}</a>` : ''}
    </section>`
}

/** Deeper ones stand further in, as far as a phone is wide. */
const unitItem = ({ id, name, depth, standing }: DistrictUnit): Html =>
  html`<li class="depth-${Math.min(depth, 3)}"><a href="/district/units/${encodeURIComponent(id)}">${name}</a>
    ${standing === '' ? '' : html`<span class="small">${standing}</span>`}</li>`

/** A list that is handed in: of units, or of people for whom links are made. */
const fileHtml = (words: WebWords, what: 'import' | 'links'): Html =>
  html`<section class="card">
    <h2>${words.say(`district.${what}`)}</h2>
    <p class="small">${words.say(`district.${what}.how`)}</p>
    <form method="post" action="/district/${what}" enctype="multipart/form-data">
      <label for="file-${what}">${words.say('district.file')}</label>
      <input id="file-${what}" class="field" type="file" name="file" accept=".xlsx,.csv" required />
      <button class="main">${words.say(`district.${what}.button`)}</button>
    </form>
  </section>`

const openHtml = (words: WebWords, year: number): Html =>
  html`<section class="card">
    <h2>${words.say('district.open', { year })}</h2>
    <p class="small">${words.say('district.open.how')}</p>
    <form method="post" action="/district/campaign">
      ${(['sign', 'due', 'publish'] as const).map(
        date => html`<label for="${date}">${words.say(`district.open.${date}`)}</label>
          <input id="${date}" class="field" type="date" name="${date}" min="${year}-07-01" max="${year + 1}-12-31" />`,
      )}
      <button class="main">${words.say('district.open.button')}</button>
    </form>
  </section>`

/** To be printed: the bar and the way back stay off the paper, and no card is cut between two sheets. */
export const linksPage = (words: WebWords, { lines, links }: LinksShown): Html =>
  html`<main class="district">
    <h1>${words.say('district.links')}</h1>
    ${lines.map(line => html`<p>${line}</p>`)}
    <ul class="links">
      ${links.map(
        ({ name, unit, role, link, text }) => html`<li class="card">
          <div class="code" role="img" aria-label="${words.say('device.code')}">${raw(renderSVG(link, { border: 2 }))}</div>
          <h2>${name}</h2>
          <p>${unit} ${role}</p>
          <p class="small">${text}</p>
        </li>`,
      )}
    </ul>
    <a class="button main" href="/district">${words.say('district.back')}</a>
  </main>`

export const unitPage = (words: WebWords, { id, name, lines, mayInvite }: UnitShown, post: string): Html =>
  html`${barHtml(words, {
    heading: name,
    detail: '',
    aside: html`<a class="button" href="/district">${words.say('district.back')}</a>`,
    menu: [leaveItem(words)],
  })}
    <main class="district">
      <section class="card">${lines.map(line => html`<p>${line}</p>`)}</section>
      ${
        mayInvite
          ? html`<section class="card">
              <h2>${words.say('district.invite')}</h2>
              <form method="post" action="/district/units/${encodeURIComponent(id)}">
                <input type="hidden" name="id" value="${post}" />
                <label for="name">${words.say('district.invite.name')}</label>
                <input id="name" class="field" name="name" maxlength="40" autocomplete="off" />
                <button class="main">${words.say('district.invite.button')}</button>
              </form>
            </section>`
          : ''
      }
    </main>`
