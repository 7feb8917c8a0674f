// Names of units in one sentence, as many as one message holds beside all else that it says.

import type { Words } from '../../i18n/words.ts'

/** Signs of one list; a message of Telegram has 4096 (Bot API), and 进度 has five lists. */
const longest = 500

export const nameList = (words: Pick<Words, 'say' | 'desk'>, names: readonly string[]): string => {
  const between = words.say('list')
  let length = 0
  const shown = names.filter((name, at) => {
    length += name.length + between.length
    return at === 0 || length <= longest
  })
  const units = shown.join(between)
  return shown.length === names.length ? units : words.desk('names.more', { units })
}
