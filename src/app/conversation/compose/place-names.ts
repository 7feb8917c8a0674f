// The names of places in a report, whatever kind their keys are of.

import { indexOf } from '../../../engine/index-of.ts'
import { cellName } from '../../../i18n/cell-words.ts'
import { gateName, textName, type View } from './view.ts'

/** A cell, a gate, a text, or what stands beside the report. */
export const placeName = (view: View, key: string): string => {
  const { words, form } = view
  const { cells, gates, texts } = indexOf(form)
  const cell = cells.get(key)
  const gate = gates.get(key)
  const text = texts.get(key)
  if (cell) return cellName(words, form, cell.key)
  if (gate) return gateName(view, gate.key)
  const [remark] = key.split(':')
  if (remark === 'year-end' || remark === 'reason') return words.say(remark)
  return text ? textName(view, text.text) : key
}

/** The first few open places, by name. */
export const placeNames = (view: View, keys: readonly string[]): string => {
  const names = keys
    .slice(0, fewNames)
    .map(key => placeName(view, key))
    .join(view.words.say('names'))
  return keys.length > fewNames ? view.words.say('blocked.more', { names }) : names
}

const fewNames = 3
