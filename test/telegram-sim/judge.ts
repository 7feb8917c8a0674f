// The judge: remembers every call that Telegram would refuse and every tap left without its one answer.
// What a test ordered or declared beforehand is no violation.

import type { Refusal } from './refusal.ts'
import type { Fields, Tap } from './types.ts'

export interface Judge {
  readonly violations: readonly string[]
  /** A call was refused on its merits. */
  refused(method: string, params: Fields, refusal: Refusal): void
  /** Something else went wrong that must fail the test. */
  note(violation: string): void
  expectRefusal(pattern: RegExp, times?: number): void
  /** Throws with all violations, expected refusals that never came, and taps not answered exactly once. */
  assertClean(taps: Iterable<Tap>, allowUnanswered: boolean): void
}

const SECRET = new Set(['secret_token', 'certificate'])

/** A call's parameters for a message: secrets out, long texts cut. */
function redact(params: Fields): string {
  return JSON.stringify(params, (key, value: unknown) => {
    if (SECRET.has(key)) return '[redacted]'
    return typeof value === 'string' && value.length > 120
      ? `${value.slice(0, 120)}…(${value.length})`
      : value
  })
}

/** A judge with a clean record. */
export function createJudge(): Judge {
  const violations: string[] = []
  const expected: { readonly pattern: RegExp; left: number }[] = []
  return {
    violations,
    refused: (method, params, refusal) => {
      if (refusal.tolerated === true) return
      const line = `${method} → ${refusal.code} ${refusal.description}`
      const entry = expected.find(({ pattern, left }) => left > 0 && pattern.test(line))
      if (entry === undefined) violations.push(`${line}\n    ${redact(params)}`)
      else entry.left -= 1
    },
    note: violation => violations.push(violation),
    expectRefusal: (pattern, times = 1) => expected.push({ pattern, left: times }),
    assertClean: (taps, allowUnanswered) => {
      const problems = [...violations]
      for (const { pattern, left } of expected) {
        if (left > 0) problems.push(`expected refusal never came: ${pattern} (${left} left)`)
      }
      for (const tap of taps) {
        if (tap.acknowledged && tap.answers === 0 && !tap.attempted && !allowUnanswered) {
          problems.push(`the tap on [${tap.label}] of user ${tap.user} was never answered`)
        }
      }
      if (problems.length === 0) return
      throw new Error(
        `Telegram would not accept this bot:\n${problems.map(line => `  - ${line}`).join('\n')}`,
      )
    },
  }
}
