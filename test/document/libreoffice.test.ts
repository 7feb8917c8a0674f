// The docx as an office program lays it out: pages, table widths, repeated heads.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalSheetOf } from '../../src/document/approval-sheet.ts'
import { docxOf } from '../../src/document/docx.ts'
import { type Outline, outlineOf } from '../../src/document/outline.ts'
import { formId } from '../../src/engine/form.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { materials, needs, seedName } from '../needs.ts'
import { caseOutline, filingOf } from './material.ts'

describe('LibreOffice', needs('office'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const form = catalog.formOf(formId('disclosure-2021'))
  const empty = filingOf(form.id, {})
  const outlines: Record<string, () => Outline> = {
    empty: () => outlineOf({ form, filing: empty, unitName: '测试镇' }),
    sheet: () => {
      const figures = Object.fromEntries((form.headline ?? []).map(key => [key, 12_345]))
      const filing = filingOf(form.id, figures)
      return approvalSheetOf({
        ...{
          form,
          filing,
          previous: { form, filing },
          unitName: '望江区住房和城乡建设局（区人民防空办公室）',
        },
        ...{ explained: 3, number: '望住建发〔2027〕12号', day: '2027-01-14' },
      })
    },
    ...(!materials.reports.isAbsent && {
      seed: () => caseOutline(seedName),
      city: () => caseOutline('03-suqian-city-2023.json'),
    }),
  }
  // One start of the program for all.
  beforeAll(async () => {
    const files = Object.entries(outlines).map(([name, outline]) => ({
      path: join(folder, `${name}.docx`),
      outline,
    }))
    for (const { path, outline } of files) writeFileSync(path, await docxOf(outline()))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder]
    execFileSync('soffice', [...options, ...files.map(({ path }) => path)], { stdio: 'ignore' })
  }, 120_000)
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

  const check = (name: string, fewest: number, most: number): void => {
    const file = join(folder, `${name}.pdf`)
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

  test('an empty form is two or three pages', () => check('empty', 2, 4))

  test('the sheet for signatures is one page, even with a long name and large figures', () => {
    const file = join(folder, 'sheet.pdf')
    expect(pagesOf(file)).toBe(1)
    const text = textOn(file, 1)
    for (const part of ['12345', '望住建发〔2027〕12号', '（单位盖章）年月日—1—'])
      expect(text).toContain(part)
  })

  test('the seed is four to six pages', needs('reports'), () => check('seed', 4, 6))

  test('a city’s report with large figures is nine to twelve pages', needs('reports'), () =>
    check('city', 9, 12),
  )
})
