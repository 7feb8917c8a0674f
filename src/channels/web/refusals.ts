// Refusals: a page for people, `{ error }` for programs, one plain sentence in both.

import type { Context, ErrorHandler } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Log } from '../../app/ports/environment.ts'
import { errorFields, mayPass } from '../../faults.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { AssetUrls } from './assets.ts'
import { frame } from './frame.ts'
import { noticePage } from './notice.ts'

type Sentence = Parameters<WebWords['say']>[0]

export type Refusals = {
  readonly page: (
    c: Context,
    status: ContentfulStatusCode,
    sentence: Sentence,
    how?: Sentence,
  ) => Response | Promise<Response>
  /** Too often: to be tried again after so many milliseconds. */
  readonly later: (c: Context, waitMs: number) => Response | Promise<Response>
  /** The door's refusal, whatever it was about: one status, one sentence. */
  readonly noPlace: (c: Context) => Response | Promise<Response>
  readonly onError: ErrorHandler
}

/** Seconds. */
const retryAfter = '5'

export const createRefusals = (words: WebWords, assets: AssetUrls, log: Log): Refusals => {
  const page: Refusals['page'] = (c, status, sentence, how) => {
    const text = words.say(sentence)
    if (wantsJson(c)) return c.json({ error: text }, status)
    const body = noticePage({
      heading: text,
      lines: how ? [words.say(how)] : [],
      actions: [html`<a class="button main" href="/chat">${words.say('back')}</a>`],
    })
    return c.html(
      frame(words, assets, { title: words.say('product', { reports: words.reports }), body }),
      status,
    )
  }
  const onError: ErrorHandler = (error, c) => {
    log('web.failed', { ...errorFields(error), route: c.req.routePath })
    if (!mayPass(error)) return page(c, 500, 'refused.failed')
    c.header('Retry-After', retryAfter)
    return page(c, 503, 'refused.database')
  }
  const later: Refusals['later'] = (c, waitMs) => {
    c.header('Retry-After', `${Math.ceil(waitMs / 1000)}`)
    return page(c, 429, 'refused.too-often')
  }
  return { page, later, noPlace: c => page(c, 403, 'no-place', 'no-place.how'), onError }
}

/** Programs speak JSON, and so does the page's own script; forms and links want a page. */
const wantsJson = (c: Context): boolean =>
  /^application\/json\b/i.test(c.req.header('content-type') ?? '') ||
  (/^\/chat\/(?:messages|files)$/.test(c.req.path) && !/text\/html/.test(c.req.header('accept') ?? ''))
