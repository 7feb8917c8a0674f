// Words that put a figure right: 改成21 · 应该是21 · 不对，是21 · 21才对 · 不是20是21 · 上一个改为3 · 自然人新收改成16.
// It must not know which figure is meant.

import { fold } from './fold.ts'
import { readQuantity } from './quantity.ts'
import { withoutStop } from './without-stop.ts'

/** `name` says which figure, empty for the last one; `from` is the figure that it was, where that is said. */
export type Correction = { readonly name: string; readonly from: string | null; readonly figure: string }

const instead = /^(?:不对[,; ]?)?不是(.{1,40}?)[,;、 ]{0,2}(?:而是|应该是|应是|应为|是)(.{1,40})$/u
const wrong =
  /^(?:不对|不是|错了|填错了|写错了|发错了|说错了|更正)[,;:! ]{1,3}(?:应该是|应该为|应当是|应是|应为|改成|改为|更正为|是|为)?(.{1,40}?)(?:才对|才是)?$/u
const named =
  /^(?:请|帮我)?把?(.{0,40}?)(?:应该是|应该为|应当是|应当为|应是|应为|应改为|应改成|改成|改为|改到|更正为|更正成)(.{1,40}?)(?:才对|才是)?$/u
const behind = /^(?:是|应该是)?(.{1,40}?)才(?:对|是)$/u
const slip =
  /^(?:刚才|刚刚|前面|上面|之前)?的?(.{1,20}?)(?:写|填|报|说|发|弄|打|输)错了?[,;:! ]{1,3}(.{1,80})$/u
const last =
  /^(?:上一个|上一格|上一项|上一条|上面那个|上面|刚才那个|刚才的|刚才|前一个|前面那个|前面|那个|这个)(?:数)?$/u

export const readCorrection = (text: string): Correction | undefined => {
  const said = withoutStop(fold(text.replace(/，/g, ';')).trim())
  if (said.length > 120) return undefined
  const [, was = '', now = ''] = instead.exec(said) ?? []
  if (isFigure(was) && isFigure(now)) return { name: '', from: was.trim(), figure: now.trim() }
  const [, name = '', to = ''] = named.exec(said) ?? []
  if (isFigure(to)) return { name: nameIn(name), from: null, figure: to.trim() }
  const [, meant = '', right = ''] = slip.exec(said) ?? []
  const put = right === '' ? undefined : readCorrection(right)
  if (put?.name === '') return { ...put, name: nameIn(meant) }
  const figure = wrong.exec(said)?.[1] ?? behind.exec(said)?.[1] ?? ''
  return isFigure(figure) ? { name: '', from: null, figure: figure.trim() } : undefined
}

/** The clauses of a message, each with the correction that it is. */
export const readCorrections = (
  text: string,
): readonly { readonly said: string; readonly correction: Correction | undefined }[] =>
  text
    .split(/[，；。,;!！\n]/u)
    .map(clause => clause.trim())
    .filter(clause => clause !== '')
    .map(said => ({ said, correction: readCorrection(said) }))

const nameIn = (said: string): string => {
  const name = said
    .replace(/[,;: ]{1,3}$/u, '')
    .replace(/(?:写|填|报|说|发|弄|打|输)错了?$/u, '')
    .replace(/^(?:不对|错了|填错了|写错了)[,;: ]{0,3}/u, '')
  return last.test(name) ? '' : name.trim()
}

const isFigure = (said: string): boolean => said !== '' && !('fault' in readQuantity(said))
