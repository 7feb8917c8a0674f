// The setup's page: the first administrator comes in by the code that the server was given. Wrong, used and never set
// look the same, and the page is there after it as before.

import { Hono } from 'hono'
import { html } from 'hono/html'
import type { WebKey } from '../../i18n/books.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { WebDeps } from './deps.ts'
import { limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { readFields, readName } from './read.ts'
import type { Env } from './session-cookie.ts'

/** A code, two names and their encoding. */
const mostBytes = 16_384

type Typed = { readonly name: string; readonly district: string }

export const setupRoutes = ({ useCases, words, assets, refusals, sessions }: WebDeps): Hono<Env> => {
  const routes = new Hono<Env>()
  const title = words.say('product', { reports: words.reports })
  const page = async (typed: Typed, alert?: WebKey): Promise<Html> =>
    frame(words, assets, { title, body: setupPage(words, await useCases.asksDistrict(), typed, alert) })

  routes.get('/', async c => c.html(await page({ name: '', district: '' })))

  routes.post('/', limitForm({ refusals }, mostBytes), async c => {
    const body = await readFields(c)
    const code = typeof body.code === 'string' ? body.code.trim().toWellFormed() : ''
    const typed = { name: readName(body.name), district: readName(body.district) }
    const outcome = await useCases.setUp('web', { ...typed, code })
    switch (outcome.type) {
      case 'entered':
        sessions.open(c, outcome.token)
        return c.redirect('/chat', 303)
      case 'slowed':
        c.header('Retry-After', String(Math.ceil(outcome.waitMs / 1_000)))
        return c.html(await page(typed, 'setup.slowed'), 429)
      case 'unfit':
        return c.html(await page(typed, `setup.no-${outcome.field}`), 400)
      default:
        return c.html(await page(typed, 'setup.refused'), 403)
    }
  })
  return routes
}

/** The code is typed anew each time: it stands in no page. */
const setupPage = (words: WebWords, asksDistrict: boolean, typed: Typed, alert?: WebKey): Html =>
  html`<main class="notice"><div class="card">
    <h1>${words.say('setup.heading')}</h1>
    <p>${words.say('setup.what')}</p>
    ${alert === undefined ? '' : html`<p role="alert">${words.say(alert)}</p>`}
    <form method="post" action="/setup">
      <label for="code">${words.say('setup.code')}</label>
      <input id="code" class="field" name="code" type="password" autocomplete="off" maxlength="200" required />
      <label for="name">${words.say('setup.name')}</label>
      <input id="name" class="field" name="name" value="${typed.name}" autocomplete="name" maxlength="40" required />
      ${
        asksDistrict
          ? html`<label for="district">${words.say('setup.district')}</label>
              <input id="district" class="field" name="district" value="${typed.district}" autocomplete="off" maxlength="100" required />`
          : ''
      }
      <button class="main">${words.say('setup.button')}</button>
    </form>
    <p class="small">${words.say('setup.once')}</p>
  </div></main>`
