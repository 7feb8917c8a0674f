// Makes a link with which somebody of a unit comes in to fill in its report, as a text ready to be forwarded.

import { reportYear } from '../../../district/calendar.ts'
import { findUnit } from '../../../district/unit-names.ts'
import type { Form } from '../../../engine/form.ts'
import { fault, isFault } from '../../../faults.ts'
import { plain } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { hashOf } from '../../hash-of.ts'
import type { ListedUnit } from '../../ports/registry.ts'
import { listUnits } from '../../registry/list-units.ts'
import { makeInvitation } from '../../registry/make-invitation.ts'
import { nameOf } from '../../registry/name-of.ts'
import type { Asker, Asking, DeskAnswer } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { meantUnit } from '../named-unit.ts'

const lasts = 14 * 86_400_000
/** Of hex digits: 24 bytes. */
const codeLength = 48
const longestName = 40

/** Typed as `西门街道 王芳`: the unit's name, and behind it the person's, which may be left out. */
export const invite: Asking = async (deps, asker, { text, args }) => {
  const { words, registry } = deps
  const [id, given] = args
  if (!text && id === undefined) {
    const question = words.desk('invite.whom')
    return { lines: [], pending: { asking: 'invite', args: [], question } }
  }
  const named = text ? splitName(await listUnits(registry, asker.caller), text) : null
  const name = named?.person ?? given ?? null
  const meant = await meantUnit(
    deps,
    asker,
    'invite',
    named ? { name: named.unit, more: name === null ? [] : [name] } : { id: id ?? '' },
  )
  return meant.type === 'answer' ? meant.answer : made(deps, asker, meant.unit, name)
}

/** The last word is the person's where the words before it are a unit's name, and all of them are not. */
const splitName = (units: readonly ListedUnit[], text: string) => {
  const words = text.split(/[\s\uff0c,\u3001]/u).filter(word => word !== '')
  const typed = words.at(-1) ?? ''
  const isWhole = words.length < 2 || findUnit(units, text).type !== 'none'
  const person = isWhole ? null : nameOf(typed, longestName)
  return { unit: person === null ? text : words.slice(0, -1).join(' '), person }
}

const made = async (
  deps: DeskDeps,
  { caller, message }: Asker,
  unit: ListedUnit,
  name: string | null,
): Promise<DeskAnswer> => {
  const { words, environment, links, registry } = deps
  const { form, year } = await reportNow(deps)
  const expiresAt = caller.at + lasts
  // The same message again leads to the same link.
  const code = (await deps.seal('invitation', message)).slice(0, codeLength)
  const wish = { unit: unit.id, role: 'filler', form, year, expiresAt, code } as const
  const isMade = async () => (await registry.invitation(await hashOf(code), caller.at)) !== null
  const act = (await isMade())
    ? null
    : await makeInvitation({ ...deps, ...environment }, caller, { ...wish, ...(name && { name }) }).catch(
        async error => {
          if (isFault(error, 'database-refused') && (await isMade())) return null
          throw error
        },
      )
  const choices = [choiceOf(words, 'invite'), ...ways(words, 'people', 'units')]
  if (act?.type === 'refused') return { lines: [plain(refusalWords(words, act.why, unit.name))], choices }
  const title = words.form.title(form.id, { year })
  const until = dayWords(words, environment.dateOf(expiresAt))
  const byChannel = await links(code)
  const own = caller.type === 'person' ? byChannel.get(caller.channel) : undefined
  const link = own ?? [...byChannel.values()][0]
  const about = { unit: unit.name, title, until }
  const text =
    link === undefined
      ? words.desk('invite.code', { ...about, code })
      : name === null
        ? words.desk('invite.text', { ...about, link })
        : words.desk('invite.text.named', { ...about, name, link })
  return { kept: [[plain(text)]], lines: [plain(words.desk('invite.done', { unit: unit.name }))], choices }
}

const known = ['not-allowed', 'unit-closed', 'unit-unknown'] as const

const refusalWords = (words: DeskDeps['words'], why: string, unit: string): string => {
  const said = known.find(each => each === why) ?? 'link-unfit'
  return words.desk(`invite.not-done.${said}`, { unit })
}

/** The report that is collected: of the newest campaign that is open, else of the year that is reported now. */
const reportNow = async ({
  campaigns,
  catalog,
  environment,
}: DeskDeps): Promise<{ readonly form: Form; readonly year: number }> => {
  const open = (await campaigns.campaigns()).find(({ closedAt }) => closedAt === null)
  const [first] = catalog.obligations
  const obligation = open?.obligation ?? first?.id
  const year = open?.year ?? reportYear(environment.dateOf(environment.now()))
  const form = obligation && catalog.formFor(obligation, year)
  if (!form) throw fault('case-unknown', obligation ?? 'obligation')
  return { form, year }
}
