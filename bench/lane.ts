// One subject under way: its local Bot API, its server, and people who talk to it one update at a time per chat.
// As at Telegram, the next update of a chat waits for the webhook's 2xx; here it waits for the reply as well.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { openBotApi, type Sent } from './bot-api.ts'
import type { Reply, Said, Server, Subject, Talk, Usage } from './subject.ts'
import { updateOf } from './update.ts'

const REPLY_MS = 30_000
const DATA = fileURLToPath(new URL('./data/', import.meta.url))

type Waiting = {
  resolve(reply: Reply): void
  reject(error: Error): void
  tap: boolean
  since: number
  left: number
}

export type Conversation = { readonly chat: number; readonly talk: Talk; answered: number; latest: Reply }

export type Lane = {
  readonly subject: Subject
  readonly pid: number
  usage(): Promise<Usage>
  /** Updates posted and messages sent so far: one message per update is what is expected. */
  readonly counts: { updates: number; messages: number }
  begin(chat: number): Promise<Conversation>
  stop(): Promise<void>
}

export async function openLane(subject: Subject, people: number, questions: number): Promise<Lane> {
  const waiting = new Map<number, Waiting>()
  const counts = { updates: 0, messages: 0 }
  const api = await openBotApi(sent => {
    if (!sent.edits) counts.messages++
    settle(waiting, sent)
  })
  mkdirSync(DATA, { recursive: true })
  const folder = mkdtempSync(`${DATA}${subject.name}-`)
  let server: Server | undefined
  const agent = new Agent({ keepAlive: true, maxSockets: 128, maxFreeSockets: 128 })
  const watch = setInterval(() => expire(waiting), 1_000)
  const erase = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', erase)
  const stop = async () => {
    clearInterval(watch)
    agent.destroy()
    await server?.stop()
    await api.stop()
    erase()
    process.off('exit', erase)
  }
  try {
    server = await subject.start({ apiRoot: api.root, folder, people, questions })
  } catch (error) {
    await stop()
    throw error
  }
  const { url, secret, pid, usage } = server
  const headers = {
    'content-type': 'application/json',
    ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
  }
  const talkIn =
    (chat: number): Talk =>
    async (said, messages = 1) => {
      if (waiting.has(chat)) throw new Error(`chat ${chat} spoke before its reply had arrived`)
      const reply = new Promise<Reply>((resolve, reject) => {
        waiting.set(chat, { resolve, reject, tap: 'tap' in said, since: Date.now(), left: messages })
      })
      const posted = post(url, agent, headers, updateOf(chat, ++counts.updates, said))
      try {
        const [latest] = await Promise.all([reply, posted])
        return latest
      } finally {
        waiting.delete(chat)
      }
    }
  const begin = async (chat: number) => {
    if (chat > people) throw new Error(`${subject.name}: chat ${chat} of only ${people}`)
    const talk = talkIn(chat)
    return { chat, talk, answered: 0, latest: await subject.open(talk, chat) }
  }
  return { subject, pid, usage, counts, begin, stop }
}

/** Gives the next `count` answers of a conversation, each after the reply to the one before. */
export async function answer(lane: Lane, conversation: Conversation, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const said: Said = lane.subject.answer(conversation.answered, conversation.latest, conversation.chat)
    conversation.latest = await conversation.talk(said)
    conversation.answered++
  }
}

function settle(waiting: Map<number, Waiting>, sent: Sent): void {
  const pending = waiting.get(sent.chat)
  if (pending === undefined || (sent.edits && !pending.tap)) return
  if (--pending.left === 0) pending.resolve(sent)
}

function expire(waiting: Map<number, Waiting>): void {
  const oldest = Date.now() - REPLY_MS
  for (const [chat, { since, reject }] of waiting)
    if (since < oldest) reject(new Error(`chat ${chat}: no reply within ${REPLY_MS} ms`))
}

function post(url: string, agent: Agent, headers: Record<string, string>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body)
    const options = { method: 'POST', agent, headers: { ...headers, 'content-length': length } }
    const sending = request(url, options, response => {
      const status = response.statusCode ?? 0
      response.resume()
      response.on('end', () =>
        status >= 200 && status < 300 ? resolve() : reject(new Error(`the webhook answered ${status}`)),
      )
      response.on('error', reject)
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
