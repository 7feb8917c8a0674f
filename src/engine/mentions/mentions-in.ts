// The clauses of a message as mentions: a figure with the names it belongs to, names that are all of the figure before
// them, names that have none, names alone, the rest. A clause in which something was not read is lost as a whole.

import { type Clause, type ClausePiece, readClauses } from '../../reading/clauses.ts'
import { readQuantity } from '../../reading/quantity.ts'
import type { Form } from '../form.ts'
import { lexiconOf, type Named } from './lexicon.ts'

/** Names that speak of the same cells: 自然人新收. */
export type Names = readonly (readonly Named[])[]
export type Item = { readonly said: string; readonly names: Names }

export type Mentioned =
  | { readonly type: 'figure'; readonly said: string; readonly names: Names; readonly figure: string }
  /** 均予以公开; 没有结转; 行政许可、收费. */
  | Listed<'all'>
  | Listed<'none'>
  | Listed<'named'>
  | { readonly type: 'rest' | 'lost'; readonly said: string }

type Listed<T> = { readonly type: T; readonly said: string; readonly items: readonly Item[] }

/** Longer messages are texts or tables, and so are those with tabs. */
const longestMessage = 2_000
/** A whole table has some hundred and fifty figures; each is held against those before it. */
const mostMentions = 200

export const mentionsIn = (form: Form, year: number, text: string): readonly Mentioned[] => {
  if (text.length > longestMessage || text.includes('\t')) return []
  const mentions = joined(readClauses(text, lexiconOf(form, year), year).flatMap(ofClause))
  return mentions.length > mostMentions ? [] : mentions
}

type Pieces = readonly ClausePiece<readonly Named[]>[]

/** 两件都予以公开: a figure without a name is the one of the names that are all of it. */
const joined = (mentions: readonly Mentioned[]): readonly Mentioned[] =>
  mentions.flatMap((mention, at): readonly Mentioned[] => {
    const [before, after] = [mentions[at - 1], mentions[at + 1]]
    if (isNameless(mention) && after?.type === 'all') return []
    if (mention.type !== 'all' || !before || !isNameless(before)) return [mention]
    const { figure } = before
    const names = mention.items.flatMap(item => item.names)
    return [{ type: 'figure', said: `${figure}${mention.said}`, names, figure }]
  })

const isNameless = (mention: Mentioned): mention is Extract<Mentioned, { type: 'figure' }> =>
  mention.type === 'figure' && mention.names.length === 0

const ofClause = ({ said, pieces }: Clause<readonly Named[]>): readonly Mentioned[] => {
  const has = (type: ClausePiece<unknown>['type']) => pieces.some(piece => piece.type === type)
  const lost = [{ type: 'lost', said }] as const
  if (has('rest')) return [{ type: 'rest', said }]
  if (!has('figure') && !has('none') && !has('all')) return listed(said, pieces)
  const items = itemsOf(pieces)
  if (has('unread') || !items) return lost
  if (has('none')) return has('figure') ? (oneByOne(pieces) ?? lost) : [{ type: 'none', said, items }]
  if (!has('figure')) return items.length === 1 ? [{ type: 'all', said, items }] : lost
  if ((has('all') || items.length > 1) && isZero(pieces)) return [{ type: 'none', said, items }]
  const parts = split(pieces).map(part => figuresIn(part))
  return has('all') || parts.some(part => part === undefined) ? lost : parts.flatMap(part => part ?? [])
}

/** 处罚3 许可没有: each name with its figure behind it, and the last with its word for none. */
const oneByOne = (pieces: Pieces): readonly Mentioned[] | undefined => {
  const parts: ClausePiece<readonly Named[]>[][] = [[]]
  for (const piece of pieces) {
    parts.at(-1)?.push(piece)
    if (piece.type === 'figure' || piece.type === 'none') parts.push([])
  }
  if (parts.pop()?.length !== 0) return undefined
  const mentions = parts.map((part): Mentioned | undefined => {
    const [first, last] = [part[0], part.at(-1)]
    if (first?.type !== 'name' || part.some(({ type }) => type === 'and' || type === 'all')) return undefined
    const [said, names] = [wordsOf(part), namesIn(part)]
    if (last?.type === 'none' && part !== parts.at(-1)) return undefined
    if (last?.type === 'figure') return { type: 'figure', said, names, figure: last.said }
    return { type: 'none', said, items: [{ said, names }] }
  })
  return mentions.every(mention => mention !== undefined) ? mentions : undefined
}

/** Names without figures, each for itself; one beside words that were not read is not known. */
const listed = (whole: string, pieces: Pieces): readonly Mentioned[] =>
  split(pieces).map((part, _, { length }) => {
    const said = length === 1 ? whole : wordsOf(part)
    const [item] = itemsOf(part) ?? []
    return item ? { type: 'named', said, items: [item] } : { type: 'lost', said }
  })

/** The names between two "and"; undefined where words among them were not read. */
const itemsOf = (pieces: Pieces): readonly Item[] | undefined =>
  pieces.some(({ type }) => type === 'unread')
    ? undefined
    : split(pieces)
        .map(part => ({ said: wordsOf(part), names: namesIn(part) }))
        .filter(({ names }) => names.length > 0)

const split = (pieces: Pieces): readonly Pieces[] => {
  const parts: ClausePiece<readonly Named[]>[][] = [[]]
  for (const piece of pieces) piece.type === 'and' ? parts.push([]) : parts.at(-1)?.push(piece)
  return parts.filter(part => part.length > 0)
}

const namesIn = (pieces: Pieces): Names =>
  pieces.flatMap(piece => (piece.type === 'name' ? [piece.value] : []))

const wordsOf = (pieces: Pieces): string => pieces.map(piece => ('said' in piece ? piece.said : '')).join('')

/** Whether the only figure is 0: it goes for each name. */
const isZero = (pieces: Pieces): boolean => {
  const [figure, ...more] = pieces.filter(piece => piece.type === 'figure')
  const quantity = figure && more.length === 0 ? readQuantity(figure.said) : undefined
  return quantity !== undefined && !('fault' in quantity) && quantity.amount.mantissa === 0n
}

type Run = { readonly names: ClausePiece<readonly Named[]>[]; readonly figures: string[] }

/** Names stand before their figures, or behind them, all through; undefined for anything else. */
const figuresIn = (pieces: Pieces): readonly Mentioned[] | undefined => {
  const runs: Run[] = [{ names: [], figures: [] }]
  for (const piece of pieces) {
    const run = runs.at(-1)
    if (piece.type === 'figure') run?.figures.push(piece.said)
    else if (piece.type === 'name') {
      if (run && run.figures.length === 0) run.names.push(piece)
      else runs.push({ names: [piece], figures: [] })
    }
  }
  const withFigures = runs.filter(({ figures }) => figures.length > 0)
  const [only] = withFigures
  if (only && withFigures.length === 1)
    return mentioned(
      pieces.filter(piece => piece.type === 'name'),
      only.figures,
    )
  if (runs.every(({ names, figures }) => names.length > 0 && figures.length > 0))
    return runs.flatMap(({ names, figures }) => mentioned(names, figures))
  if (runs[0]?.names.length !== 0 || runs.at(-1)?.figures.length !== 0) return undefined
  return runs.slice(0, -1).flatMap(({ figures }, at) => mentioned(runs[at + 1]?.names ?? [], figures))
}

const mentioned = (names: Pieces, figures: readonly string[]): readonly Mentioned[] =>
  figures.map(figure => ({
    type: 'figure',
    said: `${wordsOf(names)}${figure}`,
    names: namesIn(names),
    figure,
  }))
