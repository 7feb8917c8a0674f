// Instants as people say them, in the district's zone: 1月20日 15:00.

import type { Words } from '../i18n/words.ts'
import type { Environment } from './ports/environment.ts'

/** Without the year. */
export const momentWords = (
  words: Pick<Words, 'locale'>,
  { dateOf, startOf }: Pick<Environment, 'dateOf' | 'startOf'>,
  at: number,
): string => {
  const date = dateOf(at)
  const said = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', month: 'long', day: 'numeric' })
  return `${said.format(Date.parse(date))} ${new Date(at - startOf(date)).toISOString().slice(11, 16)}`
}
