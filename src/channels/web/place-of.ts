// Where somebody stands in their chat, as its page shows it.

import type { WebDeps } from './deps.ts'
import type { ChatPlace } from './scene.ts'

/** Null for somebody who stands nowhere. */
export const placeOf = async (
  { useCases, words }: Pick<WebDeps, 'useCases' | 'words'>,
  account: string,
): Promise<ChatPlace | null> => {
  const progress = await useCases.progress(account)
  if (progress) {
    const { person, unit, year, filing } = progress
    const detail = words.say('heading.year', { year })
    return { ...progress, heading: unit, detail, owner: `${person.id}.${filing}`, progress }
  }
  const desk = await useCases.desk(account)
  if (!desk) return null
  const { person, unit, desk: id, version, card, asked } = desk
  return {
    ...{ person, version, card, asked, editable: new Set<string>(), canUndo: false, progress: null },
    ...{ heading: unit, detail: words.say('heading.desk'), owner: `${person.id}.${id}` },
  }
}
