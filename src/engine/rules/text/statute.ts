// F06: the notice that a text cites is the one in force. F09: 总体情况 speaks of everything the notice asks for.

import { noticesIn, titleIn } from '../../../reading/narrative/basis.ts'
import { absentTopics, isExcerpt, isGovernmentByName } from '../../../reading/narrative/topics.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { BasisRule, WordsRule } from './text-rule.ts'

export const basis = ({ texts, notice, others }: BasisRule, judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  if (written.some(({ passage }) => noticesIn(passage).some(cited => cited.notice === notice))) return []
  return written.flatMap(each => {
    const byNumber = noticesIn(each.passage).find(cited => others.includes(cited.notice))
    const byTitle = others.flatMap(title => titleIn(each.passage, title) ?? [])[0]
    const cited = byNumber ?? byTitle
    return cited
      ? [about(each, cited, { rule: 'F06', severity: 'warning', message: 'F06', facts: { notice } })]
      : []
  })
}

export const topics = ({ texts }: WordsRule, judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  const [first] = written
  if (!first || written.some(({ passage }) => isExcerpt(passage))) return []
  const absent = absentTopics(
    written.map(({ passage }) => passage),
    isGovernment(judged),
  )
  if (absent.length === 0) return []
  return [
    {
      rule: 'F09',
      severity: 'warning',
      message: 'F09',
      cells: [],
      text: first.text,
      facts: { topics: absent.join('、') },
    },
  ]
}

/** 条例 第五十条第四项 asks the people's governments of all levels; their offices, bureaus and street offices are none. */
export const isGovernment = ({ unit }: Pick<Judged, 'unit'>): boolean => {
  const byName = isGovernmentByName(unit.name)
  if (unit.level === 'street' || unit.level === 'bureau' || byName === false) return false
  return unit.level !== null || byName === true
}
