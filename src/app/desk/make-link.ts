// A link with which somebody of a unit comes in to fill in its report, and the private text that goes with it.

import { reportYear } from '../../district/calendar.ts'
import type { Form } from '../../engine/form.ts'
import { fault, isFault } from '../../faults.ts'
import { dayWords } from '../day-words.ts'
import { hashOf } from '../hash-of.ts'
import type { Caller } from '../open.ts'
import type { ListedUnit } from '../ports/registry.ts'
import { makeInvitation } from '../registry/make-invitation.ts'
import type { DeskDeps } from './desk-deps.ts'

/** Milliseconds for which a link is good. */
export const lasts = 14 * 86_400_000
/** Of hex digits: 24 bytes. */
const codeLength = 48
/** Signs of a person's name. */
export const longestName = 40

/** `link` is null where no address of this system is known, and the text holds the code. */
export type MadeLink =
  | { readonly type: 'made'; readonly text: string; readonly link: string | null }
  | { readonly type: 'refused'; readonly text: string }

type LinkWish = {
  /** The name of what asked for it, the same when it is asked again: it leads to the same link. */
  readonly message: string
  readonly unit: Pick<ListedUnit, 'id' | 'name'>
  readonly name: string | null
  /** The membership that gives way to who takes it. */
  readonly replaces?: string
}

export const makeLink = async (
  deps: DeskDeps,
  caller: Caller,
  { message, unit, name, replaces }: LinkWish,
): Promise<MadeLink> => {
  const { words, environment, links, registry } = deps
  const { form, year } = await reportNow(deps)
  const expiresAt = caller.at + lasts
  const code = (await deps.seal('invitation', message)).slice(0, codeLength)
  const wish = {
    unit: unit.id,
    role: 'filler',
    form,
    year,
    expiresAt,
    code,
    ...(replaces && { replaces }),
  } as const
  const isMade = async () => (await registry.invitation(await hashOf(code), caller.at)) !== null
  const act = (await isMade())
    ? null
    : await makeInvitation({ ...deps, ...environment }, caller, { ...wish, ...(name && { name }) }).catch(
        async error => {
          if (isFault(error, 'database-refused') && (await isMade())) return null
          throw error
        },
      )
  if (act?.type === 'refused') return { type: 'refused', text: refusalWords(words, act.why, unit.name) }
  const title = words.form.title(form.id, { year })
  const about = { unit: unit.name, title, until: dayWords(words, environment.dateOf(expiresAt)) }
  const byChannel = await links(code)
  const own = caller.type === 'person' ? byChannel.get(caller.channel) : undefined
  const link = own ?? [...byChannel.values()][0] ?? null
  if (link === null) return { type: 'made', link, text: words.desk('invite.code', { ...about, code }) }
  const text =
    name === null
      ? words.desk('invite.text', { ...about, link })
      : words.desk('invite.text.named', { ...about, name, link })
  return { type: 'made', link, text }
}

const known = ['not-allowed', 'unit-closed', 'unit-unknown'] as const

const refusalWords = (words: DeskDeps['words'], why: string, unit: string): string => {
  const said = known.find(each => each === why) ?? 'link-unfit'
  return words.desk(`invite.not-done.${said}`, { unit })
}

/** The report that is collected: of the newest campaign that is open, else of the year that is reported now. */
export const reportNow = async ({
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
