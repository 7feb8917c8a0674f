// Judges anew what is behind, a slice a turn; while there may be more, the next turn is due at once.

import { clockCommit } from '../app/clock/clock-commit.ts'
import type { Job } from '../app/clock/job.ts'
import { judgeBehind, judgedAtOnce } from '../app/filing/judge-behind.ts'

export const judge: Job['run'] = async (context, turn) => {
  const judged = await judgeBehind(context, turn.now)
  if (judged.length === 0) return context.schedule.endTurn(turn)
  const next = judged.length < judgedAtOnce ? turn.next : turn.now + 1
  return context.deliver.commit(clockCommit({ ...turn, next }, { judged }))
}
