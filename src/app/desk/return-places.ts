// The places of a report and the reasons that are offered for a return.

import { blocks } from '../../engine/rules/finding.ts'
import type { DeskDeps } from './desk-deps.ts'
import type { Reviewed } from './reviewed.ts'

const mostCells = 8

/** Keys: the cells of findings, then all texts. */
export const placesOffered = ({ view, judged }: Pick<Reviewed, 'view' | 'judged'>): readonly string[] => {
  const ofFindings = judged.findings.filter(each => !blocks(each)).flatMap(each => each.cells)
  const texts = view.form.sections.flatMap(section =>
    section.type === 'text' ? [section.text as string] : [],
  )
  return [...new Set([...ofFindings.slice(0, mostCells), ...texts])]
}

/** As the office writes them (office practice). */
export const reasonsOf = (words: DeskDeps['words']): readonly string[] =>
  words.desk('return.reasons').split('|')
