// A personal link. Opening it shows whose it is and takes nothing (scanners and previews open links); the button
// takes it and lets the browser in.

import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Invited, PersonHere } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { WebDeps } from './deps.ts'
import { limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { addressOf } from './limits.ts'
import { noticePage } from './notice.ts'
import { readFields, readName } from './read.ts'
import type { Env } from './session-cookie.ts'

const mostName = 40
/** A name and its encoding. */
const mostBytes = 16_384

export const enterRoutes = ({ useCases, words, assets, refusals, sessions, limits }: WebDeps): Hono<Env> => {
  const routes = new Hono<Env>()
  const link = '/enter/:code{[A-Za-z0-9_-]{16,64}}'
  const title = words.say('product', { reports: words.reports })
  const show = (body: Html): Html => frame(words, assets, { title, body })
  /** The code of a link by which a new one can be asked for. */
  const askable = async (code: string) => ((await useCases.mayAskNewLink(code)) ? code : null)

  routes.get(link, async c => {
    const code = c.req.param('code')
    const account = await sessions.account(c)
    if (account !== null && (await useCases.isOwn(code, account))) return c.redirect('/chat', 303)
    const invited = await useCases.invited(code, sessions.nonce(c))
    const here = account === null ? null : await useCases.whoIsHere(account)
    if (!invited) {
      const waitMs = limits.guess(addressOf(c))
      if (waitMs > 0) return refusals.later(c, waitMs)
      return c.html(show(gonePage(words, here !== null, await askable(code))), 410)
    }
    sessions.giveNonce(c)
    return c.html(show(enterPage(words, invited, staying(invited, here))))
  })

  routes.post(link, limitForm({ refusals }, mostBytes), async c => {
    const code = c.req.param('code')
    const [nonce, token] = [sessions.nonce(c), sessions.token(c)]
    const invited = await useCases.invited(code, nonce)
    const account = await sessions.account(c)
    if (!invited) {
      if (account !== null && (await useCases.isOwn(code, account))) return c.redirect('/chat', 303)
      const waitMs = limits.guess(addressOf(c))
      if (waitMs > 0) return refusals.later(c, waitMs)
      return c.html(show(gonePage(words, false, await askable(code))), 410)
    }
    const { name } = await readFields(c)
    const typed = [...readName(name)].slice(0, mostName).join('')
    const here = staying(invited, account === null ? null : await useCases.whoIsHere(account))
    // Somebody typed another name on a page that was opened before: whose right it becomes is asked, and not guessed.
    if (here && typed !== '' && typed !== here.name && invited.person === null)
      return c.html(show(enterPage(words, invited, here)), 409)
    const given = typed || invited.name || ''
    if (given === '' && !here && invited.person === null)
      return c.html(show(enterPage(words, invited, null, words.say('enter.no-name'))), 400)
    const opened = await useCases.enter({ channel: 'web', code, name: given, account, nonce, token })
    if (opened === null) return c.html(show(gonePage(words, false, await askable(code))), 410)
    sessions.open(c, opened)
    return c.redirect('/chat', 303)
  })

  routes.post(`${link}/ask`, async c => {
    if (!(await useCases.askNewLink('web', c.req.param('code')))) {
      const waitMs = limits.guess(addressOf(c))
      if (waitMs > 0) return refusals.later(c, waitMs)
      return refusals.page(c, 410, 'enter.gone', 'enter.gone.how')
    }
    const told = noticePage({ heading: words.say('enter.asked'), lines: [words.say('enter.asked.how')] })
    return c.html(show(told))
  })

  routes.get('/leave', c => c.html(show(leavePage(words))))

  routes.post('/leave', async c => {
    await sessions.close(c)
    const body = noticePage({ heading: words.say('left'), lines: [words.say('left.how')] })
    return c.html(frame(words, assets, { title, body, parts: ['left.js'] }))
  })
  return routes
}

/** The person of this browser, where a link is theirs too: they enter as the same person. */
const staying = (invited: Invited, here: PersonHere | null): PersonHere | null =>
  invited.person === null || invited.person === here?.id ? here : null

/** `here` is the person of this browser, when the link is theirs too; `refusal` says why they did not enter. */
const enterPage = (words: WebWords, invited: Invited, here: PersonHere | null, refusal?: string): Html => {
  const name = here?.name ?? invited.name
  const asksName = !here && invited.person === null
  return html`<main class="notice"><div class="card">
    <h1>${words.say('enter.heading')}</h1>
    <p class="unit">${words.say('enter.what', { unit: invited.unit, title: invited.title })}</p>
    ${here ? html`<p>${words.say('enter.as', { name: here.name, unit: here.unit })}</p>` : ''}
    ${refusal === undefined ? '' : html`<p role="alert">${refusal}</p>`}
    <form method="post">
      ${
        asksName
          ? html`<label for="name">${words.say('enter.name')}</label>
              <input id="name" class="field" name="name" value="${name ?? ''}" autocomplete="name" maxlength="40" required />`
          : ''
      }
      <button class="main">
        ${name ? words.say('enter.button', { name }) : words.say('enter.button.anybody')}
      </button>
    </form>
    ${
      here ? html`<form method="post" action="/chat/leave"><button>${words.say('leave')}</button></form>` : ''
    }
    <p class="small">${words.say('enter.once')}</p>
  </div></main>`
}

const leavePage = (words: WebWords): Html =>
  noticePage({
    heading: words.say('leave.ask'),
    lines: [words.say('leave.how')],
    actions: [
      html`<a class="button main" href="/chat">${words.say('leave.stay')}</a>`,
      html`<form method="post" action="/chat/leave"><button>${words.say('leave.sure')}</button></form>`,
    ],
  })

/** `goesOn`: this browser is somebody's already; `askable`: the link by which a new one can be asked for. */
const gonePage = (words: WebWords, goesOn: boolean, askable: string | null): Html =>
  noticePage({
    heading: words.say('enter.gone'),
    lines: [words.say('enter.gone.how')],
    actions: [
      ...(goesOn ? [html`<a class="button main" href="/chat">${words.say('enter.continue')}</a>`] : []),
      ...(askable === null
        ? []
        : [
            html`<form method="post" action="/chat/enter/${askable}/ask"><button>${words.say('enter.ask')}</button></form>`,
          ]),
    ],
  })
