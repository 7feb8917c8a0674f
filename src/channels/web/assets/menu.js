// Menus of the bar: another click, Escape, or a choice in it closes an open one.

const open = () => document.querySelectorAll('details.menu[open]')

document.addEventListener('click', ({ target }) => {
  for (const menu of open())
    if (!menu.contains(target) || target.closest('.item')) menu.removeAttribute('open')
})

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  for (const menu of open()) {
    menu.removeAttribute('open')
    menu.querySelector('summary').focus()
  }
})
