// Our document after an office program has opened and saved it. Skipped where LibreOffice is missing; in CI its absence
// is a failure (test/document/libreoffice.test.ts).

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { docxOf } from '../../../src/document/docx.ts'
import { outlineOf } from '../../../src/document/outline.ts'
import type { Value } from '../../../src/engine/filing.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { readDocx } from '../../../src/intake/docx.ts'
import { filingOf } from '../../document/material.ts'

const hasOffice = (): boolean => {
  try {
    execFileSync('which', ['soffice'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!hasOffice())('saved again by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([...catalog.forms.values()])(
    '$id is read as it was written',
    { timeout: 120_000 },
    async form => {
      const figures = Object.fromEntries(
        indexOf(form).entered.map(({ key, answer }, at): readonly [string, Value] => [
          key,
          answer.startsWith('money') ? { fen: at * 1_000_000, unit: 'wan-yuan' } : at + 1,
        ]),
      )
      const filing = filingOf(form.id, figures, { overview: '第一段。\n第二段。', other: '无。' })
      const outline = outlineOf({ form, filing, unitName: '青石街道' })
      const [written, saved] = [join(folder, `${form.id}.docx`), join(folder, 'saved')]
      mkdirSync(saved, { recursive: true })
      writeFileSync(written, await docxOf(outline))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const options = [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved]
      execFileSync('soffice', [...options, written], { stdio: 'ignore' })
      const [before, after] = [written, join(saved, `${form.id}.docx`)].map(file =>
        readDocx(readFileSync(file), catalog),
      )
      expect(after).toEqual(before)
      expect(before).toMatchObject({
        ok: true,
        draft: { unread: [], unit: '青石街道' },
        missing: [],
        layout: { title: outline.title },
      })
    },
  )
})
