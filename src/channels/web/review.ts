// The office's reviews over HTTP: the queue, a report, its document, and each act as a form of its own that works without
// a script.

import { Hono } from 'hono'
import * as z from 'zod'
import type { ReviewWish } from '../../app/review-pages.ts'
import type { WebDeps } from './deps.ts'
import { fileResponse } from './file-response.ts'
import { limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { limitPosts } from './limits.ts'
import { paperPage } from './paper.ts'
import { largestPost } from './read.ts'
import { queuePage, reviewPage, type Typed } from './review-page.ts'
import type { Env } from './session-cookie.ts'

const acts = [
  'grant-return',
  'approve-filing',
  'clear-filing',
  'return-filing',
  'ask-filing',
  'take-filing',
  'undo-approval',
] as const satisfies readonly ReviewWish['act'][]

/** Ticks of one form, and the fields beside them; a return at more places speaks of the whole report. */
const mostTicks = 64

const longestNote = 4_000
const typedWords = z.string().max(longestNote).default('')
const actForm = z.strictObject({
  content: z.string().regex(/^\d{1,15}$/),
  note: typedWords,
  reason: typedWords,
  cell: z
    .union([z.string().max(200), z.array(z.string().max(200)).max(mostTicks)])
    .default([])
    .transform(cells => (typeof cells === 'string' ? [cells] : cells)),
  rings: z.literal('yes').optional(),
})

export const reviewRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, words, assets, refusals, sessions } = deps
  const routes = new Hono<Env>()
  const show = (title: string, body: Html): Html =>
    frame(words, assets, { title, body, parts: ['district.css', 'review.css'] })
  const pathOf = (filing: string): string => `/district/reviews/${encodeURIComponent(filing)}`

  routes.get('/queue', sessions.required, async c => {
    const queue = await useCases.queue(c.get('account'))
    return queue ? c.html(show(words.say('queue'), queuePage(words, queue))) : refusals.noPlace(c)
  })

  routes.get('/reviews/:filing', sessions.required, async c => {
    const shown = await useCases.review(c.get('account'), c.req.param('filing'))
    return shown ? c.html(show(shown.unit, reviewPage(words, shown))) : refusals.noPlace(c)
  })

  routes.get('/reviews/:filing/:as{html|docx}', sessions.required, async c => {
    const { filing, as } = c.req.param()
    const file = await useCases.reviewFile(c.get('account'), filing, as === 'html' ? 'html' : 'docx')
    if (!file) return refusals.noPlace(c)
    if (as === 'docx') return fileResponse(c, file)
    return paperPage(c, words, assets, {
      page: new TextDecoder().decode(file.body),
      file: { name: file.name.replace(/html$/, 'docx'), url: `${pathOf(filing)}/docx` },
      back: { url: pathOf(filing), label: words.say('review.back') },
    })
  })

  const limit = limitForm(deps, largestPost, undefined, mostTicks)
  for (const act of acts)
    routes.post(`/reviews/:filing/${act}`, sessions.required, limitPosts(deps), limit, async c => {
      const account = c.get('account')
      const filing = c.req.param('filing')
      const read = actForm.safeParse(await readTicks(c.req))
      if (!read.success) return refusals.page(c, 400, 'refused.malformed')
      const { content, note, reason, cell: cells, rings } = read.data
      const typed: Typed = { note: wellFormed(note), reason: wellFormed(reason), cells }
      const done = await useCases.actOnReview(account, filing, {
        ...{ act, content: Number(content), cells, isAtOnce: rings === 'yes' },
        note: [typed.reason, typed.note.trim()].filter(part => part !== '').join('\n'),
      })
      if (!done) return refusals.noPlace(c)
      if (done.isDone) {
        const queue = await useCases.queue(account)
        return queue
          ? c.html(show(words.say('queue'), queuePage(words, queue, done.lines)))
          : refusals.noPlace(c)
      }
      const shown = await useCases.review(account, filing)
      return shown
        ? c.html(show(shown.unit, reviewPage(words, shown, { why: done.lines, typed })), 422)
        : refusals.noPlace(c)
    })
  return routes
}

/** A field that stands several times is a list; none when the body is no form. */
const readTicks = (req: { readonly parseBody: (how: { all: true }) => Promise<unknown> }) =>
  req.parseBody({ all: true }).catch(() => ({}))

const wellFormed = (typed: string): string => typed.replaceAll('\r\n', '\n').toWellFormed()
