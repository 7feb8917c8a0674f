// Faults that this product once had, each put back by a patch: the simulation finds it. A patch that no longer applies
// is to be made anew, and not to be left out.

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const seeds = 200

/** Each fault, and the promises it breaks. */
const faults: Readonly<Record<string, { readonly fault: string; readonly breaks: readonly string[] }>> = {
  f1: { fault: 'a message is given up because Telegram is out', breaks: ['given up'] },
  f2: { fault: 'a second tap finds the link burnt', breaks: ['entering', 'refusal'] },
  f3: { fault: 'a mark that could not be stored is forgotten', breaks: ['copies'] },
  f4: { fault: 'messages are marked only when all are sent', breaks: ['copies'] },
  f9: { fault: 'mail waits for the hour by which the clock went back', breaks: ['left', 'dead end'] },
  overwritten: {
    fault: 'an answer counts although a colleague has changed the cell since it was asked',
    breaks: ['unseen'],
  },
  reopened: {
    fault: 'an answer counts although a colleague has closed its gate since it was asked',
    breaks: ['unseen'],
  },
  f12: { fault: 'colleagues who write at once are refused', breaks: ['failure'] },
}

const patchOf = (name: string): string => join(root, 'test/simulation/faults', `${name}.patch`)

test('every patch is of a fault that is known, and each fault has its patch', () => {
  const names = readdirSync(join(root, 'test/simulation/faults')).map(name => name.replace('.patch', ''))
  expect(names.sort()).toEqual(Object.keys(faults).sort())
})

describe.each(Object.entries(faults))('%s, put back', (name, { fault, breaks }) => {
  test(`applies to the source: ${fault}`, () => {
    execFileSync('git', ['apply', '--check', patchOf(name)], { cwd: root })
    expect(breaks).not.toEqual([])
  })

  if (process.env.LONG === '1')
    test(`is found within ${seeds} seeds: ${fault}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'nianbao-fault-'))
      try {
        for (const part of ['src', 'test', 'locales', 'migrations', 'package.json'])
          cpSync(join(root, part), join(folder, part), { recursive: true })
        symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
        execFileSync('git', ['apply', patchOf(name)], { cwd: folder })
        const { stdout } = spawnSync(process.execPath, ['test/simulation/cli.ts', '1', `${seeds}`], {
          cwd: folder,
          encoding: 'utf8',
        })
        const { seed, names } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
        expect(seed, stdout).not.toBeNull()
        expect(breaks, stdout).toEqual(expect.arrayContaining([names[0]]))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
})
