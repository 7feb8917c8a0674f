// One event about who fills the report in: a leave that is shown back and recorded, its early end, and a person who shall
// take the report over, of whom the office is told with a button.

import { assertNever } from '../../../faults.ts'
import { readLeave } from '../../../intake/leave.ts'
import { dayWords } from '../../day-words.ts'
import type { StaffEvent } from '../../ports/life-event.ts'
import { nameOf } from '../../registry/name-of.ts'
import { plain, strong } from '../compose/view.ts'
import { type AtHand, type LifeTurn, nothing } from './acted.ts'
import { awaitedCard } from './signing.ts'

type RecordLeave = Extract<StaffEvent, { readonly type: 'record-leave' }>

export const staffTurn = async (at: AtHand, event: StaffEvent): Promise<LifeTurn> => {
  switch (event.type) {
    case 'take-leave':
      return takeLeave(at, event.text)
    case 'record-leave':
      return recordLeave(at, event)
    case 'end-leave':
      return endLeave(at)
    case 'hand-over':
      return handOver(at, event.name)
    default:
      return assertNever(event)
  }
}

const takeLeave = (at: AtHand, text: string | null): LifeTurn => {
  const { view, today, name } = at
  const { words } = view
  const read = text === null ? null : readLeave(text, today)
  if (!read) return awaiting(at, 'leave')
  if ('fault' in read) return { ...awaiting(at, 'leave'), said: [plain(words.say(`absence.${read.fault}`))] }
  const { since, until, who, substitute } = read
  if (who !== null && who !== name)
    return { ...nothing, said: [plain(words.say('absence.of-another', { who }))] }
  const about = { ...daysOf(at, read), substitute: substitute ?? '' }
  const lines = [strong(words.say(substitute === null ? 'absence.sure.alone' : 'absence.sure', about))]
  const event: RecordLeave = { type: 'record-leave', since, until, substitute }
  return {
    ...nothing,
    put: { lines, choices: [{ label: words.say('absence.record'), event, main: true }] },
    awaits: { type: 'leave' },
  }
}

/** A substitute who does not fill in yet is the office's to let in: until then the leave stands without one. */
const recordLeave = async (at: AtHand, { since, until, substitute }: RecordLeave): Promise<LifeTurn> => {
  const { view, staff, name } = at
  const { words } = view
  const colleagues =
    substitute === null ? [] : (await staff.fillers()).filter(each => each.name === substitute)
  const [colleague, ...more] = colleagues
  const standIn = colleague && more.length === 0 ? colleague.person : null
  const act = await staff.recordLeave(since, until, standIn)
  if (act.type === 'refused') {
    const why = act.why === 'own-substitute' ? 'absence.own-substitute' : 'absence.not-done'
    return { ...awaiting(at, 'leave'), said: [plain(words.say(why))] }
  }
  const days = daysOf(at, { since, until })
  const about = { ...days, name, unit: view.unit.name, substitute: substitute ?? '' }
  const asks = substitute !== null && standIn === null && (await staff.isOfficeReached())
  const done =
    substitute === null
      ? 'absence.done.alone'
      : standIn !== null
        ? 'absence.done'
        : asks
          ? 'absence.done.asked'
          : 'absence.done.unasked'
  return {
    ...nothing,
    put: {
      lines: [plain(words.say(done, about))],
      choices: [{ label: words.say('absence.end'), event: { type: 'end-leave' } }],
    },
    toOffice: asks ? [plain(words.say('absence.office', about))] : [],
    officeAsks: asks
      ? {
          asking: 'away',
          args: [view.unit.id, staff.person, words.say('absence.words', { since, until, substitute })],
          label: words.say('absence.office.choice'),
        }
      : null,
  }
}

const endLeave = async ({ view: { words }, staff }: AtHand): Promise<LifeTurn> => {
  const act = await staff.endLeave()
  const said = act.type === 'done' ? 'absence.ended' : 'absence.none'
  return { ...nothing, said: [plain(words.say(said))], step: { type: 'next' } }
}

const handOver = async (at: AtHand, typed: string | null): Promise<LifeTurn> => {
  const { view, staff, name } = at
  const { words } = view
  if (typed === null) return awaiting(at, 'successor')
  const successor = nameOf(typed, longestName)
  if (successor === null || !isName.test(successor))
    return { ...awaiting(at, 'successor'), said: [plain(words.say('staff.no-name'))] }
  const isReached = await staff.isOfficeReached()
  const about = { successor, name, unit: view.unit.name, year: view.filing.year }
  return {
    ...nothing,
    said: [plain(words.say(isReached ? 'staff.handed-over' : 'staff.office-unreached', about))],
    toOffice: isReached ? [plain(words.say('staff.office', about))] : [],
    officeAsks: isReached
      ? {
          asking: 'new-filler',
          args: [view.unit.id, staff.person, successor],
          label: words.say('staff.office.choice'),
        }
      : null,
  }
}

const longestName = 40
/** Words of a person's name, and no sentence: no digit, no stop. */
const isName = /^[\p{L}\u00b7\u2022][\p{L}\u00b7\u2022.' -]{1,39}$/u

const daysOf = ({ view: { words } }: AtHand, { since, until }: Pick<RecordLeave, 'since' | 'until'>) => ({
  since: dayWords(words, since),
  until: dayWords(words, until),
})

const awaiting = ({ view }: AtHand, type: 'leave' | 'successor'): LifeTurn => ({
  ...nothing,
  put: awaitedCard(view, { type }),
  awaits: { type },
})
