// A browser without a screen: it keeps the cookie, says where its requests come from, and reads the same list that
// programs read. It must not know more of the bot than what stands there.

import { fold } from './read-list.ts'

export type Fetch = (path: string, init?: RequestInit) => Promise<Response> | Response

export type Message = {
  readonly seq: number
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly choices: readonly { readonly number: number; readonly label: string }[]
  readonly card: string | null
  readonly cells: readonly string[]
  readonly input: { readonly type: string } | null
  readonly file: { readonly name: string; readonly url: string } | null
  readonly edits: number | null
}

export type Posted = { readonly repeat: boolean; readonly notice: string | null }

export const openBrowser = (send: Fetch, origin: () => string) => {
  const jar = new Map<string, string>()
  let posts = 0
  const request: Fetch = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    if (jar.size > 0 && !headers.has('cookie'))
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', origin())
    const answer = await send(path, { redirect: 'manual', ...init, headers })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const form = (path: string, fields: Record<string, string> = {}) =>
    request(path, { method: 'POST', body: new URLSearchParams(fields) })
  const json = (body: unknown) =>
    request('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const all = async (after = 0): Promise<readonly Message[]> => {
    const found: Message[] = []
    for (;;) {
      const answer = await request(`/chat/messages?after=${found.at(-1)?.seq ?? after}`)
      if (answer.status !== 200) throw new Error(`the list is refused: ${answer.status}`)
      const more = (await answer.json()) as Message[]
      found.push(...more)
      if (more.length === 0) return found
    }
  }
  const newId = () => {
    posts += 1
    return `post-${posts}`
  }
  const post = async (body: object): Promise<Posted> => {
    const answer = await json({ id: newId(), ...body })
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Posted
  }
  /** The question in hand. */
  const asked = async (): Promise<Message> => {
    const last = (await all()).findLast(message => message.kind === 'ask')
    if (!last) throw new Error('nothing is asked')
    return last
  }
  return {
    request,
    form,
    json,
    all,
    asked,
    /** The session's cookie; empty when there is none. */
    cookie: () => {
      const held = [...jar].find(([name]) => name.endsWith('nianbao_session'))
      return held ? held.join('=') : ''
    },
    /** Without any cookie, as a restart of a private window is. */
    forget: () => jar.clear(),
    jar,
    enter: (code: string, name: string) => form(`/chat/enter/${code}`, { name }),
    say: (text: string, more: object = {}) => post({ text, ...more }),
    edit: (id: string, text: string) => post({ edit: id, text }),
    choose: (card: string, number: number) => post({ card, number }),
    /** Taps the first button of the question in hand whose label begins so. */
    tap: async (label: string): Promise<Posted> => {
      const { choices, card } = await asked()
      const choice = choices.find(each => each.label.startsWith(label))
      if (!choice) throw new Error(`no ${label} among ${choices.map(each => each.label)}`)
      return card === null ? post({ text: choice.label }) : post({ card, number: choice.number })
    },
    /** The words on the screen, as a reader of the list puts them together. */
    screen: async () => fold(await all()),
  }
}

export type Browser = ReturnType<typeof openBrowser>
