// A person with a browser: comes in by a link, keeps what was not acknowledged and sends it again, reads the same list
// as the page. A tap that gave no answer is done again, as people do.

import { fieldsOf } from '../channels/web/read-table.ts'
import type { Chances } from './chances.ts'
import type { Act, Step } from './plan.ts'
import type { Said } from './said.ts'
import type { Scheduler } from './scheduler.ts'
import type { Spoken } from './spoken.ts'

type Message = {
  readonly seq: number
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly choices: readonly { readonly number: number; readonly label: string }[]
  readonly card: string | null
  readonly cells: readonly string[]
}

export type Browser = {
  readonly act: (step: Step) => void
  readonly askForContents: () => void
  readonly said: readonly Said[]
  /** Whether somebody tapped a good link here. */
  readonly wasInvited: () => boolean
  readonly isIn: () => boolean
  /** Sentences of refusals: what was asked for, and with which status. */
  readonly refusals: readonly string[]
  /** Reads the list to its end. */
  readonly look: () => Promise<void>
  readonly list: () => readonly Message[]
  readonly unsent: () => number
  /** Values of cookies: nobody else may see them. */
  readonly secrets: ReadonlySet<string>
  /** The page of the chat as it is now: its status and HTML. */
  readonly page: (path: string) => Promise<{ readonly status: number; readonly text: string }>
}

/** A message of the chat is JSON, all else a form. */
const requestOf = ({ path, id, fields }: Post): RequestInit => {
  if (path === '/chat/messages')
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, ...fields }),
    }
  const form = new FormData()
  form.set('id', id)
  for (const [key, value] of Object.entries(fields))
    if (value instanceof File) form.set(key, value)
    else form.set(key, String(value))
  return { method: 'POST', headers: { accept: 'application/json' }, body: form }
}

/** So long the same browser may take its link again; it runs out after ten minutes. */
const takenAgainMs = 9 * 60_000

/** So long the tables' page is looked at before something is typed into it. */
const longestLookMs = 20_000

type Parts = {
  readonly name: string
  readonly who: number
  readonly scheduler: Scheduler
  readonly chance: Chances
  readonly spoken: Spoken
  readonly link: string
  /** The wall: epoch milliseconds. */
  readonly now: () => number
  /** How often a request or its answer is lost. */
  readonly losses: () => number
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
}

type Post = {
  readonly path: string
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly words: string
}

export const createBrowser = ({
  name,
  who,
  scheduler,
  chance,
  spoken,
  link,
  now,
  losses,
  fetch,
}: Parts): Browser => {
  const { after, elapsed } = scheduler
  const cookies = new Map<string, string>()
  const said: Said[] = []
  const refusals: string[] = []
  const secrets = new Set<string>()
  const list: Message[] = []
  let invited = false
  /** The session has ended; only the link helps. */
  let isOut = false
  let posts = 0
  let unsent = 0
  let last: Promise<void> = Promise.resolve()

  const pause = (ms: number) => new Promise<void>(resolve => after(ms, `${name} waits`, () => resolve()))
  const isIn = () => cookies.has('nianbao_session') && !isOut

  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([key, value]) => `${key}=${value}`).join('; '))
    if (init.method === 'POST') headers.set('origin', 'http://nianbao.test')
    await pause(1 + chance(`way ${name}`) * 150)
    if (chance(`lost ${name}`) < losses() / 2) throw new Error('lost on the way')
    const answer = await fetch(path, { ...init, headers })
    scheduler.note(`${name} ${init.method ?? 'GET'} ${path.replace(/enter\/.*/, 'enter')} ${answer.status}`)
    await pause(1 + chance(`way ${name}`) * 150)
    if (chance(`lost ${name}`) < losses() / 2) throw new Error('the answer is lost')
    for (const set of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(set)) cookies.delete(key)
      else {
        cookies.set(key, value)
        secrets.add(value)
        if (key === 'nianbao_session') isOut = false
      }
    }
    return answer
  }

  const look = async (): Promise<void> => {
    if (!isIn()) return
    for (;;) {
      const answer = await request(`/chat/messages?after=${list.at(-1)?.seq ?? 0}`)
      if (answer.status !== 200) return
      const more = (await answer.json()) as Message[]
      // Two looks at once bring the same.
      const fresh = more.filter(({ seq }) => seq > (list.at(-1)?.seq ?? 0))
      list.push(...fresh)
      if (more.length === 0) return
    }
  }

  /** Opens the link and taps its button, and again while there is no answer. */
  const enter = async (taps: number): Promise<void> => {
    let tappedAt: number | null = null
    while (!isIn()) {
      try {
        const page = await request(link)
        if (page.status >= 500) throw new Error(`${page.status}`)
        // One that has run out, or that was good for some minutes after the first tap.
        const isOver = tappedAt === null ? page.status >= 400 : Math.abs(now() - tappedAt) > takenAgainMs
        if (isOver) {
          invited = false
          return
        }
        tappedAt ??= now()
        invited = true
        const tap = () => request(link, { method: 'POST', body: new URLSearchParams({ name: `赵${who}` }) })
        const answers = await Promise.allSettled(
          Array.from({ length: taps }, async (_, n) => {
            await pause(n * 300 * chance(`second tap ${name}`))
            return tap()
          }),
        )
        const statuses = answers.map(each => (each.status === 'fulfilled' ? each.value.status : 0))
        if (!isIn() && statuses.some(status => status >= 400 && status < 500)) {
          refusals.push(`POST /chat/enter ${statuses.join(' ')}`)
          return
        }
      } catch {
        // lost, or the server is not well
      }
      await pause(1_000 + chance(`again ${name}`) * 4_000)
    }
    await look().catch(() => {})
  }

  /** Until it is acknowledged or refused for good. */
  const deliver = async (post: Post, acknowledge: (notice: string | null) => void): Promise<void> => {
    const { path, words } = post
    for (let wait = 1_000; ; wait = Math.min(2 * wait, 15_000)) {
      const answer = await request(path, requestOf(post)).catch(() => null)
      if (answer?.status === 401 && !isOut) {
        isOut = true
        await enter(1)
        continue
      }
      if (answer && answer.status < 500) {
        const told = (await answer.json().catch(() => ({}))) as { notice?: string | null; error?: string }
        if (answer.status === 422) acknowledge('told beside the cell')
        else if (answer.status < 400) acknowledge(told.notice ?? null)
        else refusals.push(`POST ${path} ${answer.status} ${words} ${told.error}`)
        return look().catch(() => {})
      }
      await pause(wait)
    }
  }

  /** Messages go one after another, as the page's script sends them; forms each by themselves. */
  const post = (path: string, fields: Post['fields'], words: string, saw?: Said['saw']): void => {
    posts += 1
    unsent += 1
    const id = `${name}-${posts}`
    let acknowledged = false
    let notice: string | null = null
    const send = () =>
      deliver({ path, id, fields, words }, told => {
        acknowledged = true
        notice = told
      }).finally(() => {
        unsent -= 1
      })
    if (path === '/chat/messages') last = last.then(send)
    else void send()
    said.push({
      ...{ who, channel: 'web', words, at: elapsed() },
      id: () => `/${id}`,
      isAcknowledged: () => acknowledged,
      notice: () => notice,
      ...(saw && { saw }),
    })
  }

  const card = (): Message | undefined =>
    list.findLast(({ card, choices }) => card !== null && choices.length > 0)
  const say = (text: string): void =>
    post('/chat/messages', { text, under: list.findLast(({ kind }) => kind === 'ask')?.id ?? null }, text)
  const tap = (message: Message | undefined, r: number): void => {
    const choice = message && at(message.choices, (r * 7) % 1)
    if (message?.card && choice)
      post('/chat/messages', { card: message.card, number: choice.number }, `[${choice.label}]`)
  }

  /** A figure into the table, so long at most after it was shown. */
  const fillCell = async (r: number, lookMs: number): Promise<void> => {
    const cell = at(spoken.cells, r) ?? ''
    const page = await request('/chat/table').catch(() => null)
    if (page?.status !== 200) return
    const { shown = '' } = fieldsOf(await page.text(), cell)
    await pause(chance(`reads ${name}`) * lookMs)
    const text = spoken.figure()
    post('/chat/table', { cell, text, shown }, text, [cell, shown])
  }

  const acts: Readonly<Record<Act, (r: number) => unknown>> = {
    begin: r => enter(r < 0.5 ? 2 : 1),
    tap: r => tap(card(), r),
    'tap-old': r =>
      tap(
        at(
          list.filter(({ card }) => card !== null),
          r,
        ),
        r,
      ),
    number: () => say(spoken.figure()),
    words: () => say(spoken.words()),
    none: r => say(r < 0.5 ? '没有' : '0'),
    edit: r => {
      const own = list.filter(({ kind }) => kind === 'said')
      const message = at(own, 1 - r * r)
      const text = spoken.figureOrWords(r)
      if (message) post('/chat/messages', { edit: message.id, text }, text)
    },
    command: r => say(at(spoken.commands, r)?.replace(/^\/.*/, '目录') ?? '目录'),
    cell: r => fillCell(r, longestLookMs),
    'cell-at-once': r => fillCell(r, 0),
    file: () => {
      const file = new File([spoken.document.slice()], '上年报告.docx')
      post('/chat/files', { file }, file.name)
    },
    sticker: () => look().catch(() => {}),
    'other-device': () => look().catch(() => {}),
    twice: r => {
      say(spoken.figure())
      if (r < 0.5) tap(card(), r)
      else say(spoken.figure())
    },
  }

  return {
    act: ({ act, r }) => {
      if (isIn() || act === 'begin') acts[act](r)
    },
    askForContents: () => say('目录'),
    said,
    wasInvited: () => invited,
    isIn,
    refusals,
    secrets,
    look,
    list: () => list,
    unsent: () => unsent,
    page: async path => {
      const answer = await request(path)
      return { status: answer.status, text: await answer.text() }
    },
  }
}

const at = <T>(items: readonly T[], r: number): T | undefined =>
  items[Math.min(items.length - 1, Math.floor(r * items.length))]
