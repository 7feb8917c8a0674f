// The page of the chat: the bar with the progress, the messages, and below them the question in hand and the field.

import { html } from 'hono/html'
import { largestFile } from '../../app/message.ts'
import { barHtml, leaveItem } from './bar.ts'
import { clip } from './clip.ts'
import { latestHtml } from './colleagues.ts'
import { dockHtml, inputMode } from './dock.ts'
import type { Html } from './frame.ts'
import { logHtml, newsHtml } from './log.ts'
import { progressHtml } from './progress-menu.ts'
import type { Scene } from './scene.ts'

export const chatPage = (scene: Scene): Html => {
  const { words, place } = scene
  const menu = [
    html`<p class="small">${words.say('person', { name: place.person.name })}</p>`,
    ...(place.progress
      ? [
          contentsItem(scene),
          html`<a class="button item" href="/chat/table">${words.say('table')}</a>`,
          html`<a class="button item" href="/chat/settings">${words.say('unit-settings')}</a>`,
        ]
      : [html`<a class="button item" href="/district">${words.say('district')}</a>`]),
    html`<a class="button item" href="/chat/device">${words.say('device')}</a>`,
    leaveItem(words),
  ]
  return html`${barHtml(words, {
    heading: place.heading,
    detail: place.detail,
    aside: progressHtml(scene) || undefined,
    menu,
  })}
    <main tabindex="0" data-drop="${words.say('file.release')}">
      <div role="log" aria-live="polite" aria-relevant="additions text" aria-label="${words.say('log')}">
        <ol id="log">
          ${logHtml(scene)}
        </ol>
        ${latestHtml(scene)}
      </div>
      <ol id="pending" aria-live="polite"></ol>
      <ol id="uploads" aria-live="polite"></ol>
      ${uploadHtml(scene)}
    </main>
    <footer>
      <button type="button" id="newer" hidden>${words.say('newer')}</button>
      ${dockHtml(scene)}
      <p id="status" role="status" data-sending="${words.say('sending')}" data-saved="${words.say('saved')}"
        data-waiting="${words.say('waiting')}" data-disconnected="${words.say('disconnected')}"></p>
      <div class="compose">
        ${place.progress ? filesHtml(scene) : ''} ${composerHtml(scene)}
      </div>
    </footer>
    <aside id="sheet" class="sheet" aria-label="${words.say('table.beside')}"></aside>`
}

/** News for an open page: new messages, changed ones in their place, and the parts around them. */
export const chatNews = (scene: Scene, after: number): Html =>
  html`${newsHtml(scene, after)} ${latestHtml(scene, true)} ${progressHtml(scene, true)} ${dockHtml(scene, true)}`

const contentsItem = ({ words, place, id }: Scene): Html =>
  html`<form method="post" action="/chat/say">
    <input type="hidden" name="id" value="${id()}" />
    <input type="hidden" name="under" value="${place.asked ?? ''}" />
    <button class="item" name="text" value="${words.say('contents')}">${words.say('contents')}</button>
  </form>`

const composerHtml = ({ words, place, asked, id }: Scene): Html => {
  const input = asked?.input ?? null
  return html`<form id="composer" method="post" action="/chat/say" data-owner="${place.owner}">
    <input type="hidden" name="id" value="${id()}" />
    <input type="hidden" name="under" value="${place.asked ?? ''}" />
    <p id="editing" hidden>${words.say('editing')} <button type="button" class="quiet">${words.say('editing.stop')}</button></p>
    <label class="unseen" for="text">${words.say('say')}</label>
    <textarea id="text" class="field" name="text" rows="1" required enterkeyhint="send" autocomplete="off"
      inputmode="${inputMode(input)}" placeholder="${input?.placeholder ?? words.say('say.placeholder')}"></textarea>
    <button class="main">${words.say('send')}</button>
  </form>`
}

/** The clip takes one at once where a script runs; else the button sends it. */
const filesHtml = ({ words, id }: Scene): Html =>
  html`<form id="files" method="post" action="/chat/files" enctype="multipart/form-data" data-largest="${largestFile}"
    data-too-large="${words.say('refused.file-too-large')}" data-failed="${words.say('file.failed')}">
    <input type="hidden" name="id" value="${id()}" />
    <label class="button quiet" title="${words.say('file.what')}">
      <span class="unseen">${words.say('file.what')}</span>${clip}
      <input id="file" type="file" name="file" accept=".docx,.doc" required />
    </label>
    <noscript><button>${words.say('file')}</button></noscript>
  </form>`

const uploadHtml = ({ words }: Scene): Html =>
  html`<template id="upload">
    <li class="own file">
      <p class="name">${clip} <span class="title"></span> <span class="small size"></span></p>
      <progress></progress>
      <p class="why" role="alert"></p>
      <div class="ways" hidden>
        <button type="button" class="again">${words.say('file.again')}</button>
        <button type="button" class="quiet drop">${words.say('file.drop')}</button>
      </div>
    </li>
  </template>`
