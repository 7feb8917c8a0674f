// A personal link. Opening it shows whose it is and takes nothing (scanners and previews open links); the button
// takes it and lets the browser in.

import { Hono } from 'hono'
import { enterPage } from './enter-page.ts'
import { frame } from './frame.ts'
import { noticePage } from './notice-page.ts'
import type { Env } from './visitors.ts'
import type { WebRoom } from './web.ts'

const mostName = 40

export const enterRoutes = ({ visits, words, assets, refusals, visitors }: WebRoom): Hono<Env> => {
  const routes = new Hono<Env>()
  const link = '/enter/:code{[A-Za-z0-9_-]{16,64}}'
  const title = words.say('product', { reports: words.reports })

  routes.get(link, async c => {
    const invited = await visits.invited(c.req.param('code'))
    const account = await visitors.account(c)
    const here = account === null ? null : await visits.board(account)
    if (!invited) {
      const [gone, how] = [words.say('enter.gone'), words.say('enter.gone.how')]
      return c.html(frame(words, assets, title, noticePage(words, gone, how, here !== null)), 410)
    }
    const stays = here && (invited.person === null || invited.person === here.person.id)
    return c.html(frame(words, assets, title, enterPage(words, invited, stays ? here : null)))
  })

  routes.post(link, async c => {
    const code = c.req.param('code')
    const invited = await visits.invited(code)
    const account = await visitors.account(c)
    if (!invited) {
      // The second of two taps: the first has opened the door.
      if (account !== null) return c.redirect('/chat', 303)
      return refusals.page(c, 410, 'enter.gone', 'enter.gone.how')
    }
    const { name } = await c.req.parseBody()
    const typed = typeof name === 'string' ? name.trim().toWellFormed().slice(0, mostName) : ''
    const token = await visits.enter(code, typed || invited.name || '', account)
    if (token === null) return refusals.page(c, 410, 'enter.gone', 'enter.gone.how')
    visitors.open(c, token)
    return c.redirect('/chat', 303)
  })

  routes.post('/leave', async c => {
    await visitors.close(c)
    return c.html(frame(words, assets, title, noticePage(words, words.say('left'), words.say('left.how'))))
  })
  return routes
}
