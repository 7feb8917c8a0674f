// The question in hand below the messages: its buttons by rank, a long list by the table's own groups, and what a
// keypad cannot type.

import { html } from 'hono/html'
import { type InputHint, isCard, type ShownChoice } from '../../app/message.ts'
import { bySense } from './break-by-sense.ts'
import type { Html } from './frame.ts'
import type { Scene } from './scene.ts'
import { stampOf } from './stamp-of.ts'

/** From so many rows on a list can be filtered: more do not fit on a phone. */
const filteredFrom = 12

/** The script puts it anew with each news; `data-` says what the field has to know. */
export const dockHtml = (scene: Scene, swaps = false): Html => {
  const { words, place, asked, last, id } = scene
  const input = asked?.input ?? null
  const card = asked && isCard(asked) ? asked.id : null
  const choices = asked?.choices ?? []
  const button = buttonOf(card !== null)
  const listed = choices.filter(({ nav, main }) => !nav && !main)
  const nav = choices.filter(choice => choice.nav)
  return html`<form id="asked" method="post" action="/chat/say" ${swaps ? html`hx-swap-oob="true"` : ''}
    data-after="${last}" data-stamp="${stampOf(last, place)}" data-under="${place.asked ?? ''}"
    data-inputmode="${inputMode(input)}" data-typed="${input ? 'yes' : ''}"
    data-placeholder="${input?.placeholder ?? words.say('say.placeholder')}">
    <input type="hidden" name="id" value="${id()}" />
    ${card === null ? html`<input type="hidden" name="under" value="${place.asked ?? ''}" />` : html`<input type="hidden" name="card" value="${card}" />`}
    ${listed.length >= filteredFrom ? html`<input type="search" class="field scripted-only" id="filter" autocomplete="off" placeholder="${words.say('filter')}" aria-label="${words.say('filter')}" />` : ''}
    ${listed.length > 0 ? html`<div class="listed">${groupsOf(scene, listed).map(group => groupHtml(button, group))}</div>` : ''}
    ${choices.filter(({ main }) => main).map(button)}
    ${keysHtml(scene, input)}
    ${nav.length > 0 ? html`<div class="nav">${nav.map(button)}</div>` : ''}
  </form>`
}

/** A card's button is a number on it, any other is its words. */
const buttonOf =
  (isOnCard: boolean) =>
  ({ number, label, nav, main, option }: ShownChoice): Html => {
    const sent = isOnCard ? html`name="number" value="${number}"` : html`name="text" value="${label}"`
    if (option)
      return html`<button ${sent} class="check" aria-pressed="${option.isPressed ? 'true' : 'false'}">${bySense(option.name)}</button>`
    return html`<button ${sent} class="${main ? 'main' : nav ? 'quiet' : 'plain'}">${bySense(label)}</button>`
  }

type Ahead = NonNullable<ShownChoice['ahead']>

type Group = {
  /** Printed, or why it stands ahead; null for a row above all groups. */
  readonly label: string | null
  readonly ahead: Ahead | null
  readonly choices: readonly ShownChoice[]
}

/** In this order before the printed one. */
const aheads: readonly Ahead[] = ['used', 'last-year', 'common']

/** A long list begins with its likeliest rows; then the rows as they are printed, those of one label together. */
const groupsOf = ({ words }: Scene, choices: readonly ShownChoice[]): readonly Group[] => {
  const isLong = choices.length >= filteredFrom
  const groups: Group[] = aheads.flatMap(ahead => {
    const own = isLong ? choices.filter(choice => choice.ahead === ahead) : []
    return own.length > 0 ? [{ label: words.say(`group.${ahead}`), ahead, choices: own }] : []
  })
  for (const choice of choices.filter(({ ahead }) => !isLong || !ahead)) {
    const label = choice.group ?? null
    const last = groups.at(-1)
    if (last && !last.ahead && last.label === label)
      groups.splice(-1, 1, { ...last, choices: [...last.choices, choice] })
    else groups.push({ label, ahead: null, choices: [choice] })
  }
  return groups
}

const groupHtml = (button: (choice: ShownChoice) => Html, { label, ahead, choices }: Group): Html =>
  label === null
    ? html`${choices.map(button)}`
    : html`<div class="group" role="group" aria-label="${label}"><p class="small" ${ahead ? '' : html`lang="zh-CN"`}>${label}</p>${choices.map(button)}</div>`

/** A text that stands opens in the field as it reads. */
const wholeHtml = ({ words, place: { progress } }: Scene): Html | '' => {
  const text = progress?.text ?? null
  return text === null
    ? ''
    : html`<div class="keys scripted-only">
        <template>${text.body}</template>
        <button type="button" class="key" data-whole="${text.key}">${words.say('key.whole')}</button>
      </div>`
}

/** Beside the keypad of a number: nothing, a unit, a note, a step back, and the whole keyboard. */
const keysHtml = (scene: Scene, input: InputHint | null): Html | '' => {
  const { words, place } = scene
  if (!input || input.type === 'text') return wholeHtml(scene)
  const units = input.type === 'money' ? [words.say('unit.wan'), words.say('unit.yuan')] : []
  const typed = (text: string, label: string): Html =>
    html`<button type="button" class="key" data-post="${text}">${label}</button>`
  return html`<div class="keys scripted-only">
    ${typed('0', words.say('key.none'))}
    ${units.map(unit => html`<button type="button" class="key" data-unit="${unit.split(' ')[0]}">${unit}</button>`)}
    <button type="button" class="key" data-note="（）">${words.say('key.note')}</button>
    ${place.canUndo ? typed(words.say('undo'), words.say('undo')) : ''}
    <button type="button" class="key" data-keyboard="text">${words.say('key.keyboard')}</button>
  </div>`
}

/** Of a figure below 0 no keypad has the sign everywhere (iOS has none on `numeric`). */
export const inputMode = (input: InputHint | null): string => {
  switch (input?.type) {
    case 'number':
      return 'numeric'
    case 'money':
    case 'money-wan':
      return 'decimal'
    default:
      return 'text'
  }
}
