// The settings of a unit's documents: how it can be reached, and what stands below the report.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { UnitSettingsShown } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { WebDeps } from './deps.ts'
import { limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { limitPosts } from './limits.ts'
import { readFields } from './read.ts'
import type { Env } from './session-cookie.ts'

/** Bytes of the two lines and their encoding. */
const mostBytes = 16_384

type Told = { readonly sentence: string; readonly isDone: boolean }

export const unitSettingsRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, words, assets, refusals, sessions } = deps
  const routes = new Hono<Env>()

  const show = async (c: Context<Env>, told: Told | null, typed: Partial<UnitSettingsShown> = {}) => {
    const shown = await useCases.unitSettings(c.get('account'))
    if (!shown) return refusals.noPlace(c)
    const body = settingsPage(words, { ...shown, ...typed }, told)
    return c.html(
      frame(words, assets, { title: words.say('unit-settings'), body }),
      told?.isDone === false ? 422 : 200,
    )
  }

  routes.get('/settings', sessions.required, c =>
    show(c, c.req.query('saved') === undefined ? null : { sentence: words.say('saved'), isDone: true }),
  )

  routes.post('/settings', sessions.required, limitPosts(deps), limitForm(deps, mostBytes), async c => {
    const fields = await readFields(c)
    const line = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '')
    const typed = { contact: line('contact'), signs: line('signs'), closes: fields.closes === 'yes' }
    const done = await useCases.setUnitSettings(c.get('account'), typed)
    if (!done) return refusals.noPlace(c)
    if (done.type === 'set') return c.redirect('/chat/settings?saved', 303)
    const sentence = words.say(`unit-settings.too-long.${done.field}`, { most: done.most })
    return show(c, { sentence, isDone: false }, typed)
  })
  return routes
}

const settingsPage = (
  words: WebWords,
  { unit, contact, closes, signs }: UnitSettingsShown,
  told: Told | null,
): Html =>
  html`<main class="notice"><div class="card">
    <h1>${words.say('unit-settings')}</h1>
    <p>${words.say('unit-settings.what', { unit })}</p>
    ${told === null ? '' : told.isDone ? html`<p role="status">✓ ${told.sentence}</p>` : html`<p role="alert">${told.sentence}</p>`}
    <form method="post" action="/chat/settings">
      <label for="contact">${words.say('unit-settings.contact')}</label>
      <textarea id="contact" class="field" name="contact" rows="3" autocomplete="off" aria-describedby="contact-how">${contact ?? ''}</textarea>
      <p class="small" id="contact-how">${words.say('unit-settings.contact.how')}</p>
      <label class="tick"><input type="checkbox" name="closes" value="yes" ${closes ? 'checked' : ''} />
        ${words.say('unit-settings.closes')}</label>
      <label for="signs">${words.say('unit-settings.signs')}</label>
      <input id="signs" class="field" name="signs" value="${signs ?? ''}" placeholder="${unit}" autocomplete="off" aria-describedby="signs-how" />
      <p class="small" id="signs-how">${words.say('unit-settings.signs.how')}</p>
      <div class="actions"><button class="main">${words.say('table.save')}</button>
        <a class="button" href="/chat">${words.say('back')}</a></div>
    </form>
  </div></main>`
