// The district's page: its units as a tree with where each stands, one unit, and the acts that start a season there. Each
// asks the door with the person's own account, as the same words in the chat do.

import { reportYear } from '../../district/calendar.ts'
import type { Campaign } from '../../district/campaign.ts'
import { isDay } from '../../district/is-day.ts'
import { unitsNamed } from '../../district/unit-names.ts'
import { type UnitId, unitId } from '../../engine/filing.ts'
import { readSheet } from '../../intake/sheet.ts'
import { readUnits } from '../../intake/units.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { type Desk, deskOf, rightsAt } from '../desk/desk-of.ts'
import { longestName, makeLink } from '../desk/make-link.ts'
import { standingWords } from '../desk/standing-words.ts'
import { unitLines } from '../desk/unit-lines.ts'
import { doors } from '../doors.ts'
import { officeFile } from '../exports/office-file.ts'
import { type AccountRef, officeKinds } from '../message.ts'
import { openUnit } from '../open.ts'
import { readProgress } from '../oversight/progress-lines.ts'
import { readStandings } from '../oversight/read-status.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Registry } from '../ports/registry.ts'
import { importUnits } from '../registry/import-units.ts'
import { listUnits } from '../registry/list-units.ts'
import { nameOf } from '../registry/name-of.ts'
import { openCampaign } from '../registry/open-campaign.ts'
import { unitProblemWords } from '../registry/unit-problem-words.ts'
import { reportTitle } from '../report-title.ts'
import type { DistrictPages } from '../use-cases.ts'
import { inviteList } from './invite-list.ts'
import { treeOf } from './tree-of.ts'

type Deps = DeskDeps & {
  readonly registry: Pick<Registry, 'addUnits'>
  readonly campaigns: Pick<Campaigns, 'openCampaign'>
}

const channel = 'web'
/** Of a list of units, in megabytes. */
const largestMegabytes = 5

export const createDistrictPages = (deps: Deps): DistrictPages => {
  const { desks, registry, campaigns, environment, words, catalog } = deps
  const recorder = { ...environment, ...deps }
  const callerOf = (account: AccountRef) =>
    ({ type: 'person', account, channel, at: environment.now() }) as const
  const deskFor = async (account: AccountRef): Promise<Desk | null> =>
    deskOf(await desks.deskPlace(account, account))
  const openCampaigns = async () => (await campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const done = (...lines: readonly string[]) => ({ isDone: true, lines })
  const refused = (...lines: readonly string[]) => ({ isDone: false, lines })
  const [obligation] = catalog.obligations

  const progressOf = async (account: AccountRef, campaign: Campaign): Promise<readonly string[]> =>
    (await readProgress(deps, callerOf(account), campaign))?.lines ?? []

  /** A unit's words name the report where several campaigns are open. */
  const standingsOf = async (account: AccountRef): Promise<ReadonlyMap<UnitId, string>> => {
    const open = await openCampaigns()
    const said = new Map<UnitId, string>()
    for (const campaign of open) {
      const title = reportTitle(deps, campaign)
      for (const each of (await readStandings(deps, callerOf(account), campaign)) ?? []) {
        const standing = standingWords(words, environment, each).join(words.say('list'))
        const own = open.length > 1 ? words.desk('unit.standing', { title, standing }) : standing
        said.set(each.id, [...(said.has(each.id) ? [said.get(each.id)] : []), own].join(' '))
      }
    }
    return said
  }

  return {
    district: async (account, search) => {
      const desk = await deskFor(account)
      if (!desk) return null
      const units = await listUnits(registry, callerOf(account))
      const [open, standings] = [await openCampaigns(), await standingsOf(account)]
      const year = reportYear(environment.dateOf(environment.now()))
      const stands = (await campaigns.campaigns()).some(
        each => each.year === year && each.obligation === obligation?.id,
      )
      return {
        ...{ person: desk.place.person.name, unit: desk.unit.name },
        units: treeOf(unitsNamed(units, search), units, standings),
        total: units.length,
        campaigns: (await Promise.all(open.map(each => progressOf(account, each)))).filter(
          ({ length }) => length > 0,
        ),
        opens: !stands && rightsAt(desk, 'open-campaign') ? year : null,
        files: open.length === 0 ? [] : officeKinds.filter(each => rightsAt(desk, doors.askings[each])),
        mayImport: rightsAt(desk, 'add-unit') !== null,
        mayInvite: rightsAt(desk, 'invite-person') !== null,
      }
    },

    districtUnit: async (account, id) => {
      if (!(await deskFor(account))) return null
      const caller = callerOf(account)
      const units = await listUnits(registry, caller)
      const unit = units.find(each => each.id === id)
      if (!unit) return null
      const mayInvite =
        unit.closed === null && (await openUnit(registry, caller, unit.id, 'invite-person')) !== null
      const lines = await unitLines(deps, caller, unit, units)
      return { id: unit.id, name: unit.name, lines, mayInvite }
    },

    inviteTo: async (account, { unit: id, name: typed, id: post }) => {
      if (!(await deskFor(account))) return null
      const caller = callerOf(account)
      const unit = (await listUnits(registry, caller)).find(each => each.id === unitId(id))
      if (!unit) return null
      const name = nameOf(typed, longestName)
      const made = await makeLink(deps, caller, { message: `${channel}/${account}/${post}`, unit, name })
      return made.type === 'made'
        ? { ...done(made.text), link: made.link }
        : { ...refused(made.text), link: null }
    },

    importUnits: async (account, file) => {
      const desk = await deskFor(account)
      if (!desk || !rightsAt(desk, 'add-unit')) return null
      const sheet = await readSheet(file, () => environment.sleep(0))
      if (!sheet.ok)
        return refused(words.cli(`sheet.${sheet.why}`, { line: sheet.line ?? 1, limit: largestMegabytes }))
      const list = readUnits(sheet.rows)
      if (!list.ok) return refused(words.cli(`units.list.${list.why}`, { head: list.head }))
      const act = await importUnits(recorder, callerOf(account), list, false)
      if (act.type === 'refused') return refused(words.cli(`refused.${act.why}`, { name: desk.unit.name }))
      const { added, unchanged, problems } = act.value
      if (problems.length > 0)
        return refused(
          words.desk('import.refused', { count: problems.length }),
          ...problems.map(problem => unitProblemWords(words, problem)),
        )
      return done(
        words.cli('units.imported', { count: added.length }),
        ...(unchanged > 0 ? [words.cli('units.unchanged', { unchanged })] : []),
      )
    },

    inviteList: async (account, file) => {
      const desk = await deskFor(account)
      if (!desk || !rightsAt(desk, 'invite-person')) return null
      return inviteList(deps, callerOf(account), desk, file)
    },

    districtFile: async (account, office) => {
      const desk = await deskFor(account)
      const [campaign] = await openCampaigns()
      return desk && campaign && rightsAt(desk, doors.askings[office])
        ? officeFile(deps, callerOf(account), campaign, office)
        : null
    },

    openCampaign: async (account, typed) => {
      const desk = await deskFor(account)
      if (!desk || !rightsAt(desk, 'open-campaign') || !obligation) return null
      const days = [typed.sign, typed.due, typed.publish].map(day => day.trim())
      const wrong = days.find(day => day !== '' && !isDay(day))
      if (wrong !== undefined) return refused(words.cli('usage.day', { what: wrong }))
      const [sign = null, due = null, publish = null] = days.map(day => (day === '' ? null : day))
      const year = reportYear(environment.dateOf(environment.now()))
      const act = await openCampaign(recorder, callerOf(account), {
        ...{ obligation: obligation.id, year, practice: 'sign-first' },
        dates: { sign, due, feedback: null, publish },
      })
      return act.type === 'done'
        ? done(words.desk('campaign.opened', { title: reportTitle(deps, act.value) }))
        : refused(words.cli(`refused.${act.why}`, { year, name: desk.unit.name }))
    },
  }
}
