// The sheet under hands: it is walked by keys, cells of a spreadsheet are pasted into it, and beside the chat what is
// clicked becomes the question.

import { fieldBelow, fieldBeside, isBesideChat, isChanged, isField, newId, sheet } from './sheet-fields.js'
import { pasteBlock, takeBack } from './sheet-saving.js'

const restore = field => {
  field.value = field.defaultValue
  field.select()
}

const goTo = field => {
  field.focus()
  if (field.tagName === 'INPUT') field.select()
}

document.addEventListener('keydown', event => {
  const field = event.target
  if (!isField(field) || event.isComposing || event.altKey) return
  const isCell = field.tagName === 'INPUT'
  if (event.key === 'Escape') {
    if (!isChanged(field)) return
    event.preventDefault()
    return restore(field)
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
    if (isChanged(field)) {
      if (isCell) {
        event.preventDefault()
        restore(field)
      }
      return
    }
    event.preventDefault()
    return void takeBack()
  }
  if (event.ctrlKey || event.metaKey || !isCell) return
  const next = nextBy(event, field)
  if (next === undefined) return
  event.preventDefault()
  if (next) goTo(next)
  else if (event.key === 'Enter') field.form.requestSubmit()
})

/** Undefined for a key that is not of the sheet; left and right move only from an end of the words. */
const nextBy = ({ key, shiftKey }, field) => {
  const { selectionStart: from, selectionEnd: to, value } = field
  const isWhole = from === 0 && to === value.length
  if (key === 'Enter') return fieldBelow(field, shiftKey ? -1 : 1)
  if (shiftKey) return undefined
  if (key === 'ArrowDown') return fieldBelow(field, 1)
  if (key === 'ArrowUp') return fieldBelow(field, -1)
  if (key === 'ArrowRight' && (isWhole || from === value.length)) return fieldBeside(field, 1)
  if (key === 'ArrowLeft' && (isWhole || to === 0)) return fieldBeside(field, -1)
  return undefined
}

// Several cells at once; one cell alone is pasted as words are.
document.addEventListener('paste', event => {
  const field = event.target
  if (!isField(field) || field.tagName !== 'INPUT') return
  const text = event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, '')
  if (!/[\t\r\n]/.test(text)) return
  event.preventDefault()
  restore(field)
  void pasteBlock(field.form.elements.cell.value, text)
})

// The whole frame of a table comes into sight, its heads with it, and then the field in the frame; under a finger or a
// mouse only once it is lifted, or another place would be clicked.
let isPressed = false
const bringIntoSight = field => {
  const frame = field.closest('.table')
  if (!frame) return
  frame.scrollIntoView({ block: 'nearest' })
  field.closest('td').scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
sheet.addEventListener('pointerdown', () => {
  isPressed = true
})
for (const end of ['pointerup', 'pointercancel'])
  addEventListener(end, () => {
    isPressed = false
  })
sheet.addEventListener('focusin', ({ target }) => {
  if (isField(target) && !isPressed) bringIntoSight(target)
})
sheet.addEventListener('click', ({ target }) => {
  if (!isField(target)) return
  bringIntoSight(target)
  if (!isBesideChat || target.closest('.asked')) return
  const body = new URLSearchParams({ id: newId(), cell: target.form.elements.cell.value })
  void fetch('/chat/table/question', { method: 'POST', headers: { 'hx-request': 'true' }, body })
})
