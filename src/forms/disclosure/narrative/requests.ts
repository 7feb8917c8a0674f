// N01: a text's count of requests is the one of 表三, in one of the ways it can be read. N03: where the sentence counts for
// others too, or a part may have been left out, it is asked and never blocks.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { RequestQuantity } from './labels.ts'
import { type Meaning, type Meanings, type Meant, meant, sumsOf } from './meant.ts'
import { about, type Written, writtenIn } from './passages.ts'
import { type Mention, requestsIn } from './request-mentions.ts'

type Data = { readonly texts: readonly TextKey[]; readonly meanings: Meanings }

export const requests = (data: Data): Rule => ({
  id: 'N01',
  severity: 'error',
  source: 'the text contradicts the table of the same report (条例 article 50); seen in published reports',
  messages: ['N01', 'N03.scope', 'N03.part'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, meanings }: Data, judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  const withdrawn = new Set(
    written
      .flatMap(({ passage }) => requestsIn(passage, judged.year))
      .filter(({ quantities }) => quantities.length === 1 && quantities[0] === 'withdrawn')
      .map(({ number }) => number),
  )
  return written.flatMap(each => {
    const mentions = requestsIn(each.passage, judged.year)
    const beside = sumsBeside(mentions)
    return mentions.flatMap(mention =>
      judgeMention(each, mention, meanings, judged, withdrawn, beside.get(placeOf(mention)) ?? 0),
    )
  })
}

/** A result told reason by reason in one sentence: the numbers together are the row's. */
const sumsBeside = (mentions: readonly Mention[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const mention of mentions) {
    const place = placeOf(mention)
    sums.set(place, (sums.get(place) ?? 0) + mention.number)
  }
  return sums
}

const placeOf = ({ sentence, quantities }: Mention): string => `${sentence} ${quantities.join()}`

const judgeMention = (
  written: Written,
  mention: Mention,
  meanings: Meanings,
  judged: Judged,
  withdrawn: ReadonlySet<number>,
  together: number,
): readonly Finding[] => {
  if (mention.isPart || mention.isVague) return []
  const readings = readingsOf(mention, meanings, judged)
  if (!readings || readings.length === 0) return []
  const { number } = mention
  const mayLack = mention.quantities.includes('answered') ? withdrawn : new Set<number>()
  const isRight = (value: number) => value === together || value === number || mayLack.has(value - number)
  if (readings.some(({ exact }) => exact.some(isRight))) return []
  // Of all that came at least so many ended so; those carried in may have as well.
  if (mention.isAll && readings.some(({ exact }) => exact.some(value => value > number))) return []
  const isScoped = mention.scope !== null || (mention.isOwn && isWide(judged))
  const isBetween = readings.some(({ between }) =>
    between.some(([low, high]) => number >= low && number <= high),
  )
  const mayBlock = !isScoped && !isBetween && !mention.isPlain
  const [first] = readings
  return [
    about(written, mention, {
      rule: isScoped || isBetween ? 'N03' : 'N01',
      severity: mayBlock ? 'error' : 'warning',
      message: isScoped ? 'N03.scope' : isBetween ? 'N03.part' : 'N01',
      cells: first?.cells ?? [],
      facts: { said: number, table: readings.map(({ name, exact }) => `${name} ${exact[0]} 件`).join('、') },
    }),
  ]
}

/** 本机关 in the report of a government may be its office alone. */
const isWide = ({ unit }: Judged): boolean =>
  unit.level === 'province' || unit.level === 'city' || unit.level === 'county'

type Reading = Meant & { readonly name: string; readonly cells: Meaning['cells'] }

/** Undefined while a figure is absent that could be the one. */
const readingsOf = (
  { quantities, isLoose }: Mention,
  meanings: Meanings,
  judged: Judged,
): readonly Reading[] | undefined => {
  const each = quantities.map(quantity => readingsFor(quantity, meanings, judged))
  const readings = each.filter(list => list !== undefined)
  if (readings.length < each.length) return undefined
  const last = readings.at(-1)
  if (readings.length === 1 || !last) return last
  const joined: Reading = {
    name: readings.map(list => list[0]?.name ?? '').join('＋'),
    cells: readings.flatMap(list => list[0]?.cells ?? []),
    exact: sumsOf(readings.map(list => list.flatMap(({ exact }) => exact))),
    between: [],
  }
  return isLoose ? [joined, ...last] : [joined]
}

const readingsFor = (
  quantity: RequestQuantity,
  meanings: Meanings,
  judged: Judged,
): readonly Reading[] | undefined => {
  const isBlank = (cell: Meaning['cells'][number]) => judged.value(cell) === null
  const readings = meanings[quantity].map(meaning => {
    const amounts = meant(meaning, judged.amount, isBlank)
    return amounts && { ...amounts, name: meaning.name, cells: meaning.cells }
  })
  return readings.every(reading => reading !== undefined) ? readings : undefined
}
