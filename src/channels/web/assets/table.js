// The tables in the browser: leaving a cell saves it, one cell at a time. What is being typed elsewhere outlives the
// new tables that the server sends; it puts no cell together itself.
;(() => {
  const { htmx } = window
  const status = document.getElementById('status')
  const tables = () => document.getElementById('tables')
  if (!htmx || !status || !tables()) return

  const fields = () => [...tables().querySelectorAll('input[name="text"]')]
  const isChanged = field => field.value !== field.defaultValue
  const say = words => {
    if (status.textContent !== words) status.textContent = words
  }

  let saving = null
  const saveNext = () => {
    if (saving) return
    const field = fields().find(each => isChanged(each) && each !== document.activeElement)
    field?.form.requestSubmit()
  }

  // New tables never come between two keys: saving waits until the hands rest. What waits stands in its field.
  const restMs = 400
  let resting = 0
  const saveSoon = () => {
    clearTimeout(resting)
    resting = setTimeout(saveNext, restMs)
  }

  // A figure that is typed and not sent yet keeps the value of when the typing began, so that a colleague's figure
  // that came meanwhile is not written over.
  let typed = []
  let scrolled = []
  document.body.addEventListener('htmx:beforeSwap', ({ detail }) => {
    if (!detail.shouldSwap) return
    typed = fields()
      .filter(each => isChanged(each) && each.id !== saving)
      .map(({ id, value, form }) => ({ id, value, shown: form.elements.shown.value }))
    scrolled = [...tables().querySelectorAll('.table')].map(({ id, scrollLeft }) => ({ id, scrollLeft }))
  })
  document.body.addEventListener('htmx:afterSwap', () => {
    for (const { id, value, shown } of typed) {
      const field = document.getElementById(id)
      if (!field) continue
      field.value = value
      field.form.elements.shown.value = shown
    }
    for (const { id, scrollLeft } of scrolled) document.getElementById(id)?.scrollTo({ left: scrollLeft })
  })

  document.body.addEventListener('htmx:beforeRequest', ({ detail }) => {
    if (detail.requestConfig.verb !== 'post') return
    saving = detail.elt.elements.text.id
    say(status.dataset.saving)
  })
  // One that is dropped because another is under way goes out behind it.
  document.body.addEventListener('htmx:afterRequest', ({ detail }) => {
    if (detail.xhr?.status === 401) return location.reload()
    if (detail.requestConfig.verb !== 'post') return
    saving = null
    const isSaved = detail.successful && !tables().querySelector('.told')
    say(detail.successful ? (isSaved ? status.dataset.saved : '') : status.dataset.unsaved)
    if (detail.successful) saveSoon()
  })
  // Other words are another message, also where the answer to the first ones never came.
  document.addEventListener('input', ({ target: { form } }) => {
    const bytes = crypto.getRandomValues(new Uint8Array(12))
    form.elements.id.value = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
    if (resting) saveSoon()
  })
  document.addEventListener('focusout', saveSoon)
  addEventListener('online', saveNext)

  // Colleagues write into the same tables: the version is asked for, and the tables come only when it is another.
  const everyMs = 15_000
  const refresh = () => {
    if (saving || document.hidden || fields().some(isChanged)) return
    void htmx.ajax('GET', `/chat/table?version=${tables().dataset.version}`, {
      source: '#tables',
      target: '#tables',
      swap: 'outerHTML',
    })
  }
  let stream = new EventSource('/chat/events')
  stream.addEventListener('wake', refresh)
  setInterval(refresh, everyMs)
  document.addEventListener('visibilitychange', refresh)
  // The same id twice is the same figure: one that is under way may be cut off here.
  addEventListener('pagehide', () => {
    stream.close()
    for (const { form } of fields().filter(isChanged))
      navigator.sendBeacon('/chat/table', new URLSearchParams(new FormData(form)))
  })
  addEventListener('pageshow', event => {
    if (!event.persisted) return
    stream = new EventSource('/chat/events')
    stream.addEventListener('wake', refresh)
  })
})()
