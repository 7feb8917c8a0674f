// All that a leader looks at before signing, on one card: headline figures with last year's, findings with their
// reasons, the places that changed, the review for secrets, who signed.

import { type Figure, isFigure } from '../../../engine/derive.ts'
import type { Value } from '../../../engine/filing.ts'
import type { CellKey, Form } from '../../../engine/form.ts'
import { cellOf, tableOf } from '../../../engine/index-of.ts'
import { lastYear } from '../../../engine/known.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import { cellName, sayValue } from '../../../i18n/cell-words.ts'
import { findingWords } from '../../../i18n/finding-words.ts'
import { dayWords } from '../../day-words.ts'
import type { Line } from '../../message.ts'
import type { HandledFiling, StoredSignOff } from '../../ports/handling.ts'
import { placeNames } from '../compose/place-names.ts'
import { plain, type View, valueIn } from '../compose/view.ts'
import { isSigned } from './life.ts'

/** `changed` are the keys that changed since the sign-off or the hand-in before; null where there was none. */
export const signOffLines = (
  view: View,
  stood: HandledFiling,
  findings: readonly Finding[],
  changed: readonly string[] | null,
): readonly Line[] => [
  ...headlineLines(view),
  ...findings.slice(0, fewFindings).map(finding =>
    plain(
      view.words.say('life.finding', {
        finding: findingWords(view.words, view.form, finding, key => valueIn(view, key)),
        reason: finding.reason ?? '',
      }),
    ),
  ),
  ...(changed && changed.length > 0
    ? [plain(view.words.say('life.changed', { names: placeNames(view, changed) }))]
    : []),
  plain(secrecyWords(view, stood)),
  plain(signedWords(view, stood, changed)),
]

const fewFindings = 3

/** 新收 6 件（上年 4）· 结转下年度 1 件. Zeros that were zeros last year are left out. */
const headlineLines = (view: View): readonly Line[] => {
  const { form, words } = view
  const said = (form.headline ?? []).flatMap(key => {
    const value = valueIn(view, key)
    const before = lastYearOf(view, key)
    if (isNone(form, key, value) && isNone(form, key, before ?? null)) return []
    const name = isNamedByRow(view, key) ? words.form.row(form, key) : cellName(words, form, key)
    return [
      words.say(before === undefined ? 'life.figure' : 'life.figure.last-year', {
        ...{ name, value: sayValue(form, key, value) },
        before: before === undefined ? '' : sayValue(form, key, before),
      }),
    ]
  })
  return said.length > 0 ? [plain(said.join(' \u00b7 '))] : []
}

const isNone = (form: Form, key: CellKey, value: Value): boolean =>
  !isFigure(form, key, { value, note: null } as Figure)

/** A total is called by its row, and so is a row of one cell. */
const isNamedByRow = ({ form }: View, key: CellKey): boolean => {
  const { sum, section, rowKey } = cellOf(form, key)
  return sum !== undefined || tableOf(form, section).cells.filter(each => each.rowKey === rowKey).length === 1
}

const lastYearOf = ({ previous }: View, key: CellKey): Value | undefined =>
  lastYear({ previous, unit: { name: '', level: null, powers: {} }, yearEnd: null }, key)?.value

const secrecyWords = (view: View, { signOffs, content }: HandledFiling): string => {
  const reviewed = signOffs.findLast(each => each.capacity === 'secrecy-review' && each.content === content)
  const { words } = view
  return reviewed
    ? words.say('life.secrecy', { who: reviewed.who, day: dayWords(words, reviewed.signedOn) })
    : words.say('life.secrecy.none')
}

/** The last sign-off, whether it stands, and what made it void. */
const signedWords = (view: View, stood: HandledFiling, changed: readonly string[] | null): string => {
  const { words } = view
  const last = lastSignOff(stood)
  if (!last) return words.say('life.signed.none')
  const signed = signOffWords(view, last)
  if (isSigned(stood)) return words.say('life.signed', { signed })
  return words.say('life.signed.void', { signed, names: placeNames(view, changed ?? []) })
}

/** 周明（分管领导）1月14日（周四），纸质签字. */
const signOffWords = ({ words }: View, signOff: StoredSignOff): string =>
  words.say(signOff.isUnderAuthority ? 'life.sign-off.authority' : 'life.sign-off', {
    ...{ who: signOff.who, capacity: words.say(`life.capacity.${signOff.capacity}`) },
    ...{ day: dayWords(words, signOff.signedOn), way: words.say(`life.way.${signOff.way}`) },
  })

export const lastSignOff = ({ signOffs }: HandledFiling): StoredSignOff | undefined =>
  signOffs.findLast(({ capacity }) => capacity !== 'secrecy-review')
