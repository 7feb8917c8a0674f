// Nothing was added before the year's end: what stands is confirmed, as of now.

import { yearEndKey } from '../year-end.ts'
import { next } from './put.ts'
import { change, entryChange, entryNow, say, type Turn } from './turn.ts'

export const confirmYearEnd = (turn: Turn): Turn => {
  const entry = entryNow(turn, { open: [] }, null, 'gate')
  const confirmed = change(turn, [entryChange(turn.filing, yearEndKey, entry)])
  return next(say(confirmed, { type: 'year-end-confirmed' }))
}
