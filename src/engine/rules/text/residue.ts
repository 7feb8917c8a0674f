// F10: words that have no place in this report: software's marks, the form's instructions, another body's name,
// another year, and numbers that belong to a person.

import { otherNamesIn } from '../../../reading/narrative/other-names.ts'
import { otherYearsIn } from '../../../reading/narrative/other-years.ts'
import { personalIn, residueIn } from '../../../reading/narrative/residue.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import { isGovernment } from './statute.ts'
import type { WordsRule } from './text-rule.ts'

export const residue = ({ texts }: WordsRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => {
    const { passage } = written
    const { unit, year } = judged
    const isWide = isGovernment(judged) && unit.level !== 'town'
    return [
      ...residueIn(passage).map(each => ({ each, message: `F10.${each.kind}` as const })),
      ...otherNamesIn(passage, unit.name, isWide).map(each => ({ each, message: 'F10.name' as const })),
      ...otherYearsIn(passage, year).map(each => ({ each, message: 'F10.year' as const })),
      ...personalIn(passage).map(each => ({ each, message: 'F10.personal' as const })),
    ].map(({ each, message }) =>
      about(written, each, { rule: 'F10', severity: 'warning', message, facts: { year, unit: unit.name } }),
    )
  })
