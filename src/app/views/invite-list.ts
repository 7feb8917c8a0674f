// A list of people in, a link for each of them out, for the district's page to be printed. A code is shown there and
// nowhere else.

import { invitingTo, leadsToFiling, type Role, roles } from '../../district/access.ts'
import { readPeople } from '../../intake/people.ts'
import { readSheet } from '../../intake/sheet.ts'
import { dayWords } from '../day-words.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { type Desk, rightsAt } from '../desk/desk-of.ts'
import { lasts, reportNow } from '../desk/make-link.ts'
import type { Caller } from '../open.ts'
import { inviteMany, type ManyInvited } from '../registry/invite-many.ts'
import type { LinksShown } from '../use-cases.ts'

const largestMegabytes = 5

/** Nobody is invited while a row has a problem, or names a role to which the caller may not invite. */
export const inviteList = async (
  deps: DeskDeps,
  caller: Caller,
  desk: Desk,
  file: Uint8Array,
): Promise<LinksShown> => {
  const { words, environment } = deps
  const refused = (...lines: readonly string[]): LinksShown => ({ isDone: false, lines, links: [] })
  const sheet = await readSheet(file, () => environment.sleep(0))
  if (!sheet.ok)
    return refused(words.cli(`sheet.${sheet.why}`, { line: sheet.line ?? 1, limit: largestMegabytes }))
  const list = readPeople(sheet.rows, roles)
  if (!list.ok) return refused(words.cli(`people.list.${list.why}`, { head: list.head }))
  const people = list.people.map(person => ({ ...person, role: roleOf(person.role) }))
  if (people.some(({ role }) => !rightsAt(desk, invitingTo(role))))
    return refused(words.cli('refused.not-allowed'))
  const wish = { ...(await reportNow(deps)), people, expiresAt: caller.at + lasts }
  const ask = (dry: boolean) => inviteMany({ ...environment, ...deps }, caller, wish, { partly: false, dry })
  const tried = await ask(true)
  const unknown = tried.type === 'done' ? tried.value.unknown : []
  const problems = [
    ...list.problems,
    ...unknown.map(({ line, unit }) => ({ line, code: 'unit-unknown', said: unit }) as const),
  ].sort((a, b) => a.line - b.line)
  if (problems.length > 0)
    return refused(
      words.desk('import.refused', { count: problems.length }),
      ...problems.map(({ line, code, said, ...more }) =>
        words.cli(`people.row.${code}`, {
          ...{ line, said, roles: roles.join(words.say('list')) },
          other: 'other' in more ? (more.other ?? '') : '',
        }),
      ),
    )
  const act = await ask(false)
  if (act.type === 'refused') return refused(words.cli(`refused.${act.why}`, {}))
  const until = dayWords(words, environment.dateOf(wish.expiresAt))
  const links = await Promise.all(act.value.made.map(each => linkOf(deps, each, wish.year, until)))
  return { isDone: true, lines: [words.cli('people.invited', { count: links.length, until })], links }
}

const roleOf = (typed: string | null): Role => roles.find(role => role === typed) ?? 'filler'

const linkOf = async (
  { words, links }: DeskDeps,
  { code, person, unit }: ManyInvited['made'][number],
  year: number,
  until: string,
): Promise<LinksShown['links'][number]> => {
  const byChannel = await links(code)
  const link = byChannel.get('web') ?? [...byChannel.values()][0] ?? code
  const role = words.say(`role.${person.role}`)
  const said = { name: person.name, unit: unit.name, year, role, reports: words.reports, until, link }
  return {
    ...{ name: person.name, unit: unit.name, role, link },
    text: words.cli(leadsToFiling(person.role) ? 'people.text-report' : 'people.text', said),
  }
}
