// On a desk the sheet stands beside the chat. It is fetched behind the chat's first paint, and not at all on a phone.

const wide = matchMedia('(min-width: 75rem)')
const sheet = document.getElementById('sheet')

const bringStyle = () =>
  new Promise(resolve => {
    const style = document.createElement('link')
    style.rel = 'stylesheet'
    style.href = new URL('table.css', import.meta.url)
    style.onload = resolve
    style.onerror = resolve
    document.head.append(style)
  })

let isBrought = false
const bring = async () => {
  if (!wide.matches || isBrought) return
  isBrought = true
  const answer = await fetch('/chat/table', { headers: { 'hx-request': 'true' } }).catch(() => null)
  isBrought = answer?.ok === true
  if (!isBrought) return
  // Nothing moves under a hand: look and script are there before the sheet is.
  const [page] = await Promise.all([answer.text(), import('./table.js'), bringStyle()])
  sheet.innerHTML = page
  window.htmx.process(sheet)
  sheet.querySelector('.asked')?.scrollIntoView({ block: 'center', inline: 'center' })
}

void bring()
wide.addEventListener('change', () => void bring())
