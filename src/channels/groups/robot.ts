// A kind of group robot: how it is called, what its answers mean, and how often it may be called. Plain data; the channel
// of its kind makes the calls.

import type { RobotAccess } from '../../app/ports/groups.ts'

export type RobotCall = { readonly url: string; readonly body: object }

/** The end of a call as the maker tells it; `code` is the maker's number. */
export type RobotAnswer =
  | { readonly type: 'sent' }
  | { readonly type: 'flood'; readonly afterMs: number }
  | { readonly type: 'trouble' | 'refused'; readonly code: number }

/** So many calls in so many milliseconds, as its maker publishes it. */
export type RobotLimit = { readonly most: number; readonly ms: number }

export type Robot = {
  readonly limits: readonly RobotLimit[]
  /** `now` in epoch milliseconds. */
  readonly callOf: (access: RobotAccess, text: string, now: number) => Promise<RobotCall>
  readonly readAnswer: (body: Readonly<Record<string, unknown>>) => RobotAnswer
}

const minute = 60_000

export const codeIn = (body: Readonly<Record<string, unknown>>, ...names: readonly string[]): number => {
  const found = names.map(name => body[name]).find(value => typeof value === 'number')
  return typeof found === 'number' ? found : Number.NaN
}

/** `floods` are codes that mean too often, each with the pause that its maker sets. */
export const answerOf = (code: number, floods: Readonly<Record<number, number>>): RobotAnswer => {
  if (code === 0) return { type: 'sent' }
  const minutes = floods[code]
  if (minutes !== undefined) return { type: 'flood', afterMs: minutes * minute }
  return { type: code === -1 || Number.isNaN(code) ? 'trouble' : 'refused', code }
}
