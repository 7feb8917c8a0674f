// Somebody of a unit is on leave: the words are shown back with who fills in meanwhile, and only the tap records it.

import { findUnit } from '../../../district/unit-names.ts'
import { readLeave } from '../../../intake/leave.ts'
import { plain } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { listUnits } from '../../registry/list-units.ts'
import type { Asker, Asking, AskingChoice, DeskAnswer } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { type FillerHere, fillersOf } from '../fillers-of.ts'

/** `args`: the unit, the person and the words of the leave, where a button said whose it is. */
export const away: Asking = async (deps, asker, asked) => {
  const { words, environment } = deps
  const [unit, person, told] = asked.args
  const said = told ?? asked.said ?? asked.text ?? ''
  const today = environment.dateOf(asker.caller.at)
  const read = readLeave(said, today)
  const isBack = words
    .desk('heard.back')
    .split('|')
    .some(word => said.includes(word))
  const fillers = await fillersOf(deps, asker, null)
  const who = 'who' in read ? read.who : nameIn(fillers, said)
  const meant =
    unit === undefined
      ? await named(deps, asker, fillers, who ?? '')
      : fillers.filter(each => each.unit === unit && each.id === person)
  const [filler, ...more] = meant
  if (!filler) return whose(deps, who)
  if (more.length > 0) return which(deps, meant, said)
  if (isBack) return backCard(deps, filler)
  if ('fault' in read) {
    const question = words.desk('away.how', { name: filler.name })
    return {
      lines: said === '' ? [] : [plain(words.say(`absence.${read.fault}`))],
      pending: { asking: 'away', args: [filler.unit, filler.id], question },
    }
  }
  return shownBack(deps, fillers, filler, read)
}

/** By their name, or by the unit's with theirs behind it. */
const named = async (
  { registry }: DeskDeps,
  { caller }: Pick<Asker, 'caller'>,
  fillers: readonly FillerHere[],
  who: string,
): Promise<readonly FillerHere[]> => {
  const own = fillers.filter(({ name }) => name === who)
  if (own.length > 0 || who === '') return own
  const units = await listUnits(registry, caller)
  return fillers.filter(({ name, unit }) => {
    if (!who.endsWith(name)) return false
    const found = findUnit(units, who.slice(0, -name.length))
    return found.type === 'one' && found.unit.id === unit
  })
}

const nameIn = (fillers: readonly FillerHere[], said: string): string | null =>
  fillers.find(({ name }) => said.includes(name))?.name ?? null

const whose = ({ words }: DeskDeps, who: string | null): DeskAnswer =>
  who === null || who === ''
    ? { lines: [], pending: { asking: 'away', args: [], question: words.desk('away.whom') } }
    : { lines: [plain(words.desk('away.unknown', { said: who }))], choices: ways(words, 'people', 'units') }

const which = ({ words }: DeskDeps, meant: readonly FillerHere[], said: string): DeskAnswer => ({
  lines: [plain(words.desk('away.which', { name: meant[0]?.name ?? '' }))],
  choices: meant.map(({ unit, unitName, id: person }) => ({
    asking: 'away',
    args: [unit, person, said],
    label: unitName,
  })),
})

const backCard = ({ words }: DeskDeps, { unit, unitName, id: person, name }: FillerHere): DeskAnswer => ({
  lines: [plain(words.desk('away.back', { unit: unitName, name }))],
  choices: [
    { asking: 'record-away', args: [unit, person], label: words.desk('choice.away.end'), main: true },
    choiceOf(words, 'cancel'),
  ],
})

/** A colleague stands in at once; somebody known is let in by the tap; for others there is a link. */
const shownBack = async (
  { words, people }: DeskDeps,
  fillers: readonly FillerHere[],
  { unit, unitName, id: person, name }: FillerHere,
  { since, until, substitute }: Extract<ReturnType<typeof readLeave>, { readonly since: string }>,
): Promise<DeskAnswer> => {
  const days = { since: dayWords(words, since), until: dayWords(words, until) }
  const about = { unit: unitName, name, ...days, substitute: substitute ?? '' }
  const record = (label: string, by: string): AskingChoice => ({
    ...{ asking: 'record-away', args: [unit, person, since, until, by], label, main: true },
  })
  if (substitute === null)
    return {
      lines: [plain(words.desk('away.sure.alone', about))],
      choices: [record(words.desk('choice.away.do'), ''), choiceOf(words, 'cancel')],
    }
  const colleague = fillers.find(each => each.unit === unit && each.name === substitute)
  const [known] = colleague ? [{ id: colleague.id }] : await people.personsNamed(substitute)
  if (!known)
    return {
      lines: [plain(words.desk('away.not-in', about))],
      choices: [
        {
          asking: 'invite',
          args: [unit, substitute],
          label: words.desk('choice.away.invite', about),
          main: true,
        },
        { ...record(words.desk('choice.away.alone'), ''), nav: true },
        choiceOf(words, 'cancel'),
      ],
    }
  return {
    lines: [
      plain(words.desk('away.sure', about)),
      ...(colleague ? [] : [plain(words.desk('away.joins', about))]),
    ],
    choices: [record(words.desk('choice.away.do'), known.id), choiceOf(words, 'cancel')],
  }
}
