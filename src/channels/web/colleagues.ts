// A colleague's changes among the messages: those of one person between two of them are one line, folded.

import { html } from 'hono/html'
import type { ColleagueChange } from '../../app/use-cases.ts'
import type { Bubble } from './bubbles.ts'
import type { Html } from './frame.ts'
import type { Scene } from './scene.ts'

/** Behind one message and before the next. Before the first one nobody was here to see them. */
export const colleaguesHtml = (scene: Scene, before: Bubble | undefined, next?: Bubble): Html | '' => {
  if (!before) return ''
  const until = next?.at ?? Number.POSITIVE_INFINITY
  const between = (scene.place.progress?.colleagues ?? []).filter(({ at }) => at > before.at && at <= until)
  return html`${runsOf(between).map(run => runHtml(scene, run))}`
}

/** Those behind the last message, which no message follows yet. */
export const latestHtml = (scene: Scene, swaps = false): Html =>
  html`<ol id="colleagues" ${swaps ? html`hx-swap-oob="true"` : ''}>${colleaguesHtml(scene, scene.bubbles.at(-1))}</ol>`

type Run = readonly [ColleagueChange, ...ColleagueChange[]]

const runsOf = (changes: readonly ColleagueChange[]): readonly Run[] => {
  const runs: [ColleagueChange, ...ColleagueChange[]][] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (last && last[0].name === change.name) last.push(change)
    else runs.push([change])
  }
  return runs
}

const runHtml = ({ words }: Scene, run: Run): Html =>
  html`<li class="colleague">
    <details>
      <summary>${words.say('log.colleague', { name: run[0].name, count: run.length })}</summary>
      ${run.map(({ what }) => html`<p>${what}</p>`)}
    </details>
  </li>`
