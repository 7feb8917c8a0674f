// Messages that are not acknowledged yet, in their order. They are kept on the device, outlive the tab, and only their
// own person on their own filing sends them.

import { giveBack } from './field.js'
import { refresh } from './news.js'
import { byId, keep, keyOf, newId, pause, say } from './page.js'
import { expectNews, showEnd } from './view.js'

const pending = byId('pending')
/** Each message has a key of its own, so that two tabs do not write over each other; the keys sort by time. */
const prefix = `${keyOf('unsent')}.`

const kept = () => {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(prefix))
      .sort()
      .map(key => ({ key, body: JSON.parse(localStorage.getItem(key)) }))
  } catch {
    return []
  }
}

let queue = kept()
let made = 0

// An acknowledged message leaves the pending ones in the moment in which it stands among the messages.
new MutationObserver(() => showPending()).observe(byId('log'), { childList: true })

export const isEmpty = () => queue.length === 0

export const showPending = () => {
  const said = queue.filter(({ body }) => body.text !== undefined && body.edit === undefined)
  pending.replaceChildren(...said.map(({ body }) => pendingItem(body.text)))
}

const pendingItem = said => {
  const item = document.createElement('li')
  item.className = 'own pending'
  const words = document.createElement('div')
  words.className = 'words'
  words.textContent = said
  item.append(words)
  return item
}

export const post = body => {
  const whole = { id: newId(), ...body }
  made += 1
  const key = `${prefix}${String(Date.now()).padStart(15, '0')}.${String(made).padStart(4, '0')}`
  queue = [...queue, { key, body: whole }]
  keep(key, JSON.stringify(whole))
  showPending()
  expectNews()
  if (whole.text !== undefined) showEnd()
  say('sending')
  void pump()
}

const send = async body => {
  try {
    return await fetch('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return null
  }
}

let isSending = false
export const pump = async () => {
  if (isSending) return
  isSending = true
  let wait = 1000
  while (queue.length > 0) {
    const [first] = queue
    const answer = await send(first.body)
    if (answer?.status === 401) return location.reload()
    if (!answer || answer.status >= 500 || answer.status === 429) {
      say('waiting')
      await pause(Math.max(wait, 1000 * Number(answer?.headers.get('retry-after') ?? 0)))
      wait = Math.min(wait * 2, 15_000)
      continue
    }
    wait = 1000
    const told = await answer.json().catch(() => ({}))
    queue = queue.slice(1)
    if (!answer.ok && first.body.text !== undefined) giveBack(first.body)
    keep(first.key, '')
    await refresh()
    showPending()
    say('saved', told.notice ?? told.error ?? undefined)
  }
  isSending = false
}
