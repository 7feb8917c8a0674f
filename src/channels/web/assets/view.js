// The part of the conversation in sight: the top of the first new message, or a button that leads there.

import { byId } from './page.js'

const main = document.querySelector('main')
const newer = byId('newer')
const list = () => [...byId('log').querySelectorAll('li[id]')]

/** The last thing that was done here wants to see what comes of it. */
let isWaiting = false
export const expectNews = () => {
  isWaiting = true
}

export const isAtEnd = () => main.scrollTop + main.clientHeight > main.scrollHeight - 48

/** A message as the browser draws it: what stands in it, without the day above. */
export const seenNow = () => new Map(list().map(item => [item.id, item.innerText]))

/**
 * `before` is what was seen: the first answer that is new, else one's own words, else the last message that reads
 * otherwise, is shown from its top.
 */
export const showNews = (before, follows) => {
  const items = list()
  const added = items.filter(item => !before.has(item.id))
  const target =
    added.find(item => item.classList.contains('bot')) ??
    added[0] ??
    items.findLast(item => before.get(item.id) !== item.innerText)
  if (!target) return
  if (isWaiting || follows) {
    isWaiting = false
    return toTop(target)
  }
  newer.hidden = false
  newer.onclick = () => toTop(target)
}

const toTop = item => {
  newer.hidden = true
  item.scrollIntoView({ block: 'start' })
}

/** At first the last message is shown, from its top. */
export const showLast = () => list().at(-1)?.scrollIntoView({ block: 'start' })
export const showEnd = () => main.scrollTo(0, main.scrollHeight)

/** The last message stays at its top or at its end while the place for messages changes; null where one reads further up. */
let anchor = showLast
const anchorNow = () => {
  const last = list().at(-1)
  if (last && last.getBoundingClientRect().top >= main.getBoundingClientRect().top) return showLast
  return isAtEnd() ? showEnd : null
}
main.addEventListener('scroll', () => {
  anchor = anchorNow()
  if (isAtEnd()) newer.hidden = true
})

// A keyboard that lies over the page (iOS) leaves this height.
const fit = () => document.documentElement.style.setProperty('--height', `${visualViewport.height}px`)
visualViewport?.addEventListener('resize', fit)

// A keyboard, a field that grows and choices that come take from the messages: the last one stays in sight.
new ResizeObserver(() => anchor?.()).observe(main)
