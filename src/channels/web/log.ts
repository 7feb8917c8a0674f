// The list of messages: the way to earlier ones, days between them, and the place where a step can be taken back.

import { html } from 'hono/html'
import { type Bubble, isOfTables } from './bubbles.ts'
import { colleaguesHtml } from './colleagues.ts'
import type { Html } from './frame.ts'
import type { Scene } from './scene.ts'
import { bubbleHtml } from './write.ts'

/** The messages, and before them the way to earlier ones. */
export const logHtml = (scene: Scene): Html => {
  const { words, bubbles, hasEarlier } = scene
  const first = bubbles[0]?.seq
  const more =
    hasEarlier && first !== undefined
      ? html`<li class="earlier"><a class="button" href="/chat?before=${first}" hx-get="/chat/earlier?before=${first}"
            hx-target="closest li" hx-swap="outerHTML">${words.say('earlier')}</a></li>`
      : ''
  return html`${more}${bubbles.map((bubble, place) => placedHtml(scene, bubble, bubbles[place - 1]))}`
}

/** Those behind a place, and in their place those that changed since. */
export const newsHtml = (scene: Scene, after: number): Html => {
  const { bubbles } = scene
  return html`${bubbles.map((bubble, place) => {
    if (bubble.touched <= after && !losesUndo(scene, bubble, after)) return ''
    return bubble.seq <= after
      ? bubbleHtml(partsOf(scene, bubble), bubble, true)
      : placedHtml(scene, bubble, bubbles[place - 1])
  })}`
}

const placedHtml = (scene: Scene, bubble: Bubble, before: Bubble | undefined): Html => {
  const day = scene.dateOf(bubble.at)
  const isNewDay = !before || scene.dateOf(before.at) !== day
  return html`${colleaguesHtml(scene, before, bubble)}${isNewDay ? dayHtml(scene, day) : ''}${bubbleHtml(partsOf(scene, bubble), bubble)}`
}

/** The year is said where it is another one than today's. */
const dayHtml = ({ words, dateOf, now }: Scene, day: string): Html => {
  const isThisYear = dateOf(now()).slice(0, 4) === day.slice(0, 4)
  const format = new Intl.DateTimeFormat(words.locale, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' }),
  })
  return html`<li class="day"><time datetime="${day}">${format.format(Date.parse(day))}</time></li>`
}

const partsOf = (scene: Scene, bubble: Bubble) => ({
  words: scene.words,
  id: scene.id,
  asked: scene.place.asked,
  canUndo: scene.place.canUndo && bubble === lastUndoable(scene),
  isEditable: bubble.by === 'person' && !isOfTables(bubble) && scene.place.editable.has(bubble.id),
})

const lastUndoable = ({ bubbles }: Scene): Bubble | undefined =>
  bubbles.findLast(({ shown }) => shown.isUndoable)

/** The step that could be taken back before stands there without its button. */
const losesUndo = (scene: Scene, bubble: Bubble, after: number): boolean =>
  bubble.shown.isUndoable === true &&
  bubble === scene.bubbles.findLast(({ seq, shown }) => shown.isUndoable && seq <= after) &&
  (bubble !== lastUndoable(scene) || !scene.place.canUndo)
