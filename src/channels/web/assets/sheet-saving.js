// Saving the sheet: leaving a field saves it, one at a time. What is being typed elsewhere outlives the new sheet that the
// server sends, and what is typed is sent when the page is left. It puts no cell together itself.

import { fields, isBesideChat, isChanged, isField, newId, sheet, tables } from './sheet-fields.js'

const { htmx } = window

/** By its name among the words of the page; it outlives a new sheet. */
let told = ''
const say = name => {
  told = name
  const status = document.getElementById('sheet-status')
  status.textContent = status.dataset[name] ?? ''
}

/** The id of the field that is under way, or 'tables'; and its value as it was sent. */
let saving = null
let sent = null
const saveNext = () => {
  if (saving) return
  const field = fields().find(each => isChanged(each) && each !== document.activeElement)
  field?.form.requestSubmit()
}

// A new sheet never comes between two keys: saving waits until the hands rest. What waits stands in its field.
const restMs = 400
let resting = 0
const saveSoon = () => {
  clearTimeout(resting)
  resting = setTimeout(saveNext, restMs)
}

// Words that are typed and not sent yet keep the value of when the typing began, so that what a colleague wrote
// meanwhile is not written over. Words that a field got while its earlier ones were under way follow on those, once saved.
let typed = []
let scrolled = []
let asked = null
const askedNow = () => tables().querySelector('.asked')?.querySelector('[name="text"]')?.id ?? null
const isTold = () => tables().querySelector('.told') !== null
const isOfSheet = ({ detail }) => detail.target?.id === 'tables'
document.body.addEventListener('htmx:beforeSwap', event => {
  if (!isOfSheet(event) || !event.detail.shouldSwap) return
  typed = fields()
    .filter(each => isChanged(each) && !(each.id === saving && each.value === sent))
    .map(({ id, value, form }) => ({ id, value, shown: form.elements.shown.value }))
  scrolled = [...tables().querySelectorAll('.table')].map(({ id, scrollLeft, scrollTop }) => ({
    id,
    left: scrollLeft,
    top: scrollTop,
  }))
  asked = askedNow()
})
document.body.addEventListener('htmx:afterSwap', () => {
  for (const { id, value, shown } of typed) {
    const field = document.getElementById(id)
    if (!field) continue
    field.value = value
    if (id !== saving || isTold()) field.form.elements.shown.value = shown
  }
  for (const { id, left, top } of scrolled) document.getElementById(id)?.scrollTo({ left, top })
  typed = []
  scrolled = []
  say(told)
  showAsked()
})

/** The question that was put in the chat is in sight, unless somebody writes in the sheet. */
const showAsked = () => {
  const now = askedNow()
  if (!isBesideChat || now === null || now === asked || sheet.contains(document.activeElement)) return
  document.getElementById(now).scrollIntoView({ block: 'center', inline: 'center' })
}

/** Cells that were changed here, the last one last: Ctrl+Z takes them back. */
let made = []
let taking = false
document.body.addEventListener('htmx:beforeRequest', event => {
  const { elt, requestConfig } = event.detail
  if (requestConfig.verb !== 'post' || !sheet.contains(elt)) return
  saving = elt.elements?.text?.id ?? 'tables'
  sent = elt.elements?.text?.value ?? null
  say('saving')
})
// One that is dropped because another is under way goes out behind it.
document.body.addEventListener('htmx:afterRequest', ({ detail }) => {
  const { elt, xhr, successful, requestConfig } = detail
  if (!isOfSheet({ detail })) return
  if (xhr?.status === 401) return location.reload()
  if (requestConfig.verb !== 'post') return
  const isSaved = successful && !isTold()
  if (isSaved && !taking) made = [...made, requestConfig.parameters.cell ?? elt.elements?.cell?.value]
  saving = null
  sent = null
  taking = false
  say(successful ? (isSaved ? 'saved' : '') : 'unsaved')
  if (successful) saveSoon()
})

/** A request that comes while another is under way would be dropped: it waits. */
let isRefreshing = false
const atRest = async () => {
  while (saving || isRefreshing) await new Promise(resolve => setTimeout(resolve, 50))
}
const postOnce = (path, values) => {
  void htmx.ajax('POST', path, { source: '#tables', target: '#tables', swap: 'outerHTML', values })
}

export const pasteBlock = async (cell, text) => {
  await atRest()
  postOnce('/chat/table/block', { id: newId(), cell, text, version: tables().dataset.version })
}

export const takeBack = async () => {
  await atRest()
  const cell = made.at(-1)
  if (cell === undefined) return
  made = made.slice(0, -1)
  taking = true
  postOnce('/chat/table/undo', { id: newId(), cell })
}

// Other words are another message, also where the answer to the first ones never came.
document.addEventListener('input', ({ target }) => {
  if (!isField(target)) return
  target.form.elements.id.value = newId()
  if (resting) saveSoon()
})
sheet.addEventListener('focusout', saveSoon)

// Colleagues write into the same tables: the state is asked for, and the sheet comes only when it is another.
const everyMs = 15_000
const refresh = () => {
  if (!tables() || saving || isRefreshing || document.hidden || fields().some(isChanged)) return
  const state = encodeURIComponent(tables().dataset.state)
  isRefreshing = true
  const place = { source: '#tables', target: '#tables', swap: 'outerHTML' }
  const asked = htmx.ajax('GET', `/chat/table?state=${state}`, place)
  void asked
    .catch(() => {})
    .finally(() => {
      isRefreshing = false
      saveSoon()
    })
}
const listen = () => {
  const stream = new EventSource('/chat/events')
  stream.addEventListener('wake', refresh)
  addEventListener('pagehide', () => stream.close(), { once: true })
}
// The chat listens already, and is told first.
if (isBesideChat)
  document.body.addEventListener('htmx:afterSettle', ({ detail }) => detail.target?.id === 'log' && refresh())
else listen()
setInterval(refresh, everyMs)
document.addEventListener('visibilitychange', refresh)

// The same id twice is the same figure: one that is under way may be cut off here.
addEventListener('pagehide', () => {
  for (const { form } of fields().filter(isChanged)) navigator.sendBeacon('/chat/table', new FormData(form))
})
/** A browser sends so many bytes behind a page that is gone (Fetch standard, 64 KiB for all). */
const mostBytes = 60_000
addEventListener('beforeunload', event => {
  const size = fields()
    .filter(isChanged)
    .reduce((sum, { value, defaultValue }) => sum + 3 * (value.length + defaultValue.length), 0)
  if (size > mostBytes) event.preventDefault()
})
addEventListener('pageshow', event => {
  if (event.persisted && !isBesideChat) listen()
})
