// News: one request at a time, each asking for what follows the one before. The stream only wakes.

import { focusIfAsked, heed } from './field.js'
import { asked, byId, pause, say } from './page.js'
import { isAtEnd, seenNow, showNews } from './view.js'

const { htmx } = window

/** Whether it is worth asking again: the network or the server failed. */
const fetchNews = async () => {
  const before = seenNow()
  const wasAtEnd = isAtEnd()
  const { after, under } = asked().dataset
  const [refocus, relist] = [focusOf(document.activeElement), listNow()]
  let failed = false
  const noteFailure = event => {
    const { status } = event.detail.xhr
    failed = status === 0 || status >= 500
  }
  document.body.addEventListener('htmx:sendError', noteFailure)
  document.body.addEventListener('htmx:responseError', noteFailure)
  // It rejects when the network fails, which the event has told.
  const at = encodeURIComponent(byId('composer').dataset.owner)
  const url = `/chat/news?after=${after}&at=${at}`
  await htmx.ajax('GET', url, { target: '#log', swap: 'beforeend' }).catch(() => {})
  document.body.removeEventListener('htmx:sendError', noteFailure)
  document.body.removeEventListener('htmx:responseError', noteFailure)
  heed()
  relist()
  showNews(before, wasAtEnd)
  refocus()
  if (asked().dataset.under !== under) focusIfAsked()
  return failed
}

/** A button of the question goes with the question: its place is taken by the same one, else by the first. */
const focusOf = element => {
  const form = element?.closest?.('#asked')
  if (!form) return () => {}
  const words = element.textContent
  const isSeen = element.matches(':focus-visible')
  return () => {
    const buttons = [...asked().querySelectorAll('button')]
    const same = buttons.find(button => button.textContent === words)
    const next = same ?? (isSeen ? buttons[0] : null)
    next?.focus({ preventScroll: true })
  }
}

/** A list that only changes its ticks stays where it was scrolled and filtered to. */
const listNow = () => {
  const list = () => asked().querySelector('.listed')
  const words = () => list()?.textContent
  const [before, place, wanted] = [words(), list()?.scrollTop ?? 0, byId('filter')?.value ?? '']
  return () => {
    if (before === undefined || words() !== before) return
    if (wanted !== '') {
      byId('filter').value = wanted
      byId('filter').dispatchEvent(new Event('input', { bubbles: true }))
    }
    list().scrollTop = place
  }
}

let fetching = null
let isWanted = false
export const refresh = () => {
  if (fetching) {
    isWanted = true
    return fetching
  }
  fetching = (async () => {
    do {
      isWanted = false
      // The stream does not wake twice for the same news.
      while (await fetchNews()) {
        say('waiting')
        await pause(1500)
      }
    } while (isWanted)
    fetching = null
  })()
  return fetching
}

/** The browser opens the stream again by itself unless it was refused. */
export const listen = onWake => {
  const stream = new EventSource('/chat/events')
  stream.addEventListener('wake', event => {
    if (event.data !== asked().dataset.stamp) void refresh()
    onWake()
  })
  stream.addEventListener('error', () => {
    say('disconnected')
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(onWake), 5000)
  })
  addEventListener('pagehide', () => stream.close(), { once: true })
}
