// A command's surroundings: words, catalogue, environment, and the places its lines go to. And its one way to refuse.

import type { Command } from 'commander'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'

export type CommandContext = {
  readonly words: Words
  /** The command line's own voice among the words. */
  readonly say: Words['cli']
  readonly catalog: Catalog
  readonly env: Readonly<Record<string, string | undefined>>
  /** One line, or several; the line feed is added. */
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  /** Bytes or text as they are; resolves when they are written. */
  readonly write: (body: Uint8Array | string) => Promise<void>
  readonly isTerminal: { readonly input: boolean; readonly output: boolean }
  readonly now: () => number
}

/** Takes the work of the command that was called; it gives the exit code. */
export type Do = (work: () => Promise<number>) => Promise<void>

/** Adds a command below another one, with its help in our words. */
export type AddCommand = (parent: Command, usage: string) => Command

/** A command that cannot be done as it was given: one sentence for people, and the exit code. */
export type Refusal = Error & { readonly exit: number }

/** The error to throw; 2 is wrong usage or unreadable input, 1 everything else that was refused. */
export const refusal = (sentence: string, exit = 2): Refusal =>
  Object.assign(new Error(sentence), { name: 'Refusal', exit })

export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && 'exit' in error

/** A system error's code (`ENOENT`), or its name. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
