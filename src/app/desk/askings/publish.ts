// Records where reports are published: one line or many, each with a unit and an address.

import { readPublications } from '../../../intake/publications.ts'
import { plain } from '../../conversation/compose/view.ts'
import { publicationWords } from '../../filing/publication-words.ts'
import { publishMany } from '../../filing/publish-many.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { readCollected } from '../standings-now.ts'

/** Each line is an act of its own; the same message again finds them done and records the same. */
export const publish: Asking = async (deps, asker, { text }) => {
  const { words, environment, deliver, conversations } = deps
  const read = await readCollected(deps, asker)
  if (!read) return { lines: [plain(words.desk('progress.none'))], choices: ways(words, 'units') }
  const rows = (text ?? '').split('\n').map((line, n) => ({ line: n + 1, text: line }))
  const lines = readPublications(rows)
  const pending = { asking: 'publish', args: [], question: words.desk('publish.what') } as const
  if (lines.length === 0) return { lines: [], pending }
  if (lines.length > mostLines)
    return { lines: [plain(words.desk('publish.too-many', { most: mostLines }))], pending }
  const acting = {
    ...deps,
    conversations: { othersAt: conversations.othersAt, commit: deliver.commit },
  }
  const today = environment.dateOf(asker.caller.at)
  const outcome = await publishMany(acting, asker.caller, read.campaign, lines, today)
  return {
    lines: publicationWords(words, outcome).map(plain),
    choices: ways(words, 'published', 'progress'),
    ...(outcome.problems.length > 0 && { pending }),
  }
}

/** Of one message: each is an act of its own. */
const mostLines = 20
