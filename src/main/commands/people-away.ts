// `nianbao people away`: a leave with who fills in meanwhile, and its early end.

import { dayWords } from '../../app/day-words.ts'
import { endAbsence, recordAbsence } from '../../app/registry/record-absence.ts'
import { dateIn } from '../../district/date-in.ts'
import { isDay } from '../../district/is-day.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { readUnit } from './options.ts'
import { withStore } from './with-store.ts'

export type AwayOptions = {
  readonly from?: string
  readonly to?: string
  readonly substitute?: string
  readonly back?: boolean
  readonly json?: boolean
}

export const peopleAway = async (
  named: string,
  unitNamed: string,
  { from, to, substitute, back = false, json = false }: AwayOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, words } = context
  const isWhole = from !== undefined && to !== undefined
  if (back === (from !== undefined || to !== undefined) || back === isWhole)
    throw refusal(say('usage.people-away'))
  for (const day of [from, to])
    if (day !== undefined && !isDay(day)) throw refusal(say('usage.day', { what: day }))
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, unitNamed)
    const recorder = recorderOf(store, auditSeal(config))
    const deps = { ...recorder, people: store, absences: store, words }
    const caller = { type: 'shell', at: context.now() } as const
    const today = dateIn(config.TIMEZONE, caller.at)
    const about = { unit: unit.id, person: named.trim(), today }
    const said = { name: about.person, unit: unit.name, substitute: substitute ?? '' }
    const place = { id: unit.id, name: unit.name }
    if (!isWhole) {
      const { person } = doneOr(context, await endAbsence(deps, caller, about), said)
      context.print(
        json
          ? JSON.stringify({ back: { id: person.person, unit: place } })
          : say('people.back', { ...said, name: person.name }),
      )
      return 0
    }
    const wish = { ...about, since: from, until: to, substitute: substitute?.trim() ?? null }
    const done = doneOr(context, await recordAbsence(deps, caller, wish), said)
    const standIn = done.substitute
    if (json) {
      const by = standIn && { id: standIn.person, name: standIn.name, joins: standIn.joins }
      const away = { id: done.person.person, unit: place, from, to, substitute: by }
      context.print(JSON.stringify({ away }))
      return 0
    }
    const told = { ...said, name: done.person.name, substitute: standIn?.name ?? '' }
    const days = { since: dayWords(words, from), until: dayWords(words, to) }
    context.print(say('people.away', { ...told, ...days }))
    if (standIn?.joins) context.print(say('people.joins', told))
    if (standIn) context.print(say('people.substitute', told))
    return 0
  })
}
