// Names of bodies that stand where the filing unit's own should: the author of the report, the addressee of requests, the
// one who acted. Superiors and bodies below a government are named rightly. It must not guess from a name alone.

import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import type { Span } from './passages.ts'

const body =
  '(?:人民政府办公室|政府办公室|政府办公厅|人民政府|市政府|区政府|县政府|镇政府|乡政府|街道办事处|街道办|街道|委员会|委|局|厅|镇|乡)'
const reached = new RegExp(
  `向((?:[\\p{Script=Han}]{1,14}?${body}(?:及|和|、)?){1,2})(?:提出|提交|递交|申请)`,
  'gu',
)
const made = new RegExp(
  `(?:现(?:将|向社会公布|公布|公开|发布)|由|(?<=[，。\\n]|^))([\\p{Script=Han}]{2,18}?${body})(?:20\\d\\d年?度?|编制|组织编制)(?:了)?[^，。]{0,12}政府信息公开(?:工作)?年度报告`,
  'gu',
)
const acting =
  /^(?:（[一二三四五六七八九十]{1,3}）)?(?:20\d\d年(?:度)?|本年度|今年|一年来)?，?([\p{Script=Han}]{2,16}?(?:街道办事处|街道办|街道|镇人民政府|镇政府|乡人民政府|乡政府|委员会|局))(?=认真|积极|严格|坚持|共|全年|高度|深入|紧紧|按照|围绕|始终|主动|党工委|持续|切实|扎实|进一步|在区|在县|在市|以习近平)/u
const generic =
  /^(?:本|我|该|各|全|其|有关|相关|行政|同级|上级|本级|原|每|为|将)|(?:各|我|本|该|有关|相关|乡镇|乡|镇|城区|辖区)(?:街道|镇|乡|局|委|政府)|推进|推动|加强|完善|提升|强化|落实|健全|优化|规范|做好|促进|组织|开展|建立|结合|指导|根据|围绕|通过|督促|要求|提高|打造|深化|依托|立足|发挥|确保|协调|配合|调整|成立|设立|统筹|聚焦|针对|利用|制定|印发|公开|发布|村委|居委|党委|常委/u

/** Names that cannot be the unit's own. `isGovernment`: bodies of its own area are named rightly. */
export const otherNamesIn = oncePer(
  (passage: Passage, unit: string, isGovernment: boolean): readonly Span[] => {
    const foreign = (name: string, superior: boolean) =>
      !generic.test(name) &&
      !isSame(name, unit) &&
      !(superior && /(?:(?<![镇乡]|人民)政府|(?<![镇乡])人民政府)(?:办公室|办公厅)?$/u.test(name))
    const places: Span[] = []
    for (const [pattern, superior] of [
      [reached, isGovernment],
      [made, false],
    ] as const) {
      for (const match of passage.plain.matchAll(pattern)) {
        const names = (match[1] ?? '').split(/[及和、]/u).filter(name => name !== '')
        if (names.length > 0 && names.every(name => foreign(name, superior)))
          places.push({ from: match.index, to: match.index + match[0].length })
      }
    }
    if (isGovernment) return places
    for (const { text, at } of passage.sentences) {
      const match = acting.exec(text)
      if (match?.[1] && foreign(match[1], true)) places.push({ from: at, to: at + match[0].length })
    }
    return places
  },
)

/** 县发改局 is 沭阳县发展和改革局: one name's signs stand in the other in their order. */
export const isSame = (one: string, other: string): boolean => {
  const [short, long] = [plain(one), plain(other)].sort((a, b) => a.length - b.length)
  if (!short || !long) return true
  return isWithin(short, long) || isWithin(core(short), long) || isWithin(core(one), plain(other))
}

const plain = (name: string): string => name.replace(/[^\p{Script=Han}]/gu, '')
const core = (name: string): string =>
  plain(name)
    .replace(/^.{0,60}?(?:省|自治区|自治州)/u, '')
    .replace(/^.{0,60}[市县区旗州](?=[\p{Script=Han}]{2,40}(?:街道|镇|乡|局|委|厅|办|中心|政府))/u, '')
    .replace(/(?:人民政府)?(?:党政)?(?:办公室|办公厅)$|人民政府$|办事处$/u, '')

const isWithin = (short: string, long: string): boolean => {
  if (short.length < 2) return false
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}
