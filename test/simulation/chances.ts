// Chance by name: each name has numbers of its own, so that one event less leaves all others as they were.

import { createHash } from 'node:crypto'
import { chanceOf } from '../scenarios/made-report.ts'

/** The next number in [0, 1) of this name. */
export type Chances = (name: string) => number

export const chances = (seed: number): Chances => {
  const streams = new Map<string, () => number>()
  return name => {
    let stream = streams.get(name)
    if (!stream) {
      stream = chanceOf(createHash('sha256').update(`${seed}/${name}`).digest().readUInt32LE(0))
      streams.set(name, stream)
    }
    return stream()
  }
}
