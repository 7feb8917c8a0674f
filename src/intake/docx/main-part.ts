// From the file's bytes to the roots of its main part and of the notes that belong to it. A file of another kind is refused
// here.

import type { WhyRefused } from '../../engine/draft.ts'
import { limits } from './limits.ts'
import { stop } from './refusal.ts'
import type { Sliced } from './slices.ts'
import { portion, treeOf } from './tree-of.ts'
import { unzip } from './unzip.ts'
import type { Element } from './xml.ts'

const zipSign = [0x50, 0x4b]
/** The compound file of Word before 2007, of WPS, and of any docx with a password (MS-CFB 2.2). */
const compoundSign = [0xd0, 0xcf, 0x11, 0xe0]
const usual = 'word/document.xml'

/** The `document` element, and those of the notes at the foot of its pages and at its end. */
type Parts = { readonly document: Element; readonly notes: readonly Element[] }

/** Stops with the reason when there is no document. */
export function* mainPart(bytes: Uint8Array): Sliced<Parts> {
  if (startsWith(bytes, compoundSign)) stop(yield* compoundKind(bytes))
  if (!startsWith(bytes, zipSign)) stop('not-docx')
  if (bytes.length > limits.bytes) stop('too-large')
  const zip = unzip(bytes)
  const relations = zip.get('_rels/.rels')
  const main = relations ? targetOf(yield* treeOf(relations)) : usual
  const document = yield* treeOf(zip.get(main) ?? stop('not-docx'))
  if (document.name !== 'w:document') stop('not-docx')
  const notes: Element[] = []
  for (const name of ['footnotes.xml', 'endnotes.xml']) {
    const entry = zip.get(`${main.slice(0, main.lastIndexOf('/') + 1)}${name}`)
    if (entry) notes.push(...noted(yield* treeOf(entry)))
  }
  return { document, notes }
}

/** The notes that somebody wrote; Word keeps its separating lines among them. */
const noted = ({ children }: Element): readonly Element[] =>
  children.filter(
    (child): child is Element =>
      typeof child !== 'string' && /^w:(?:foot|end)note$/.test(child.name) && !child.attributes.has('type'),
  )

const targetOf = ({ children }: Element): string => {
  const found = children.find(
    child => typeof child !== 'string' && child.attributes.get('Type')?.endsWith('/officeDocument'),
  )
  const target = typeof found === 'object' ? (found.attributes.get('Target') ?? '') : usual
  return target.replace(/^\.?\/+/, '').toLowerCase()
}

function* compoundKind(bytes: Uint8Array): Sliced<WhyRefused> {
  if (yield* holdsName(bytes, 'EncryptedPackage')) return 'encrypted'
  const isOther = (yield* holdsName(bytes, 'Workbook')) || (yield* holdsName(bytes, 'PowerPoint Document'))
  return isOther && !(yield* holdsName(bytes, 'WordDocument')) ? 'not-docx' : 'old-word'
}

/** A stream's name in the compound file's directory, in UTF-16. */
function* holdsName(bytes: Uint8Array, name: string): Sliced<boolean> {
  const signs = [...name].flatMap(sign => [sign.charCodeAt(0), 0])
  const [first = 0] = signs
  const last = Math.min(bytes.length, limits.bytes)
  for (let at = 0; at < last; at += 1) {
    if (bytes[at] === first && signs.every((sign, n) => bytes[at + n] === sign)) return true
    if (at % portion === 0) yield portion
  }
  return false
}

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)
