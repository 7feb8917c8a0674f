// The office's reviews as pages: the queue, one report with all that is known of it, and the acts. The desk's own
// functions answer, so that a page and a chat cannot differ.

import { docxOf } from '../../document/docx.ts'
import { htmlOf } from '../../document/html.ts'
import { isFigure } from '../../engine/derive.ts'
import { filingId } from '../../engine/filing.ts'
import { tableOf } from '../../engine/index-of.ts'
import { pageStyle } from '../../forms/page-style.ts'
import { placeName } from '../conversation/compose/place-names.ts'
import { refusalLines } from '../conversation/life/refusal-lines.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { type Desk, deskOf } from '../desk/desk-of.ts'
import { noteMeant } from '../desk/note-meant.ts'
import { askingOf, openActs } from '../desk/open-acts.ts'
import { placesOffered, reasonsOf } from '../desk/return-places.ts'
import { changeLines, figureLines, noteHead, shownNotes } from '../desk/review-lines.ts'
import { type Reviewed, reviewedOf } from '../desk/reviewed.ts'
import { waitingHere, waitingWords } from '../desk/waiting-here.ts'
import { actOnFiling } from '../filing/act-on-filing.ts'
import { ringsNow } from '../filing/rings-now.ts'
import { printOf } from '../mail/snapshot.ts'
import type { AccountRef } from '../message.ts'
import type { PlaceShown, ReviewPages, ReviewShown } from '../review-pages.ts'

const channel = 'web'
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const createReviewPages = (deps: DeskDeps): ReviewPages => {
  const { desks, words, environment, conversations, deliver } = deps
  const callerOf = (account: AccountRef) =>
    ({ type: 'person', account, channel, at: environment.now() }) as const
  const deskFor = async (account: AccountRef): Promise<Desk | null> =>
    deskOf(await desks.deskPlace(account, account))
  const reviewed = async (account: AccountRef, id: string): Promise<Reviewed | null> =>
    (await deskFor(account)) ? reviewedOf(deps, callerOf(account), id) : null

  return {
    queue: async account => {
      const desk = await deskFor(account)
      if (!desk) return null
      const waiting = await waitingHere(deps, callerOf(account))
      return {
        unit: desk.unit.name,
        waiting: waiting.map(each => ({
          ...{ filing: each.filing, unit: each.unitName, standing: waitingWords(deps, each) },
        })),
      }
    },

    review: async (account, id) => {
      const found = await reviewed(account, id)
      if (!found) return null
      const { unit, filing, content, state } = found.stood
      const caller = callerOf(account)
      const acts = await openActs(deps, caller, found)
      const offered = placesOffered(found)
      return {
        ...{ filing: filing.id, content, unit: unit.name, year: filing.year },
        state: words.say(`life.name.${state}`),
        figures: figureLines(deps, found).map(({ text }) => text),
        changes: (await changeLines(deps, found)).map(({ text }) => text),
        rounds: roundsOf(deps, found),
        acts: acts.map(each => ({ ...each, label: words.desk(`choice.${askingOf[each.act]}`) })),
        places: offered.map(key => placeOf(found, key)),
        tables: tablesOf(deps, found, offered),
        reasons: reasonsOf(words),
        isLate: !(await ringsNow(deps, caller.at)),
      }
    },

    reviewFile: async (account, id, as) => {
      const found = await reviewed(account, id)
      if (!found) return null
      const { form, words } = found.view
      const { filing, unit } = found.stood
      const now = environment.now()
      const outline = printOf(form, filing, unit, environment.dateOf(now))
      const name = `${unit.name}${words.form.title(form.id, { year: filing.year })}`
      return as === 'html'
        ? {
            ...{ name: `${name}.html`, mime: 'text/html' },
            body: new TextEncoder().encode(htmlOf(outline, pageStyle)),
          }
        : { name: `${name}.docx`, mime: docxType, body: await docxOf(outline, pageStyle, now) }
    },

    actOnReview: async (account, id, { act, content, note: typed, cells: ticked, isAtOnce }) => {
      const found = await reviewed(account, id)
      if (!found) return null
      const meant = noteMeant(found.view, typed)
      const known = ticked.filter(key => isPlace(found, key))
      const wish = {
        ...{ act, content, note: meant.body, isAtOnce },
        cells: [...new Set([...known, ...meant.cells])],
      }
      const toCommit = { othersAt: conversations.othersAt, commit: deliver.commit }
      const acted = await actOnFiling(
        { ...deps, conversations: toCommit },
        callerOf(account),
        filingId(id),
        wish,
      )
      if (acted.type === 'refused')
        return { isDone: false, lines: refusalLines(found.view, act, acted.refusal).map(({ text }) => text) }
      const { unit, filing } = found.stood
      const told = { unit: unit.name, year: filing.year }
      return { isDone: true, lines: [words.cli(`filing.done.${act}`, told)] }
    },
  }
}

const placeOf = ({ view }: Reviewed, key: string): PlaceShown => ({ key, name: placeName(view, key) })

const isPlace = ({ view: { form } }: Reviewed, key: string): boolean =>
  form.sections.some(section =>
    section.type === 'text' ? section.text === key : section.cells.some(cell => cell.key === key),
  )

/** The entered figures that are not 0, by table. */
const tablesOf = (
  { words }: Pick<DeskDeps, 'words'>,
  found: Reviewed,
  offered: readonly string[],
): ReviewShown['tables'] => {
  const { form, figures } = found.view
  return form.sections
    .filter(({ type }) => type === 'table')
    .map(({ key }) => ({
      name: words.form.section(form, key, 'name'),
      places: tableOf(form, key)
        .cells.filter(({ sum, key }) => !sum && isFigure(form, key, figures.get(key)))
        .filter(({ key }) => !offered.includes(key))
        .map(cell => placeOf(found, cell.key)),
    }))
    .filter(({ places }) => places.length > 0)
}

const roundsOf = (deps: Pick<DeskDeps, 'words'>, found: Reviewed): ReviewShown['rounds'] => {
  const notes = shownNotes(found)
  return [...new Set(notes.map(({ round }) => round))]
    .sort((one, other) => one - other)
    .map(round => ({
      round,
      notes: notes
        .filter(each => each.round === round)
        .map(note => ({
          ...{ head: noteHead(deps, note), body: note.body },
          places: note.cells.map(key => placeName(found.view, key)).join(deps.words.say('names')),
        })),
    }))
}
