// Our document after an office program has opened and saved it.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docxOf } from '../../../src/document/docx.ts'
import { type Outline, outlineOf } from '../../../src/document/outline.ts'
import type { Value } from '../../../src/engine/filing.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { filingOf } from '../../document/material.ts'
import { needs } from '../../needs.ts'
import { readAtOnce } from './read-at-once.ts'

describe('saved again by LibreOffice', needs('office'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const saved = join(folder, 'saved')
  const outlines = new Map<string, Outline>(
    [...catalog.forms.values()].map(form => {
      const figures = Object.fromEntries(
        indexOf(form).entered.map(({ key, answer }, at): readonly [string, Value] => [
          key,
          answer.startsWith('money') ? { fen: at * 1_000_000, unit: 'wan-yuan' } : at + 1,
        ]),
      )
      const filing = filingOf(form.id, figures, { overview: '第一段。\n第二段。', other: '无。' })
      return [`${form.id}.docx`, outlineOf({ form, filing, unitName: '青石街道' })]
    }),
  )
  // One start of the program for all.
  beforeAll(async () => {
    mkdirSync(saved)
    for (const [name, outline] of outlines) writeFileSync(join(folder, name), await docxOf(outline))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const options = [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved]
    const written = [...outlines.keys()].map(name => join(folder, name))
    execFileSync('soffice', [...options, ...written], { stdio: 'ignore' })
  }, 120_000)

  test.each([...outlines])('%s is read as it was written', async (name, { title }) => {
    const [before, after] = await Promise.all(
      [folder, saved].map(place => readAtOnce(readFileSync(join(place, name)), catalog)),
    )
    expect(after).toEqual(before)
    expect(before).toMatchObject({
      ok: true,
      draft: { unread: [], unit: '青石街道' },
      missing: [],
      layout: { title },
    })
  })
})
