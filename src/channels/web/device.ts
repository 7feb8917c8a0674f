// The way to another device: a link of the person's own for some minutes, as a QR code too. Looking makes none; the button
// does.

import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { WebWords } from '../../i18n/words.ts'
import type { WebDeps } from './deps.ts'
import { frame, type Html } from './frame.ts'
import { limitPosts } from './limits.ts'
import { noticePage } from './notice.ts'
import type { Env } from './session-cookie.ts'
import { webLink } from './web-link.ts'

export const deviceRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, words, assets, refusals, sessions, publicUrl } = deps
  const routes = new Hono<Env>()
  const show = (body: Html): Html => frame(words, assets, { title: words.say('device'), body })

  routes.get('/device', sessions.required, c => c.html(show(devicePage(words))))

  routes.post('/device', sessions.required, limitPosts(deps), async c => {
    const made = await useCases.ownCode('web', c.get('account'))
    if (!made) return refusals.noPlace(c)
    // Without an address of our own, the browser says by which one it came.
    const base = publicUrl ?? c.req.header('origin') ?? new URL(c.req.url).origin
    const link = webLink(base, made.code)
    return c.html(show(linkPage(words, link, made.minutes)))
  })
  return routes
}

const devicePage = (words: WebWords): Html =>
  noticePage({
    heading: words.say('device'),
    lines: [words.say('device.how')],
    actions: [
      html`<form method="post" action="/chat/device"><button class="main">${words.say('device.make')}</button></form>`,
      html`<a class="button" href="/chat">${words.say('back')}</a>`,
    ],
  })

const linkPage = (words: WebWords, link: string, minutes: number): Html =>
  html`<main class="notice"><div class="card">
    <h1>${words.say('device')}</h1>
    <p>${words.say('device.scan', { minutes })}</p>
    <div class="code" role="img" aria-label="${words.say('device.code')}">${raw(renderSVG(link, { border: 2 }))}</div>
    <label for="link">${words.say('device.link')}</label>
    <input id="link" class="field" readonly value="${link}" />
    <p class="small">${words.say('device.own')}</p>
    <div class="actions"><a class="button main" href="/chat">${words.say('back')}</a></div>
  </div></main>`
