// The district's page: the units with where they stand, one unit, and the acts that start a season: a list of units in, a
// campaign, links. Everything is asked of the app with the account of the session.

import { type Context, Hono } from 'hono'
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import { officeKinds } from '../../app/message.ts'
import type { ActShown } from '../../app/use-cases.ts'
import type { WebDeps } from './deps.ts'
import { districtPage, linksPage, unitPage } from './district-page.ts'
import { fileResponse } from './file-response.ts'
import { limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { limitPosts } from './limits.ts'
import { noticePage } from './notice.ts'
import { largestFilePost, largestPost, readFields } from './read.ts'
import type { Env } from './session-cookie.ts'

const longestSearch = 100

export const districtRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, words, assets, refusals, sessions, id } = deps
  const routes = new Hono<Env>()
  const posts = limitPosts(deps)
  const show = (title: string, body: Html): Html =>
    frame(words, assets, { title, body, parts: ['district.css'] })
  const ended = (c: Context<Env>, { isDone, lines }: ActShown, back: string, more: readonly Html[] = []) => {
    const [first = '', ...rest] = lines
    const heading = isDone ? first : words.say('district.refused')
    const actions = [...more, html`<a class="button main" href="${back}">${words.say('district.back')}</a>`]
    const body = noticePage({ heading, lines: isDone ? rest : lines, actions })
    return c.html(show(words.say('district'), body), isDone ? 200 : 422)
  }

  routes.get('/', sessions.required, async c => {
    const search = (c.req.query('q') ?? '').slice(0, longestSearch).toWellFormed()
    const shown = await useCases.district(c.get('account'), search)
    if (!shown) return refusals.noPlace(c)
    return c.html(
      show(words.say('district.title', { unit: shown.unit }), districtPage({ words, shown, search })),
    )
  })

  routes.get('/units/:id', sessions.required, async c => {
    const unit = await useCases.districtUnit(c.get('account'), c.req.param('id'))
    return unit ? c.html(show(unit.name, unitPage(words, unit, id()))) : refusals.noPlace(c)
  })

  routes.post('/units/:id', sessions.required, posts, limitForm(deps, largestPost), async c => {
    const { name, id: post } = await readFields(c)
    if (typeof name !== 'string' || typeof post !== 'string' || !/^[\w.:-]{1,64}$/.test(post))
      return refusals.page(c, 400, 'refused.malformed')
    const unit = c.req.param('id')
    const made = await useCases.inviteTo(c.get('account'), { unit, name: name.toWellFormed(), id: post })
    if (!made) return refusals.noPlace(c)
    const back = `/district/units/${encodeURIComponent(unit)}`
    if (!made.isDone) return ended(c, made, back)
    return c.html(show(words.say('district.link'), linkPage(made.lines.join('\n'), made.link, back)))
  })

  const linkPage = (text: string, link: string | null, back: string): Html =>
    html`<main class="notice"><div class="card">
      <h1>${words.say('district.link')}</h1>
      <label for="text">${words.say('district.link.text')}</label>
      <textarea id="text" class="field" readonly rows="9">${text}</textarea>
      ${
        link === null
          ? ''
          : html`<div class="code" role="img" aria-label="${words.say('device.code')}">${raw(renderSVG(link, { border: 2 }))}</div>`
      }
      <div class="actions"><a class="button main" href="${back}">${words.say('district.return')}</a></div>
    </div></main>`

  routes.get('/files/:office', sessions.required, async c => {
    const office = officeKinds.find(each => each === c.req.param('office'))
    const file = office && (await useCases.districtFile(c.get('account'), office))
    return file ? fileResponse(c, file) : refusals.noPlace(c)
  })

  const limitFile = limitForm(deps, largestFilePost, 'refused.file-too-large')
  routes.post('/import', sessions.required, posts, limitFile, async c => {
    const { file } = await readFields(c)
    if (!(file instanceof File) || file.name === '') return refusals.page(c, 400, 'refused.no-file')
    const done = await useCases.importUnits(c.get('account'), new Uint8Array(await file.arrayBuffer()))
    return done ? ended(c, done, '/district') : refusals.noPlace(c)
  })

  routes.post('/links', sessions.required, posts, limitFile, async c => {
    const { file } = await readFields(c)
    if (!(file instanceof File) || file.name === '') return refusals.page(c, 400, 'refused.no-file')
    const made = await useCases.inviteList(c.get('account'), new Uint8Array(await file.arrayBuffer()))
    if (!made) return refusals.noPlace(c)
    if (!made.isDone) return ended(c, made, '/district')
    return c.html(show(words.say('district.links'), linksPage(words, made)))
  })

  routes.post('/campaign', sessions.required, posts, limitForm(deps, largestPost), async c => {
    const fields = await readFields(c)
    const day = (name: string): string => {
      const typed = fields[name]
      return typeof typed === 'string' ? typed.toWellFormed().slice(0, 20) : ''
    }
    const dates = { sign: day('sign'), due: day('due'), publish: day('publish') }
    const done = await useCases.openCampaign(c.get('account'), dates)
    return done ? ended(c, done, '/district') : refusals.noPlace(c)
  })
  return routes
}
