// The queue and one report before the office, as HTML. All acts are forms, and each names the content that it shows.

import { html } from 'hono/html'
import type { PlaceShown, ReviewPages, ReviewShown } from '../../app/review-pages.ts'
import type { WebWords } from '../../i18n/words.ts'
import { barHtml, leaveItem } from './bar.ts'
import type { Html } from './frame.ts'

/** Words and ticks of a form that was refused, so that nothing of them is lost. */
export type Typed = { readonly note: string; readonly reason: string; readonly cells: readonly string[] }

type Refused = { readonly why: readonly string[]; readonly typed: Typed }
type Queue = NonNullable<Awaited<ReturnType<ReviewPages['queue']>>>

const nothing: Typed = { note: '', reason: '', cells: [] }

/** `done` is what was done last. */
export const queuePage = (
  words: WebWords,
  { unit, waiting }: Queue,
  done: readonly string[] = [],
): Html => html`${barHtml(words, {
  heading: unit,
  detail: words.say('queue'),
  aside: html`<a class="button" href="/district">${words.say('district.back')}</a>`,
  menu: [leaveItem(words)],
})}
  <main class="district">
    ${done.length > 0 ? html`<div class="card" role="status">${paragraphs(done)}</div>` : ''}
    <section aria-labelledby="waiting">
      <h2 id="waiting">${words.say(waiting.length > 0 ? 'queue.count' : 'queue.none', { count: waiting.length })}</h2>
      <ul class="list tree">
        ${waiting.map(
          ({ filing, unit, standing }) =>
            html`<li><a href="/district/reviews/${encodeURIComponent(filing)}">${unit}</a> <span class="small">${standing}</span></li>`,
        )}
      </ul>
    </section>
  </main>`

export const reviewPage = (words: WebWords, shown: ReviewShown, refused?: Refused): Html => {
  const { unit, year, state, figures, changes, rounds, acts } = shown
  const path = `/district/reviews/${encodeURIComponent(shown.filing)}`
  const plain = acts.filter(({ act }) => !isWordy(act))
  return html`${barHtml(words, {
    heading: unit,
    detail: state,
    aside: html`<a class="button" href="/district/queue">${words.say('queue')}</a>`,
    menu: [html`<a class="button item" href="/district">${words.say('district')}</a>`, leaveItem(words)],
  })}
    <main class="district review">
      ${refused ? html`<div class="card marked" role="alert">${paragraphs(refused.why)}</div>` : ''}
      <section class="card">
        <h2>${words.say('review.report', { year })}</h2>
        ${paragraphs(figures)}
        <p class="actions">
          <a class="button" href="${path}/html">${words.say('review.read')}</a>
          ${plain.map(
            ({ act, isMain, label }) =>
              html`<button form="act" formaction="${path}/${act}"${isMain ? html` class="main"` : ''}>${label}</button>`,
          )}
        </p>
      </section>
      <form id="act" method="post" action="${path}"><input type="hidden" name="content" value="${shown.content}" /></form>
      ${changes.length > 0 ? html`<section class="card"><h2>${words.say('review.changes')}</h2>${paragraphs(changes)}</section>` : ''}
      ${rounds.length > 0 ? roundsHtml(words, rounds) : ''}
      ${acts.some(({ act }) => isWordy(act)) ? noteHtml(words, shown, path, refused?.typed ?? nothing) : ''}
    </main>`
}

type Act = ReviewShown['acts'][number]['act']
const wordy: readonly Act[] = ['return-filing', 'ask-filing', 'undo-approval']
/** It says something to the unit. */
const isWordy = (act: Act): boolean => wordy.includes(act)

const paragraphs = (lines: readonly string[]) => lines.map(line => html`<p>${line}</p>`)

/** The rounds stand beside each other where the screen is wide enough. */
const roundsHtml = (words: WebWords, rounds: ReviewShown['rounds']): Html =>
  html`<section aria-labelledby="rounds">
    <h2 id="rounds">${words.say('review.rounds')}</h2>
    <div class="rounds">
      ${rounds.map(
        ({ round, notes }) => html`<article class="card">
          <h3>${words.say(round === 0 ? 'review.round.first' : 'review.round', { round })}</h3>
          ${notes.map(
            ({ head, body, places }) => html`<p>${head}</p>
              <blockquote>${body}</blockquote>
              ${places === '' ? '' : html`<p class="small">${words.say('review.places', { places })}</p>`}`,
          )}
        </article>`,
      )}
    </div>
  </section>`

/** A return and a question share their places and their words; an undone approval has words alone. */
const noteHtml = (words: WebWords, shown: ReviewShown, path: string, typed: Typed): Html => {
  const { acts, content, places, tables, reasons, isLate } = shown
  const said = acts.filter(({ act }) => isWordy(act))
  const hasPlaces = said.some(({ act }) => act !== 'undo-approval')
  return html`<form class="card" method="post" action="${path}/${said[0]?.act ?? ''}">
    <input type="hidden" name="content" value="${content}" />
    <h2>${said.map(({ label }) => label).join(' \u00b7 ')}</h2>
    ${
      hasPlaces
        ? html`<fieldset>
              <legend>${words.say('review.where')}</legend>
              ${places.map(place => tick('checkbox', place, typed))}
            </fieldset>
            ${tables.map(
              ({ name, places }) =>
                html`<details><summary>${words.say('review.more', { table: name })}</summary>
                  <fieldset><legend class="unseen">${name}</legend>${places.map(place => tick('checkbox', place, typed))}</fieldset></details>`,
            )}
            <fieldset>
              <legend>${words.say('review.reason')}</legend>
              ${reasons.map(reason => tick('radio', { key: reason, name: reason }, typed))}
            </fieldset>`
        : ''
    }
    <label for="note">${words.say(hasPlaces ? 'review.note' : 'review.note.undo')}</label>
    <textarea id="note" class="field" name="note" rows="4" maxlength="4000" autocomplete="off">${typed.note}</textarea>
    ${
      hasPlaces && isLate
        ? html`<label class="tick"><input type="checkbox" name="rings" value="yes" /> ${words.say('review.rings')}</label>`
        : ''
    }
    <p class="actions">
      ${said.map(({ act, label }) => html`<button formaction="${path}/${act}">${label}</button>`)}
    </p>
  </form>`
}

const tick = (type: 'checkbox' | 'radio', { key, name }: PlaceShown, typed: Typed): Html => {
  const isTicked = type === 'radio' ? typed.reason === key : typed.cells.includes(key)
  return html`<label class="tick"><input type="${type}" name="${type === 'radio' ? 'reason' : 'cell'}" value="${key}"${isTicked ? html` checked` : ''} /> ${name}</label>`
}
