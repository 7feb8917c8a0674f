// The conversation: its page, the news and the earlier messages on it; and the same as JSON and by plain forms.

import { Hono } from 'hono'
import { html } from 'hono/html'
import type { WebWords } from '../../i18n/words.ts'
import { bubblesOf } from './bubbles.ts'
import { chatNews, chatPage } from './chat-page.ts'
import type { WebDeps } from './deps.ts'
import { limitBody, limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { limitPosts } from './limits.ts'
import { logHtml } from './log.ts'
import { noticePage } from './notice.ts'
import { placeOf } from './place-of.ts'
import { incomingOf, largestPost, readFields, readForm, readPost } from './read.ts'
import type { Scene } from './scene.ts'
import type { Env } from './session-cookie.ts'
import { messageJson } from './write.ts'

/** Bubbles on the screen, and rows looked through for them: a row may only change another. */
const mostShown = 50
const mostRows = 200

export const chatRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, receive, words, assets, refusals, sessions, id, now, dateOf } = deps
  const routes = new Hono<Env>()
  const posts = limitPosts(deps)

  const sceneAt = async (account: string, before: number): Promise<Scene | null> => {
    // The place is read first, so that a message that comes between is news.
    const place = await placeOf(deps, account)
    if (!place) return null
    const rows = await useCases.messages(account, { before }, mostRows)
    if (!rows) return null
    const all = bubblesOf(rows)
    const bubbles = all.slice(-mostShown)
    return {
      words,
      place,
      bubbles,
      last: rows.at(-1)?.seq ?? 0,
      asked: rows.find(({ outgoing }) => outgoing.id === place.asked)?.outgoing ?? null,
      hasEarlier: all.length > mostShown || rows.length === mostRows,
      ...{ id, now, dateOf },
    }
  }
  routes.get('/', sessions.required, async c => {
    const before = placeIn(c.req.query('before'), end)
    if (before === null) return refusals.page(c, 400, 'refused.malformed')
    const scene = await sceneAt(c.get('account'), before)
    if (!scene) {
      const [hello, ...more] = (await useCases.greeting(c.get('account'))) ?? []
      if (hello === undefined) return refusals.noPlace(c)
      const title = words.say('product', { reports: words.reports })
      return c.html(frame(words, assets, { title, body: helloPage(words, hello, more) }))
    }
    const { progress, heading, detail } = scene.place
    return c.html(
      frame(words, assets, {
        title: progress
          ? words.say('title', { unit: progress.unit, year: progress.year })
          : words.say('title.desk', { unit: heading, detail }),
        body: chatPage(scene),
        parts,
        isApp: true,
      }),
    )
  })

  routes.get('/earlier', sessions.required, async c => {
    const before = placeIn(c.req.query('before'), end)
    if (before === null) return refusals.page(c, 400, 'refused.malformed')
    const scene = await sceneAt(c.get('account'), before)
    return scene ? c.html(html`${logHtml(scene)}`) : refusals.noPlace(c)
  })

  routes.get('/news', sessions.required, async c => {
    const after = placeIn(c.req.query('after'), end)
    if (after === null) return refusals.page(c, 400, 'refused.malformed')
    const scene = await sceneAt(c.get('account'), end)
    if (!scene) return refusals.noPlace(c)
    // Too much to be put together again, or the person went to another place: the page is loaded anew.
    const first = scene.bubbles[0]?.seq ?? 0
    const isElsewhere = (c.req.query('at') ?? scene.place.owner) !== scene.place.owner
    if (isElsewhere || (after < first && scene.hasEarlier)) return c.body(null, 204, { 'HX-Refresh': 'true' })
    return c.html(html`${chatNews(scene, after)}`)
  })

  routes.post('/messages', sessions.required, posts, limitBody(deps, largestPost), async c => {
    const posting = readPost(await c.req.json().catch(() => null))
    if (!posting) return refusals.page(c, 400, 'refused.malformed')
    const received = await receive(incomingOf(c.get('account'), posting, now(), id()))
    return received.isRefused ? refusals.noPlace(c) : c.json(received)
  })

  routes.post('/say', sessions.required, posts, limitForm(deps, largestPost), async c => {
    const posting = readForm(await readFields(c))
    if (!posting) return refusals.page(c, 400, 'refused.malformed')
    const { isRefused } = await receive(incomingOf(c.get('account'), posting, now(), id()))
    return isRefused ? refusals.noPlace(c) : c.redirect('/chat', 303)
  })

  routes.get('/messages', sessions.required, async c => {
    const after = placeIn(c.req.query('after'), 0)
    if (after === null) return refusals.page(c, 400, 'refused.malformed')
    const found = await useCases.messages(c.get('account'), { after }, mostRows)
    return found ? c.json(found.map(messageJson)) : refusals.noPlace(c)
  })
  return routes
}

const parts = [
  ...['chat.css', 'dock.css', 'files.css', 'htmx.js', 'page.js', 'view.js', 'field.js'],
  ...['news.js', 'unsent.js', 'choices.js', 'files.js', 'chat.js', 'beside.js'],
] as const

/** For somebody who has no report here. */
const helloPage = (words: WebWords, hello: string, lines: readonly string[]): Html =>
  noticePage({
    heading: hello,
    lines,
    actions: [html`<a class="button" href="/chat/leave">${words.say('leave')}</a>`],
  })

const end = Number.MAX_SAFE_INTEGER

/** A place in the list from a query; null when it is none. */
const placeIn = (text: string | undefined, otherwise: number): number | null =>
  text === undefined ? otherwise : /^\d{1,15}$/.test(text) ? Number(text) : null
