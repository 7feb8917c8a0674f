// The powers of a unit as an administrator types them. It must not know which powers there are.

import type { Powers } from '../engine/keys.ts'

/** `licensing,-penalties` or `行政许可、无行政处罚`, with the keys and names of `names`; or the first word that is none. */
export const readPowers = (
  typed: string,
  names: ReadonlyMap<string, string>,
): { readonly powers: Powers } | { readonly unknown: string } => {
  const powers: Record<string, boolean> = {}
  for (const each of typed.split(/[,，、;；\s]+/).filter(part => part !== '')) {
    const name = each.replace(/^(?:-|－|无|没有)/, '')
    const found = [...names].find(([key, label]) => name === key || name === label)
    if (!found) return { unknown: each }
    powers[found[0]] = name === each
  }
  return { powers }
}
