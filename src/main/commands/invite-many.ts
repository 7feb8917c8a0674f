// `nianbao invite --file FILE`: a list of people in, a link for each of them out, as lines, as JSON, or as a page with
// square codes to be printed. A code is shown here and nowhere else.

import { writeFile } from 'node:fs/promises'
import { type InvitedPerson, inviteMany, type ManyInvited } from '../../app/registry/invite-many.ts'
import { linkSheet } from '../../channels/web/link-sheet.ts'
import { type Role, roles } from '../../district/access.ts'
import { readPeople } from '../../intake/people.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CommandContext, codeOf, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { printable } from './input-words.ts'
import { type InvitationLinks, invitationLinks } from './invitation-links.ts'
import { type InviteOptions, invitationJson, isOfReport, readInviteOptions } from './invite-options.ts'
import { readSheetFile, tellProblems } from './read-sheet-file.ts'
import { refuseUnwritable } from './refuse-unwritable.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'
import { writeRefusal } from './write-refusal.ts'

/** Exit code 2 where a row's problem has kept everybody out. */
export const inviteFile = async (options: InviteOptions, context: CommandContext): Promise<number> => {
  const { say } = context
  const { file = '', output, partly = false, json } = options
  const read = readInviteOptions(options, context)
  const list = readPeople(await readSheetFile(context, file), roles)
  if (!list.ok)
    throw refusal(
      say('input.line', { file, why: say(`people.list.${list.why}`, { head: printable(list.head) }) }),
    )
  return withStore(context, async (store, config) => {
    const wish = read(config)
    const rows = list.people.map(person => ({ ...person, role: roleOf(person.role, wish.role) }))
    const isHeld = list.problems.length > 0 && !partly
    if (output !== undefined && !isHeld) await refuseUnwritable(context, output, sheetMode)
    const recorder = recorderOf(store, auditSeal(config))
    const shell = { type: 'shell', at: context.now() } as const
    const act = await inviteMany(recorder, shell, { ...wish, people: rows }, { partly, dry: isHeld })
    const { made, unknown } = doneOr(context, act, { name: file })
    const problems = [...list.problems, ...unknown.map(unknownUnit)].sort((a, b) => a.line - b.line)
    const told = problems.map(problem => ({
      line: problem.line,
      code: problem.code,
      message: rowWords(context, problem),
    }))
    const isRefused = problems.length > 0 && !partly
    const { of } = await invitationLinks(config)
    const links = made.map(each => ({ ...each, links: of(each.code) }))
    const until = instantWords(context, config, wish.expiresAt)
    if (json) {
      const invitations = links.map(({ person, unit, hash, code, links }) => ({
        invitation: {
          ...invitationJson({ ...wish, role: person.role, unit: unit.id }, hash, unit.name),
          name: person.name,
        },
        ...{ code, links, text: textOf(context, person, unit.name, wish.year, links, until) },
      }))
      context.print(JSON.stringify({ invitations, problems: told, unused: list.unused }))
      if (output !== undefined && !isRefused) await saveSheet(context, output, links, wish.year, until)
      return isRefused ? 2 : 0
    }
    tellProblems(
      context,
      told.map(({ message }) => message),
    )
    if (list.unused.length > 0)
      context.print(say('units.unused', { heads: list.unused.map(printable).join(say('list')) }))
    if (isRefused) {
      context.complain(say('people.not-invited', { count: problems.length }))
      return 2
    }
    for (const { person, unit, links: own } of links)
      context.print(textOf(context, person, unit.name, wish.year, own, until))
    context.print(say('people.invited', { count: links.length, until }))
    if (output !== undefined) {
      await saveSheet(context, output, links, wish.year, until)
      context.print(say('people.sheet', { file: output }))
    }
    return 0
  })
}

const roleOf = (typed: string | null, usual: Role): Role => roles.find(role => role === typed) ?? usual

const unknownUnit = ({ line, unit }: InvitedPerson) => ({ line, code: 'unit-unknown', said: unit }) as const

type Problem =
  | Extract<ReturnType<typeof readPeople>, { ok: true }>['problems'][number]
  | ReturnType<typeof unknownUnit>

const rowWords = ({ say }: CommandContext, problem: Problem): string => {
  const { line, code, said } = problem
  const other = 'other' in problem ? problem.other : undefined
  return say(`people.row.${code}`, {
    line,
    said: printable(said),
    other: other ?? '',
    roles: roles.join(say('list')),
  })
}

type Linked = ManyInvited['made'][number] & { readonly links: InvitationLinks }

/** The private words for one person, with their link. */
const textOf = (
  { say, words }: CommandContext,
  { name, role }: InvitedPerson,
  unit: string,
  year: number,
  { web: link }: InvitationLinks,
  until: string,
): string =>
  say(isOfReport(role) ? 'people.text-report' : 'people.text', {
    ...{ name, unit, year, role: words.say(`role.${role}`), reports: words.reports, link, until },
  })

/** For its owner alone: it holds the codes. */
const sheetMode = 0o600

/** Comes after the links are told, which are shown only once. */
const saveSheet = async (
  context: CommandContext,
  output: string,
  links: readonly Linked[],
  year: number,
  until: string,
): Promise<void> => {
  const { words } = context
  const cards = links.map(({ person, unit, links: own }) => ({
    ...{ name: person.name, unit: unit.name, role: words.say(`role.${person.role}`), link: own.web },
    text: textOf(context, person, unit.name, year, own, until),
  }))
  const page = await linkSheet(
    { ...words, say: words.web },
    context.say('people.sheet-title', { year }),
    until,
    cards,
  )
  try {
    await writeFile(output, page, { mode: sheetMode })
  } catch (error) {
    throw writeRefusal(context, output, codeOf(error))
  }
}
