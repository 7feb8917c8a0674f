// The powers that some units have by law and others have not: a zero or a figure there is told from a slip by them.
// Keyed by the row of 表二, in every edition (条例 article 20, items 5 and 6).

import type { Powers } from '../../engine/known.ts'

/** The row's key and its name as printed. */
export const powerNames: ReadonlyMap<string, string> = new Map([
  ['licensing', '行政许可'],
  ['penalties', '行政处罚'],
  ['coercion', '行政强制'],
])

/** `licensing,-penalties` or `行政许可、无行政处罚`; or the first word that names no power. */
export const readPowers = (typed: string): { readonly powers: Powers } | { readonly unknown: string } => {
  const powers: Record<string, boolean> = {}
  for (const each of typed.split(/[,，、;；\s]+/).filter(part => part !== '')) {
    const name = each.replace(/^(?:-|－|无|没有)/, '')
    const found = [...powerNames].find(([key, label]) => name === key || name === label)
    if (!found) return { unknown: each }
    powers[found[0]] = name === each
  }
  return { powers }
}
