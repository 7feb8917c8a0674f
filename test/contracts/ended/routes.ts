// All routes of the registry that are about a unit, as requests of a browser, and a browser that has something to lose. It
// asserts nothing.

import { doors } from '../../../src/app/doors.ts'
import type { CardChoice } from '../../../src/app/ports/commit.ts'
import type { Browser } from '../../channels/web/browser.ts'
import { json, posted, wholeReport } from './samples.ts'
import type { Scene } from './scene.ts'

/**
 * Routes by which a browser sees or changes something of a unit. Telegram, calendars and the district's page have tests
 * of their own. */
const routes = Object.entries(doors.routes)
  .filter(([, action]) => !['everybody', 'take-link', 'ask-new-link', 'set-up', 'leave'].includes(action))
  .map(([route]) => route)
  .filter(route => route !== 'POST /telegram' && !/ \/(?:calendar|district)/.test(route))
export const reading = routes.filter(route => route.startsWith('GET '))
export const writing = routes.filter(route => !route.startsWith('GET '))

/** A request to a route of the registry; `file` is the id of a message with a document. */
export const ask = async (browser: Browser, route: string, file: string) => {
  const path = route.slice(route.indexOf(' ') + 1).replace(':id', file)
  const made = posted[route]
  if (!made && !route.startsWith('GET ')) throw new Error(`no request is known for ${route}`)
  const stop = new AbortController()
  const answer = await browser.request(path.replace(':name', 'a.docx'), { signal: stop.signal, ...made?.() })
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
  const text = isStream ? '' : await answer.text()
  stop.abort()
  return { status: answer.status, text }
}

/** A browser that has filled in the figure and has its document, with everything of it in the server's memory. */
export const filled = async (scene: Scene) => {
  const browser = await scene.browser('first')
  const account = await scene.lastAccount()
  const tap = async (event: CardChoice['event']) =>
    browser.request('/chat/messages', json({ card: await scene.card(account, event), number: 0 }))
  for (const event of wholeReport) await tap(event)
  const file = (await browser.all()).findLast(message => message.file)?.id
  if (file === undefined) throw new Error('no document was made')
  return { browser, account, tap, file }
}
