// The chat in the browser: a message is kept until it is acknowledged, and news is fetched when the stream says so.
// It puts no message together itself; the server does.
;(() => {
  const { htmx } = window
  const byId = id => document.getElementById(id)
  const log = byId('log')
  const pending = byId('pending')
  const status = byId('status')
  const composer = byId('composer')
  const text = byId('text')
  const editing = byId('editing')
  if (!htmx || !log || !composer) return
  document.documentElement.classList.add('scripted')

  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(12))
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  }
  const atEnd = () => innerHeight + scrollY > document.documentElement.scrollHeight - 160
  const toEnd = () => scrollTo(0, document.documentElement.scrollHeight)
  const say = words => {
    if (status.textContent !== words) status.textContent = words
  }

  // Messages that are not acknowledged yet, in their order. They outlive a reload, and only their own person on their
  // own filing sends them.
  const storageKey = `nianbao.unsent.${composer.dataset.owner}`
  const kept = () => {
    try {
      return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    } catch {
      return []
    }
  }
  let queue = kept()
  const keep = () => {
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(queue))
    } catch {
      // A full or forbidden storage costs only what a reload would lose.
    }
  }
  const showPending = () => {
    pending.replaceChildren(
      ...queue
        .filter(({ body }) => body.text !== undefined && body.edit === undefined)
        .map(({ body }) => {
          const item = document.createElement('li')
          item.className = 'own pending'
          const words = document.createElement('div')
          words.className = 'words'
          words.textContent = body.text
          item.append(words)
          return item
        }),
    )
  }

  // News: one request at a time, each asking for what follows the one before.
  let fetching = null
  let wanted = false
  const pause = ms => new Promise(resolve => setTimeout(resolve, ms))
  /** Whether it is worth asking again: the network or the server failed. */
  const fetchNews = async () => {
    const stays = atEnd()
    const { after } = byId('asked').dataset
    let failed = false
    const noteFailure = event => {
      const { status } = event.detail.xhr
      failed = status === 0 || status >= 500
    }
    document.body.addEventListener('htmx:sendError', noteFailure)
    document.body.addEventListener('htmx:responseError', noteFailure)
    // It rejects when the network fails, which the event has told.
    await htmx.ajax('GET', `/chat/news?after=${after}`, { target: '#log', swap: 'beforeend' }).catch(() => {})
    document.body.removeEventListener('htmx:sendError', noteFailure)
    document.body.removeEventListener('htmx:responseError', noteFailure)
    heed()
    if (stays) toEnd()
    return failed
  }
  const refresh = () => {
    if (fetching) {
      wanted = true
      return fetching
    }
    fetching = (async () => {
      do {
        wanted = false
        // The stream does not wake twice for the same news.
        while (await fetchNews()) {
          say(status.dataset.waiting)
          await pause(1500)
        }
      } while (wanted)
      fetching = null
    })()
    return fetching
  }

  let sending = false
  const pump = async () => {
    if (sending) return
    sending = true
    let wait = 1000
    while (queue.length > 0) {
      const [first] = queue
      let answer = null
      try {
        answer = await fetch('/chat/messages', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(first.body),
        })
      } catch {
        answer = null
      }
      if (answer?.status === 401) return location.reload()
      if (!answer || answer.status >= 500 || answer.status === 429) {
        say(status.dataset.waiting)
        await pause(Math.max(wait, 1000 * Number(answer?.headers.get('retry-after') ?? 0)))
        wait = Math.min(wait * 2, 15_000)
        continue
      }
      wait = 1000
      const told = await answer.json().catch(() => ({}))
      queue = queue.slice(1)
      keep()
      await refresh()
      showPending()
      // Refused words go back to where they were typed.
      if (!answer.ok && first.body.text !== undefined) {
        text.value = [first.body.text, text.value].filter(words => words !== '').join('\n')
        grow()
      }
      say(told.notice ?? told.error ?? '')
    }
    sending = false
  }
  const post = body => {
    queue = [...queue, { body: { id: newId(), ...body } }]
    keep()
    showPending()
    toEnd()
    say(status.dataset.sending)
    void pump()
  }
  const underNow = () => byId('asked').dataset.under || null

  // The field takes the shape of the question.
  const grow = () => {
    text.style.height = 'auto'
    text.style.height = `${text.scrollHeight + 2}px`
  }
  const heed = () => {
    const { inputmode, placeholder } = byId('asked').dataset
    if (edited) return
    if (text.inputMode !== inputmode) text.inputMode = inputmode
    text.placeholder = placeholder
  }

  let edited = null
  const stopEditing = () => {
    edited = null
    editing.hidden = true
    text.value = ''
    grow()
    heed()
    text.focus()
  }
  editing.querySelector('button').addEventListener('click', stopEditing)

  const fromComposer = () => {
    const words = text.value.trim()
    if (words === '') return
    post(edited ? { edit: edited, text: words } : { text: words, under: underNow() })
    if (edited) stopEditing()
    text.value = ''
    grow()
    text.focus({ preventScroll: true })
  }

  document.addEventListener('submit', event => {
    const form = event.target
    if (form.getAttribute('action') !== '/chat/say') return
    event.preventDefault()
    if (form === composer) return fromComposer()
    const pressed = event.submitter
    if (!pressed) return
    if (pressed.name === 'text') return post({ text: pressed.value, under: underNow() })
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true')
    if (form.dataset.taken) return
    form.dataset.taken = 'yes'
    pressed.classList.add('pressed')
    post({ card: form.elements.card.value, number: Number(pressed.value) })
    text.focus({ preventScroll: true })
  })

  document.addEventListener('click', event => {
    const button = event.target.closest('button')
    if (!button) return
    if (button.dataset.edit) {
      edited = button.dataset.edit
      editing.hidden = false
      text.inputMode = 'text'
      text.value = button.closest('li').querySelector('.words').innerText.trim()
      grow()
      text.focus()
    }
    if (button.dataset.unit) {
      text.setRangeText(button.dataset.unit, text.selectionStart, text.selectionEnd, 'end')
      text.focus()
    }
  })

  const isCoarse = matchMedia('(pointer: coarse)').matches
  text.addEventListener('input', grow)
  text.addEventListener('keydown', event => {
    if (event.key === 'Escape' && edited) stopEditing()
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    // On a phone a text has paragraphs: there only the button sends it.
    if (isCoarse && text.inputMode === 'text') return
    event.preventDefault()
    fromComposer()
  })

  // The stream only wakes; the browser opens it again by itself unless it was refused.
  let stream = null
  const listen = () => {
    stream = new EventSource('/chat/events')
    stream.addEventListener('wake', event => {
      if (queue.length === 0) say('')
      if (event.data !== byId('asked').dataset.stamp) void refresh()
      void pump()
    })
    stream.addEventListener('error', () => {
      say(status.dataset.disconnected)
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000)
    })
  }
  addEventListener('online', () => {
    void refresh()
    void pump()
  })
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refresh()
  })
  addEventListener('pagehide', () => stream?.close())
  addEventListener('pageshow', event => {
    if (event.persisted) listen()
  })

  showPending()
  heed()
  listen()
  if (!new URLSearchParams(location.search).has('before')) toEnd()
  if (queue.length > 0) void pump()
  if (!isCoarse) text.focus({ preventScroll: true })
})()
