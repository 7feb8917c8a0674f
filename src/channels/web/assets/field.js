// The field: it takes the shape of the question, grows with its words, keeps them on the device until they are sent, and
// takes an earlier message to be changed.

import { asked, byId, isCoarse, keep, keyOf } from './page.js'

export const text = byId('text')
const editing = byId('editing')
const draft = keyOf('draft')
const changing = keyOf('changing')

/** An earlier message by its id, or a whole text by its key with how it read; null while something new is written. */
let edited = null
export const editedNow = () => edited

export const grow = () => {
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight + 2}px`
}

const keepDraft = () =>
  edited ? keep(changing, JSON.stringify({ edited, words: text.value })) : keep(draft, text.value)

export const fill = words => {
  text.value = words
  grow()
  keepDraft()
}

/** Puts words where the caret is; `back` moves it so many signs back. */
export const insert = (words, back = 0) => {
  text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end')
  const caret = text.selectionEnd - back
  text.setSelectionRange(caret, caret)
  grow()
  keepDraft()
  text.focus()
}

/** Refused words stand before whatever was typed since; those that change something change it still. */
export const giveBack = ({ text: words, edit, cell, shown }) => {
  if (edit) return startEditing({ edit }, words)
  if (cell) return startEditing({ cell, shown }, words)
  fill([words, text.value].filter(each => each !== '').join('\n'))
}

export const heed = () => {
  if (edited) return
  const { inputmode, placeholder } = asked().dataset
  if (text.inputMode !== inputmode) text.inputMode = inputmode
  text.placeholder = placeholder
}

/** Where something is to be typed; on a phone the keyboard comes only when it is called. */
export const focusIfAsked = () => {
  if (byId('sheet')?.contains(document.activeElement)) return
  if (!isCoarse && asked().dataset.typed) text.focus({ preventScroll: true })
}

export const startEditing = (what, words) => {
  edited = what
  editing.hidden = false
  text.inputMode = 'text'
  text.value = words
  grow()
  keepDraft()
}

/** The same where somebody asked for it: the caret stands behind the last word. */
export const openEditing = (what, words) => {
  startEditing(what, words)
  text.focus()
  text.setSelectionRange(words.length, words.length)
}

export const stopEditing = () => {
  edited = null
  editing.hidden = true
  keep(changing, '')
  heed()
  fill(kept(draft))
  text.focus({ preventScroll: true })
}

const kept = key => {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

editing.querySelector('button').addEventListener('click', stopEditing)
text.addEventListener('input', () => {
  grow()
  keepDraft()
})

/** Words that the browser itself put back after a reload are newer. */
export const restore = () => {
  const change = kept(changing)
  if (change !== '') {
    const { edited, words } = JSON.parse(change)
    return startEditing(edited, words)
  }
  if (text.value === '') fill(kept(draft))
  else grow()
}
