// Material from outside that some tests need: published reports, a browser, an office program. This file alone says
// where each lies and whether it is absent; skipped-for-want.ts tells at the end of a run what was skipped for it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

export type Material = 'reports' | 'browser' | 'office' | 'calc'

const folder = resolve(import.meta.dirname, '../../shared/cases')
const programs = (process.env.PATH ?? '').split(delimiter)
const pathOf = (program: string): string | undefined =>
  programs.map(place => join(place, program)).find(path => existsSync(path))

const listed = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.json')) : []
export const chromiumPath = ['chromium', 'chromium-browser', 'google-chrome'].map(pathOf).find(Boolean)

/** The name of each material, and whether it is absent here. */
export const materials: Readonly<Record<Material, { readonly name: string; readonly isAbsent: boolean }>> = {
  reports: { name: 'published reports', isAbsent: listed.length === 0 },
  browser: { name: 'Chromium', isAbsent: chromiumPath === undefined },
  office: {
    name: 'LibreOffice and poppler',
    isAbsent: !['soffice', 'pdftotext', 'pdfinfo'].every(pathOf),
  },
  calc: { name: 'LibreOffice Calc', isAbsent: !['soffice', 'localc'].every(pathOf) },
}

/** Options of a test or suite that needs this: skipped without it, and counted by its tag. */
export const needs = (material: Material): { readonly skip: boolean; readonly tags: string[] } => ({
  skip: materials[material].isAbsent,
  tags: [material],
})

/** File names of the published reports; without them one name that stands for all, so that its tests are counted. */
export const reportNames: readonly string[] = listed.length > 0 ? listed : ['any published report']
/** The report this product was asked for. */
export const seedName = 'seed.report.json'

/** The file as it is; throws where the reports are absent. */
export const reportText = (name: string): string => readFileSync(resolve(folder, name), 'utf8')

/** The seed report as it was printed, without the one word that its extraction left in it. */
export const seedPrint = (): string => reportText('seed.txt').replace('[bookmark: _GoBack]', '')

const faults = resolve(import.meta.dirname, '../../shared/faults')
/** The path of an input that once went wrong; they lie beside the published reports. */
export const faultFile = (name: string): string => resolve(faults, name)
/** As `needs('reports')`, where those inputs are there too. */
export const needsFaults = { ...needs('reports'), skip: !existsSync(faults) }
