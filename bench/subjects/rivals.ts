// The rivals as subjects. Their answers check that the bot still knows where it is in the form.

import { launch } from '../launch.ts'
import { question } from '../rivals/questions.ts'
import type { Reply, Subject } from '../subject.ts'

const SECRET = 'bench-secret'

function rival(name: string, lacks: string, check: (k: number, latest: Reply) => boolean): Subject {
  return {
    name,
    lacks,
    async start({ apiRoot, folder, questions }) {
      const entry = new URL(`../rivals/${name}.ts`, import.meta.url)
      const server = await launch(entry, [], '/telegram', {
        API_ROOT: apiRoot,
        TOKEN: '42:bench',
        SECRET,
        DATABASE_FILE: `${folder}/state.db`,
        QUESTIONS: String(questions),
      })
      return { ...server, secret: SECRET }
    },
    open: talk => talk({ text: '/start' }),
    answer(k, latest) {
      if (!check(k, latest)) throw new Error(`${name} lost its place before answer ${k + 1}: ${latest.text}`)
      return { text: String((k * 37) % 1_000) }
    },
  }
}

const keepsPlace = (k: number, latest: Reply) => latest.text === question(k + 1)

const isFirst = (_: number, latest: Reply) => latest.text === question(1)

export const baseline = rival(
  'baseline',
  'stores nothing, knows no place, checks nothing, answers a repeat again',
  isFirst,
)
export const durable = rival(
  'telegraf-insert',
  'stores the words and nothing else: no place, no checks, no audit, no outbox, a repeat is stored and answered twice',
  isFirst,
)
export const grammy = rival(
  'grammy-conversations',
  'stores its log after the reply: no checks across figures, no audit, no outbox, a kill between the two forgets or repeats',
  keepsPlace,
)
export const wizard = rival(
  'telegraf-wizard',
  'stores a session after the reply: the same, and two updates of a chat at once overwrite each other',
  keepsPlace,
)
