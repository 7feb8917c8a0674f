// Whole conversations kept as files and compared whole. UPDATE_TRANSCRIPTS=1 writes them anew.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect } from 'vitest'

/** Compares with `transcripts/<name>.txt`. */
export const expectTranscript = (name: string, text: string): void => {
  const file = resolve(import.meta.dirname, 'transcripts', `${name}.txt`)
  if (process.env.UPDATE_TRANSCRIPTS === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
}
