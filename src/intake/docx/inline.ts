// The words of one paragraph as it prints: tracked changes accepted, field codes, hidden words and note marks left out.
// Content that is no words (pictures, symbols) leaves a mark, so that no cell looks empty.

import { limits } from './limits.ts'
import { stop } from './refusal.ts'
import { childOf, type Element } from './xml.ts'

/** Stands for content that is no text. */
export const object = '\ufffc'
/** Around raised characters: in a cell they are the mark of a note, in prose they are text. */
const raised = { from: '\ufdd0', to: '\ufdd1' }

export type Inline = {
  readonly text: string
  /** Words that are hidden or struck through: they do not count. */
  readonly struck: string
  /** Text boxes that hang on the paragraph. */
  readonly boxes: readonly Element[]
}

type State = {
  words: string[]
  readonly struck: string[]
  readonly boxes: Element[]
  /** Open fields: true once their result has begun. */
  readonly fields: boolean[]
  elements: number
}

export const inlineOf = (paragraph: Element): Inline & { readonly elements: number } => {
  const state: State = { words: [], struck: [], boxes: [], fields: [], elements: 0 }
  walk(paragraph, state)
  const text = state.words.join('')
  if (text.length > limits.signs) stop('too-large')
  const struck = proseOf(state.struck.join('')).trim()
  return { text, struck, boxes: state.boxes, elements: state.elements }
}

/** In prose, raised characters stay and objects do not. */
export const proseOf = (text: string): string => text.replace(/[\ufffc\ufdd0\ufdd1]/g, '')

/** In a cell, raised figures and signs behind something are marks of notes and go. */
export const figureOf = (text: string): string => {
  const bare = text.replace(/\ufdd0[\d\s*#\u2460-\u2473[\]()\u3014\u3015\uff08\uff09]*\ufdd1/gu, '')
  return (bare.trim() === '' ? text : bare).replace(/[\ufdd0\ufdd1]/g, '')
}

/** Not printed, or not words of the paragraph. */
const silent: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:rt',
  'w:sectPr',
  'm:rPr',
])

const walk = (element: Element, state: State): void => {
  for (const child of element.children) if (typeof child !== 'string') take(child, state)
}

const take = (element: Element, state: State): void => {
  const { name, attributes } = element
  state.elements += 1
  if (state.elements > limits.inParagraph) stop('too-large')
  if (silent.has(name)) return
  if (state.fields.includes(false) && name !== 'w:fldChar' && name !== 'w:r') return
  switch (name) {
    case 'w:t':
    case 'm:t':
      state.words.push(element.children.filter(child => typeof child === 'string').join(''))
      return
    case 'w:r':
      run(element, state)
      return
    case 'w:tab':
    case 'w:ptab':
      state.words.push('\t')
      return
    case 'w:br':
    case 'w:cr':
      state.words.push('\n')
      return
    case 'w:noBreakHyphen':
      state.words.push('-')
      return
    case 'w:sym':
      state.words.push(object)
      return
    case 'w:fldChar':
      field(attributes.get('fldCharType'), state)
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      drawing(element, state)
      return
    case 'mc:AlternateContent':
      walk(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element, state)
      return
    case 'w:sdt':
      if (!isPlaceholder(element)) walk(element, state)
      return
    default:
      walk(element, state)
  }
}

/** Hidden, and struck through by hand where changes are not tracked. */
const gone = ['w:vanish', 'w:strike', 'w:dstrike']

const run = (element: Element, state: State): void => {
  const properties = childOf(element, 'w:rPr')
  if (gone.some(name => isOn(childOf(properties, name)))) {
    const { words } = state
    state.words = state.struck
    walk(element, state)
    state.words = words
    return
  }
  const isRaised = childOf(properties, 'w:vertAlign')?.attributes.get('val') === 'superscript'
  if (isRaised) state.words.push(raised.from)
  walk(element, state)
  if (isRaised) state.words.push(raised.to)
}

const field = (type: string | undefined, { fields }: State): void => {
  if (type === 'begin') fields.push(false)
  if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = true
  if (type === 'end') fields.pop()
}

/** A picture or a shape; the words in it, where there are any, are text boxes. */
const drawing = (element: Element, { words, boxes }: State): void => {
  const found = boxesIn(element)
  boxes.push(...found)
  if (found.length === 0) words.push(object)
}

const boxesIn = (element: Element): readonly Element[] =>
  element.children.flatMap(child => {
    if (typeof child === 'string') return []
    if (child.name === 'w:txbxContent') return [child]
    if (child.name !== 'mc:AlternateContent') return boxesIn(child)
    const chosen = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
    return chosen ? boxesIn(chosen) : []
  })

/** The words “click here to enter text” of an empty content control. */
export const isPlaceholder = (sdt: Element): boolean =>
  isOn(childOf(childOf(sdt, 'w:sdtPr'), 'w:showingPlcHdr'))

/** A property that is there and not switched off. */
export const isOn = (property: Element | undefined): boolean =>
  property !== undefined && !['0', 'false', 'off'].includes(property.attributes.get('val') ?? '')
