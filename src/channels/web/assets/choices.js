// The choices of the question: taps, the keys beside a keypad, the filter of a long list, and the way by arrow keys.

import { fill, insert, openEditing, text } from './field.js'
import { asked, underNow } from './page.js'
import { post } from './unsent.js'

/** A form of the page was sent by one of its buttons. */
export const choose = (form, pressed) => {
  if (pressed.name === 'text') return post({ text: pressed.value, under: underNow() })
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true')
  if (form.dataset.taken) return
  form.dataset.taken = 'yes'
  pressed.classList.add('pressed')
  post({ card: form.elements.card.value, number: Number(pressed.value) })
}

const openWhole = cell => {
  const shown = asked().querySelector('template').content.textContent
  openEditing({ cell, shown }, shown)
}

const keyboard = mode => {
  text.blur()
  text.inputMode = mode
  text.focus()
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('button')
  if (!button) return
  const { edit, unit, note, keyboard: mode, post: words, whole } = button.dataset
  if (edit) openEditing({ edit }, button.closest('li').querySelector('.words').innerText.trim())
  if (whole) openWhole(whole)
  if (unit) unitPressed(unit)
  if (note) {
    keyboard('text')
    insert(note, 1)
  }
  if (mode) keyboard(mode)
  if (words) post({ text: words, under: underNow() })
})

/** A number that stands there already is whole with its unit. */
const unitPressed = unit => {
  if (!/\d$/.test(text.value.trim())) return insert(unit)
  post({ text: text.value.trim() + unit, under: underNow() })
  fill('')
}

document.addEventListener('input', ({ target }) => {
  if (target.id !== 'filter') return
  const wanted = target.value.trim()
  for (const button of asked().querySelectorAll('.listed button'))
    button.hidden = !button.textContent.includes(wanted)
  for (const group of asked().querySelectorAll('.group'))
    group.hidden = !group.querySelector('button:not([hidden])')
})

/** Arrow keys walk through the choices, from an empty field and from nowhere to the first; other keys go to the field. */
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const here = document.activeElement
  const isNowhere = here === document.body
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (!step) {
    if (isNowhere && event.key.length === 1 && event.key !== ' ') text.focus()
    return
  }
  const buttons = [...asked().querySelectorAll('button')].filter(button => button.checkVisibility())
  const place = buttons.indexOf(here)
  const comesIn = isNowhere || (here === text && text.value === '' && event.key === 'ArrowUp')
  if (place < 0 && !comesIn) return
  event.preventDefault()
  const next = place < 0 ? buttons[0] : (buttons[place + step] ?? (step > 0 ? text : null))
  next?.focus()
})
