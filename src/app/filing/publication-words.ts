// The outcome of recording publications, in sentences: how many went through, and each line that did not with what to do.

import type { Words } from '../../i18n/words.ts'
import type { Published } from './publish-many.ts'

export const publicationWords = (words: Words, { done, problems }: Published): readonly string[] => [
  ...(done.length > 0
    ? [
        words.desk('publish.done', {
          count: done.length,
          units: done.map(({ unit }) => unit).join(words.say('list')),
        }),
      ]
    : []),
  ...(problems.length > 0 ? [words.desk('publish.problems', { count: problems.length })] : []),
  ...problems.map(({ line, name, why, names }) => {
    const told = { name, names: names.join(words.say('list')) }
    const key = why === 'unknown' && names.length > 0 ? 'unknown-near' : why
    return words.desk('publish.line', { line, problem: words.desk(`publish.problem.${key}`, told) })
  }),
]
