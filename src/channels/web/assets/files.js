// Files: chosen by the paper clip or dropped anywhere. Each is a bubble with its name, its size and how much of it is
// sent; one that failed says why and can be sent again.

import { refresh } from './news.js'
import { byId, newId, say } from './page.js'
import { expectNews, showEnd } from './view.js'

const form = byId('files')
const chooser = byId('file')
const uploads = byId('uploads')
const { largest, tooLarge, failed } = form.dataset

const sizeOf = ({ size }) =>
  size < 100_000 ? `${Math.max(1, Math.round(size / 1000))} KB` : `${(size / 1_000_000).toFixed(1)} MB`

const bubbleOf = file => {
  const item = byId('upload').content.firstElementChild.cloneNode(true)
  item.querySelector('.title').textContent = file.name
  item.querySelector('.size').textContent = sizeOf(file)
  item.querySelector('progress').setAttribute('aria-label', file.name)
  item.querySelector('.drop').addEventListener('click', () => item.remove())
  uploads.append(item)
  showEnd()
  return item
}

const fail = (item, file, id, sentence, mayRepeat) => {
  item.querySelector('progress').hidden = true
  item.querySelector('.why').textContent = sentence
  const again = item.querySelector('.again')
  item.querySelector('.ways').hidden = false
  again.hidden = !mayRepeat
  again.onclick = () => {
    item.remove()
    send(file, id)
  }
  showEnd()
}

/** The same id twice is the same file: one whose answer was lost is not read twice. */
const send = (file, id = newId()) => {
  const item = bubbleOf(file)
  if (file.size > Number(largest)) return fail(item, file, id, tooLarge, false)
  const body = new FormData()
  body.append('id', id)
  body.append('file', file)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.setRequestHeader('accept', 'application/json')
  request.responseType = 'json'
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    item.querySelector('progress').max = total
    item.querySelector('progress').value = loaded
  })
  // All of it is sent, and is being read: the bar runs by itself.
  request.upload.addEventListener('load', () => item.querySelector('progress').removeAttribute('value'))
  request.addEventListener('load', async () => {
    const told = request.response ?? {}
    if (request.status === 401) return location.reload()
    if (request.status !== 200) return fail(item, file, id, told.error ?? failed, request.status >= 429)
    expectNews()
    await refresh()
    item.remove()
    say('saved', told.notice ?? undefined)
  })
  request.addEventListener('error', () => fail(item, file, id, failed, true))
  request.send(body)
}

chooser.addEventListener('change', () => {
  for (const file of chooser.files) send(file)
  chooser.value = ''
})

const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files')
const mark = isOver => document.body.classList.toggle('dropping', isOver)

document.addEventListener('dragover', event => {
  if (!holdsFiles(event)) return
  event.preventDefault()
  mark(true)
})
document.addEventListener('dragleave', event => {
  if (event.relatedTarget === null) mark(false)
})
document.addEventListener('drop', event => {
  if (!holdsFiles(event)) return
  event.preventDefault()
  mark(false)
  for (const file of event.dataTransfer.files) send(file)
})
