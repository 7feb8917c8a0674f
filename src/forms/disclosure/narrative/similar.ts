// Y03: a text that repeats last year's is asked to be renewed. Sentences of the form, drafts of the bot, the opening and
// the names of laws do not count. Similarity is scored by some districts; the share is our own threshold.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { passageOf } from '../../../reading/passage.ts'
import { alike } from '../../../reading/similar.ts'
import { writtenIn } from './passages.ts'

type Data = {
  readonly texts: readonly TextKey[]
  /** Sentences that the form supplies: `{unit}` and `{year}` are filled in. */
  readonly supplied: readonly string[]
}

export const similar = (data: Data): Rule => ({
  id: 'Y03',
  severity: 'warning',
  source: 'some districts score it (鲤城区, 怀化市: 内容雷同、敷衍塞责)',
  messages: ['Y03', 'Y03.part'],
  judge: judged => judge(data, judged),
})

/** From this share on it is said; the rules state none. */
const most = 0.5
const shown = 3

const judge = ({ texts, supplied }: Data, judged: Judged): readonly Finding[] => {
  const before = writtenIn(texts, judged.before)
  const written = writtenIn(texts, judged)
  if (before.length === 0 || written.length === 0) return []
  const { share, open, sentences } = alike(
    written.map(({ passage }) => passage),
    before.map(({ passage }) => passage),
    [
      ...supplied.map(text =>
        text.replaceAll('{unit}', judged.unit.name).replaceAll('{year}', String(judged.year)),
      ),
      ...texts.flatMap(judged.drafted),
    ].map(text => passageOf(text)),
  )
  const [first] = sentences
  const place = written[first?.passage ?? 0]
  if (share + open < most || !place) return []
  const quotes = sentences
    .slice(0, shown)
    .flatMap(each => written[each.passage]?.passage.quote(each.from, each.to) ?? [])
  return [
    {
      rule: 'Y03',
      severity: 'warning',
      cells: [],
      text: place.text,
      ...(open > 0 ? { message: 'Y03.part' } : { quote: quotes.join(' ／ ') }),
      facts: { share: Math.round(share * 100), count: sentences.length },
    },
  ]
}
