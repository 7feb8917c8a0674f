// The chat in the browser: words and taps are posted, and news is fetched when the stream says so. It puts no message
// together itself; the server does.

import { choose } from './choices.js'
import { editedNow, fill, focusIfAsked, heed, restore, stopEditing, text } from './field.js'
import { listen, refresh } from './news.js'
import { byId, calm, isCoarse, underNow } from './page.js'
import { isEmpty, post, pump, showPending } from './unsent.js'
import { showLast } from './view.js'

document.documentElement.classList.add('scripted')
const composer = byId('composer')

const fromComposer = () => {
  const words = text.value.trim()
  if (words === '') return
  const edited = editedNow()
  post(edited ? { ...edited, text: words } : { text: words, under: underNow() })
  if (edited) return stopEditing()
  fill('')
  focusIfAsked()
}

document.addEventListener('submit', event => {
  const form = event.target
  if (form.getAttribute('action') !== '/chat/say') return
  event.preventDefault()
  if (form === composer) fromComposer()
  else if (event.submitter) choose(form, event.submitter)
})

text.addEventListener('keydown', event => {
  if (event.key === 'Escape' && editedNow()) stopEditing()
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  // On a phone a text has paragraphs: there only the button sends it.
  if (isCoarse && text.inputMode === 'text') return
  event.preventDefault()
  fromComposer()
})

addEventListener('online', () => {
  void refresh()
  void pump()
})
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void refresh()
})
const onWake = () => {
  if (isEmpty()) calm()
  void pump()
}
addEventListener('pageshow', event => {
  if (event.persisted) listen(onWake)
})

showPending()
heed()
restore()
listen(onWake)
if (!new URLSearchParams(location.search).has('before')) showLast()
void pump()
focusIfAsked()
