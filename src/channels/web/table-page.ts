// The page of the tables: what does not agree, then each table with a field in every cell that is entered. It knows
// no rule: totals and findings come as they are.

import { html } from 'hono/html'
import type { TableShown, Tables } from '../../app/visiting.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { Html } from './frame.ts'
import { gridHtml } from './table-grid.ts'

/** What is said beside a cell in which nothing was stored, and the words that were typed there. */
export type Told = { readonly cell: string; readonly text: string; readonly sentence: string }

export type TableScene = {
  readonly words: WebWords
  readonly tables: Tables
  readonly told: Told | null
  readonly id: () => string
}

export const tablePage = (scene: TableScene): Html => {
  const { words, tables } = scene
  return html`<header class="wide">
      <h1>${words.say('table.heading', { unit: tables.unit, year: tables.year })}</h1>
      <nav><a href="/chat">${words.say('table.back')}</a></nav>
      <p id="status" role="status" data-saving="${words.say('table.saving')}" data-saved="${words.say('table.saved')}"
        data-unsaved="${words.say('table.unsaved')}"></p>
    </header>
    <main class="wide" hx-target="#tables" hx-swap="outerHTML" hx-sync="this:drop">
      <p class="small">${words.say('table.how')}</p>
      ${tablesHtml(scene)}
    </main>`
}

/** All that a figure may change; the script puts it in the place of the one before. */
export const tablesHtml = (scene: TableScene): Html => {
  const { words, tables, told } = scene
  const { open, errors, sections } = tables
  const left = open === 0 ? words.say('progress.full') : words.say('progress.open', { count: open })
  const wrong = errors === 0 ? '' : ` · ${words.say('progress.errors', { count: errors })}`
  const isPlaced = told === null || sections.some(({ figures }) => isEntered(figures, told.cell))
  return html`<div id="tables" data-version="${tables.version}">
    <p><strong>${left}${wrong}</strong></p>
    ${isPlaced ? '' : html`<p class="told" role="alert">⚠ ${told?.sentence}</p>`}
    ${sections.map(section => sectionHtml(scene, section))}
  </div>`
}

const isEntered = (figures: TableShown['figures'], cell: string): boolean =>
  Object.hasOwn(figures, cell) && figures[cell]?.isComputed === false

const sectionHtml = (scene: TableScene, section: TableShown): Html => {
  const { words } = scene
  const { name } = section.table
  return html`<section aria-labelledby="h-${name}">
    <h2 id="h-${name}" lang="zh-CN">${section.heading}</h2>
    ${findingsHtml(words, section)}
    <div class="table" id="t-${name}" role="region" tabindex="0" aria-label="${words.say('table.frame', { name: section.heading })}">
      ${gridHtml(scene, section)}
    </div>
  </section>`
}

const findingsHtml = (words: WebWords, { findings, table: { name } }: TableShown): Html | '' =>
  findings.length === 0
    ? ''
    : html`<div class="findings">
        <h3 id="f-${name}">${words.say('table.findings')}</h3>
        <ul aria-labelledby="f-${name}">
          ${findings.map(
            finding => html`<li>
              <strong>${words.say(`table.finding.${finding.severity}`)}</strong> ${finding.text}
              <span class="places">${finding.cells.map(({ key, name }) => html`<a href="#c-${key}">${name}</a> `)}</span>
            </li>`,
          )}
        </ul>
      </div>`
