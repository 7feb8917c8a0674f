// A message cut into clauses, each clause into pieces: names that the caller knows, figures, words for none, for all and
// for the rest, and the words that were not read. It must not know what the names are names of, and it leaves no word out:
// a sign that is nothing else is unread.

import { fold } from './fold.ts'
import { measureWords } from './measure.ts'
import { type NameIndex, nameAt, nameIndex } from './name-index.ts'
import { ordinalEnd } from './ordinal.ts'
import { readQuantity } from './quantity.ts'

export type ClausePiece<T> =
  | { readonly type: 'name'; readonly value: T; readonly said: string }
  | { readonly type: 'figure'; readonly said: string }
  /** 没有; 都; 其余没有, alone in its clause; 和 and 、 between names. */
  | { readonly type: 'none' | 'all' | 'rest' | 'and' }
  | { readonly type: 'unread'; readonly said: string }

/** `said` are its words, of one width. */
export type Clause<T> = { readonly said: string; readonly pieces: readonly ClausePiece<T>[] }

type Word = 'none' | 'all' | 'and' | 'end' | 'filler'

const list = (words: string): readonly string[] => words.split(' ')
const words = nameIndex<Word>([
  ...list('没有 没得 没 无 無 未发生 没发生 未产生 未收到 没收到 未涉及 不涉及 不存在 没有发生 没有收到').map(
    word => [word, 'none'] as const,
  ),
  ...list('都 均 全 全部 全都 全是 都是 均是 均为 都为 一律').map(word => [word, 'all'] as const),
  ...list('其中 里面 当中').map(word => [word, 'end'] as const),
  ...list('、 和 及 与 以及 跟 /').map(word => [word, 'and'] as const),
  ...list(
    '的 了 呢 吧 啊 为 是 有 共 计 共有 共计 总共 一共 累计 就 只 只有 仅 仅有 也 又 还 还有 另 另有 则 已 : = ' +
      '本年 本年度 今年 全年 年度 我局 我镇 我街道 我办 我委 本局 本镇 本街道 本机关 本单位 我单位 我们 ' +
      '自己 自行 法院 政府信息公开申请 信息公开申请 公开申请 政府信息公开 信息公开 政府信息 申请 申请人 案件 案子 事项 情况 情形 方面 类 ' +
      '数量 数目 件数 数 金额 结果 作出 做出 办理 处理 决定 答复 发生 发生了 由 提出 提出的 提交 填 填报 填写',
  ).map(word => [word, 'filler'] as const),
])

const measures = nameIndex(measureWords.map(word => [word, true] as const))
const others =
  /(?:其余|其他|其它|剩下|别的|另外)(?:的|各项|项目|几项|事项){0,2}(?:一律|都|均|全|也)?(?:(?:没有发生|未发生|没发生|没有|没|无)(?:的|了){0,2}|(?:为|是|填|按)?[0零](?:的|了|数|处理|填报){0,2})(?![\d.\p{L}])/uy
/** 还没有, 尚未, 暂无; 没有填, 没数: that there is no figure yet, which is no 0. */
const pending =
  /(?:还|尚|仍|暂时|暂|目前)(?:也|都|是)?(?:没有|没得|没|未|无)|(?:没有|没得|没|未|无)(?:有|再|能|来得及|具体|准确|确切){0,2}(填报|填写|填|统计|上报|数据|数字|数量|数目|数值|数|件数|金额|结果)/uy
const run =
  /(?:(?<![\d.])[+-])?(?:增加|减少|净增|净减|增|减)?[\d零〇○一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅][\d零〇○一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅.,]{0,63}/uy
const trailing = /[.,]{1,64}$/u
const enumerator = /(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[.、])/uy
const year = /(20\d\d)年(?:度)?/uy
const quotes = /[“”„‟"'‘’「」『』]/gu
/** As long as a printed note may be, with its brackets. */
const longestNote = 62

/** A text as this reads it: of one width, without quotes; a full-width comma is no thousands comma. */
export const plainWords = (text: string): string =>
  fold(text.replace(/[，\r\n\t]/g, ';'))
    .replace(quotes, '')
    .trim()

/** Reads a message; `reported` is the year that may be named without a meaning of its own. */
export const readClauses = <T>(text: string, names: NameIndex<T>, reported: number): readonly Clause<T>[] => {
  const said = together(plainWords(text), names)
  const clauses: Clause<T>[] = []
  let pieces: ClausePiece<T>[] = []
  let from = 0
  let at = 0
  const close = (end: number, next: number): void => {
    if (pieces.length > 0) clauses.push({ said: said.slice(from, end).trim(), pieces })
    pieces = []
    from = next
  }
  while (at < said.length) {
    const isStart = pieces.length === 0
    const isBehindFigure = pieces.at(-1)?.type === 'figure'
    const read = readPiece(said, at, names, { reported, isStart, isBehindFigure })
    const last = pieces.at(-1)
    const isSaid = last?.type === 'figure' || last?.type === 'none'
    if (read.type === 'end' || (isSaid && (read.type === 'and' || read.type === 'all'))) close(at, read.to)
    if (read.type === 'rest') {
      close(at, at)
      pieces.push(read.piece)
      close(read.to, read.to)
    } else if (read.type === 'unread') addUnread(pieces, said.slice(at, read.to))
    else if (read.type === 'piece' || read.type === 'all' || (read.type === 'and' && !isSaid))
      pieces.push(read.piece)
    at = read.to
  }
  close(at, at)
  return clauses
}

const apart = /(上年度?|上一年度?|去年)(没有|无|没)(\p{L}{2,6})/gu

/** 上年没有结转 as 没有上年结转, where that is a name. */
const together = <T>(text: string, names: NameIndex<T>): string =>
  text.replace(apart, (said, head: string, none: string, tail: string) =>
    (nameAt(names, `${head}${tail}`, 0)?.end ?? 0) > head.length ? `${none}${head}${tail}` : said,
  )

type Read<T> =
  | { readonly type: 'end' | 'filler' | 'unread'; readonly to: number }
  | { readonly type: 'and' | 'all' | 'rest' | 'piece'; readonly to: number; readonly piece: ClausePiece<T> }

type Place = { readonly reported: number; readonly isStart: boolean; readonly isBehindFigure: boolean }

const readPiece = <T>(text: string, at: number, names: NameIndex<T>, place: Place): Read<T> => {
  const sign = text.charAt(at)
  if (/[;。!…)]/u.test(sign) || (/[.,]/.test(sign) && !/\d/.test(text.charAt(at + 1))))
    return { type: 'end', to: at + 1 }
  if ('(:'.includes(sign) && place.isBehindFigure) return { type: 'end', to: at + 1 }
  if (sign === ' ') return { type: 'filler', to: at + 1 }
  const rest = ends(others, text, at)
  if (rest) return { type: 'rest', to: rest, piece: { type: 'rest' } }
  const isPending = pendingAt(text, at, names)
  if (isPending) return { type: 'unread', to: isPending }
  const number = place.isStart ? ends(enumerator, text, at) : undefined
  if (number && nameAt(names, text, number)) return { type: 'filler', to: number }
  const word = nameAt(words, text, at)
  const name = nameAt(names, text, at)
  if (name && name.end >= (word?.end ?? 0)) {
    const piece = { type: 'name', value: name.value, said: text.slice(at, name.end) } as const
    return { type: 'piece', to: name.end, piece }
  }
  const ordinal = ordinalEnd(text, at)
  if (ordinal) return { type: 'unread', to: ordinal }
  const written = ends(year, text, at)
  if (written)
    return { type: Number(text.slice(at, at + 4)) === place.reported ? 'filler' : 'unread', to: written }
  const figure = readFigure(text, at, names)
  if (figure && figure.to > (word?.end ?? 0)) return figure
  if (!word) return { type: 'unread', to: at + 1 }
  const { value, end: to } = word
  if (value === 'filler' || value === 'end') return { type: value, to }
  return { type: value === 'none' ? 'piece' : value, to, piece: { type: value } }
}

/** The end of words for a figure that is not there yet; names go first: 尚未审结, 没有结果维持. */
const pendingAt = <T>(text: string, at: number, names: NameIndex<T>): number | undefined => {
  pending.lastIndex = at
  const found = pending.exec(text)
  if (!found) return undefined
  const end = at + found[0].length
  const figure = end - (found[1] ?? '').length
  return (nameAt(names, text, at)?.end ?? 0) >= end || nameAt(names, text, figure) ? undefined : end
}

/** A number with its measure and its printed note; digits that are no number are unread as a whole. */
const readFigure = <T>(text: string, at: number, names: NameIndex<T>): Read<T> | undefined => {
  const end = ends(run, text, at)
  if (!end) return undefined
  const number = text.slice(at, end).replace(trailing, '')
  const gap = text.slice(at + number.length).startsWith(' ') ? 1 : 0
  const behind = nameAt(measures, text, at + number.length + gap)?.end ?? at + number.length
  const note = noteAt(text, behind, names)
  const said = text.slice(at, note)
  if ('fault' in readQuantity(said)) return { type: 'unread', to: behind }
  return { type: 'piece', to: note, piece: { type: 'figure', said } }
}

/** The end of the bracket behind a figure, where it names nothing that has a figure of its own. */
const noteAt = <T>(text: string, at: number, names: NameIndex<T>): number => {
  if (text[at] !== '(') return at
  const close = text.slice(at, at + longestNote).indexOf(')')
  if (close < 0) return at
  for (let inner = at + 1; inner < at + close; inner += 1) if (nameAt(names, text, inner)) return at
  return at + close + 1
}

const ends = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Neighbouring signs that were not read are one word. */
const addUnread = <T>(pieces: ClausePiece<T>[], said: string): void => {
  const last = pieces.at(-1)
  if (last?.type === 'unread') pieces[pieces.length - 1] = { type: 'unread', said: `${last.said}${said}` }
  else pieces.push({ type: 'unread', said })
}
