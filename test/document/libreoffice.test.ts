// The docx as an office program lays it out: pages, table widths, repeated heads. Skipped where LibreOffice or
// poppler is missing; in CI their absence is a failure.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { docxOf } from '../../src/document/docx.ts'
import { type Outline, outlineOf } from '../../src/document/outline.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { caseOutline, filingOf, noCases, seedName } from './material.ts'

const runs = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const missing = ['soffice', 'pdftotext', 'pdfinfo'].filter(program => !runs(program))

test.skipIf(!process.env.CI)('LibreOffice and poppler are there in CI', () => expect(missing).toEqual([]))

describe.skipIf(missing.length > 0)(
  `LibreOffice${missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    const pdf = async (name: string, outline: Outline): Promise<string> => {
      const docx = join(folder, `${name}.docx`)
      writeFileSync(docx, await docxOf(outline))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
        stdio: 'ignore',
      })
      return join(folder, `${name}.pdf`)
    }
    const run = (program: string, ...args: readonly string[]) =>
      execFileSync(program, args, { encoding: 'utf8' })
    const pagesOf = (file: string) => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))?.[1])
    const textOn = (file: string, page: number) =>
      run('pdftotext', '-layout', '-f', `${page}`, '-l', `${page}`, file, '-').replace(/\s/g, '')
    /** The words' places in points; a page is 595 × 842. */
    const places = (file: string) =>
      [
        ...run('pdftotext', '-bbox', file, '-').matchAll(
          /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"/g,
        ),
      ].map(([, from, to]) => ({ from: Number(from), to: Number(to) }))

    const check = async (name: string, outline: Outline, fewest: number, most: number): Promise<void> => {
      const file = await pdf(name, outline)
      const pages = pagesOf(file)
      expect(pages).toBeGreaterThanOrEqual(fewest)
      expect(pages).toBeLessThanOrEqual(most)
      expect(run('pdfinfo', file)).toMatch(/Page size:\s+59[45].* x 84[12]/)
      for (const { from, to } of places(file)) {
        // 28 and 26 mm of margin; a stop at a line's end may hang one character into it.
        expect(from).toBeGreaterThan(78)
        expect(to).toBeLessThan(595 - 73 + 16)
      }
      const texts = Array.from({ length: pages }, (_, at) => textOn(file, at + 1))
      texts.forEach((text, at) => {
        expect(text).toMatch(new RegExp(`—${at + 1}—$`))
      })
      const first = texts.findIndex(text => text.includes('本年新收政府信息公开申请数量'))
      const last = texts.findIndex(text => text.includes('结转下年度继续办理'))
      expect(first).toBeGreaterThan(-1)
      for (const text of texts.slice(first, last + 1)) expect(text).toContain('申请人情况')
      // A heading never stands alone at a page's end.
      for (const text of texts) expect(text).not.toMatch(/[二三四]、[^、]{5,20}情况—\d+—$/)
    }

    test('an empty form is two or three pages', { timeout: 60_000 }, async () => {
      const filing = filingOf('disclosure-2021', {})
      await check('empty', outlineOf({ form: catalog.formOf(filing.form), filing, unitName: '测试镇' }), 2, 4)
    })

    test.skipIf(noCases)('the seed is four to six pages', { timeout: 60_000 }, () =>
      check('seed', caseOutline(seedName), 4, 6),
    )

    test.skipIf(noCases)(
      'a city’s report with large figures is nine to twelve pages',
      { timeout: 60_000 },
      () => check('city', caseOutline('03-suqian-city-2023.json'), 9, 12),
    )
  },
)
