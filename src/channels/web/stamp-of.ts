// The state of a chat as a page knows it: another one is news, be it in the chat or by a colleague. The stream says it too.

import type { Progress } from '../../app/use-cases.ts'

export const stampOf = (last: number, { version }: Pick<Progress, 'version'>): string => `${last}.${version}`
