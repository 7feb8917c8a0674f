// How far a filing is, as a type: beside each commit and in every list.

import type { Standing } from '../../district/standing.ts'

/** A standing and when somebody last did something to the filing, epoch milliseconds. */
export type TouchedStanding = Standing & { readonly touchedAt: number }
