// A TypeScript file with its comments and its literals blanked out, so that patterns see only code. Places stay the
// same: what a pattern finds in the code can be read in the source. It must not judge.

export type File = { readonly path: string; readonly source: string }

export type Masked = {
  /** Comments and the insides of strings, templates and patterns are spaces; quotes stay. */
  readonly code: string
  /** Only comments are spaces. */
  readonly uncommented: string
}

export type Comment = {
  /** Without its signs; a block of whole `//` lines is one comment. */
  readonly text: string
  /** Counted from 1. */
  readonly line: number
}

type Piece = { readonly end: number; readonly type: 'comment' | 'literal' | 'code' }

/** Never throws; a comment or literal that is not closed runs to the end of its line or file. */
export const mask = (source: string): Masked => {
  const known = masks.get(source)
  if (known) return known
  let [code, uncommented] = ['', '']
  for (const { text, type } of cutUp(source)) {
    code += type === 'code' ? text : type === 'comment' ? blank(text) : blankInside(text)
    uncommented += type === 'comment' ? blank(text) : text
  }
  const masked = { code, uncommented }
  masks.set(source, masked)
  return masked
}

/** Every check asks for every file. */
const masks = new Map<string, Masked>()

/** In their order. */
export const commentsOf = (source: string): readonly Comment[] => {
  const comments: Comment[] = []
  // Where the last whole `//` line ends: one that begins on the next line goes on with it.
  let end = -1
  for (const { text, type, at } of cutUp(source)) {
    if (type !== 'comment') continue
    const isWhole =
      text.startsWith('//') && /^[^\S\n]*$/.test(source.slice(source.lastIndexOf('\n', at) + 1, at))
    const goesOn = isWhole && end >= 0 && /^\n[^\S\n]*$/.test(source.slice(end, at))
    if (!goesOn)
      comments.push({
        text: text.replace(/^(?:\/\/+|\/\*+|#!)[\s*]*/, ''),
        line: source.slice(0, at).split('\n').length,
      })
    end = isWhole ? at + text.length : -1
  }
  return comments
}

type Cut = { readonly text: string; readonly type: Piece['type']; readonly at: number }

const cutUp = (source: string): readonly Cut[] => {
  const known = cutsOf.get(source)
  if (known) return known
  const cuts: Cut[] = []
  let code = ''
  // How deep in braces each open `${` of a template is.
  const holes: number[] = []
  for (let at = 0; at < source.length; ) {
    const { end, type } = pieceAt(source, at, code, holes)
    const text = source.slice(at, end)
    code += type === 'code' ? text : type === 'comment' ? blank(text) : blankInside(text)
    cuts.push({ text, type, at })
    at = end
  }
  cutsOf.set(source, cuts)
  return cuts
}

const cutsOf = new Map<string, readonly Cut[]>()

const pieceAt = (source: string, at: number, before: string, holes: number[]): Piece => {
  const two = source.slice(at, at + 2)
  const sign = source.charAt(at)
  if (two === '//' || (two === '#!' && at === 0))
    return { end: match(/[^\n]*/y, source, at), type: 'comment' }
  if (two === '/*') return { end: match(/[\s\S]*?(?:\*\/|$(?![\s\S]))/y, source, at), type: 'comment' }
  if (sign === "'") return { end: match(/'(?:\\[\s\S]|[^'\\\n])*'?/y, source, at), type: 'literal' }
  if (sign === '"') return { end: match(/"(?:\\[\s\S]|[^"\\\n])*"?/y, source, at), type: 'literal' }
  if (sign === '/' && opensPattern(before)) return { end: match(pattern, source, at), type: 'literal' }
  if (sign === '`') return template(source, at, holes)
  if (sign === '}' && holes.at(-1) === 0) {
    holes.pop()
    return template(source, at, holes)
  }
  const depth = holes.at(-1)
  if (depth !== undefined && sign === '{') holes[holes.length - 1] = depth + 1
  if (depth !== undefined && sign === '}') holes[holes.length - 1] = depth - 1
  return { end: match(/[\w$]+|[\s\S]/y, source, at), type: 'code' }
}

const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/?[a-z]*/y

/** From a backtick, or the end of a `${}`, to the next of either. */
const template = (source: string, at: number, holes: number[]): Piece => {
  const end = match(/[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)?/y, source, at)
  if (source.slice(at, end).endsWith('${')) holes.push(0)
  return { end, type: 'literal' }
}

/** A slash divides after a value, and opens a pattern after anything else. */
const opensPattern = (before: string): boolean => {
  const last = before.trimEnd()
  return (
    !/[\w$)\]}'"`]$/.test(last) || /(?:^|[^.\w$])(?:return|typeof|case|in|of|do|else|void|delete)$/.test(last)
  )
}

const match = (sticky: RegExp, source: string, at: number): number => {
  sticky.lastIndex = at
  return at + Math.max(1, sticky.exec(source)?.[0].length ?? 1)
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
const blankInside = (text: string): string =>
  text.charAt(0) + blank(text.slice(1, -1)) + text.slice(1).slice(-1)
