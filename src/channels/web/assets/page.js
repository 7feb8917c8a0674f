// Small pieces that the scripts of the chat share: elements, ids, the status line.

export const byId = id => document.getElementById(id)
export const isCoarse = matchMedia('(pointer: coarse)').matches
export const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

/** The question in hand; it is another element after each news. */
export const asked = () => byId('asked')
export const underNow = () => asked().dataset.under || null

/** Whose words these are and of which filing, in the name of whatever is kept on the device. */
export const keyOf = what => `nianbao.${what}.${byId('composer').dataset.owner}`

export const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

const status = byId('status')

/** A word of the page by its name, or a sentence of the server. */
export const say = (name, sentence = status.dataset[name] ?? '') => {
  if (status.textContent === sentence) return
  status.textContent = sentence
  status.className = [status.dataset.saved, status.dataset.sending].includes(sentence) ? 'brief' : ''
}

/** The connection is there again. */
export const calm = () => {
  if ([status.dataset.waiting, status.dataset.disconnected].includes(status.textContent)) say('')
}

/** Full or forbidden storage costs only what a reload would lose. */
export const keep = (key, text) => {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {}
}
