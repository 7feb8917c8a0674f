// The many spellings of a numeral (formal 壹佰, traditional 萬, chat 3w, spoken 3个亿) brought to one.
// It must not judge whether the numeral is well made: whole.ts does.
import { fold } from './fold.ts'

const plain: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['零', '〇○◯'],
    ['一', '壹弌'],
    ['二', '贰貳弍'],
    ['三', '叁叄參弎仨'],
    ['四', '肆'],
    ['五', '伍'],
    ['六', '陆陸'],
    ['七', '柒'],
    ['八', '捌'],
    ['九', '玖'],
    ['两', '兩俩倆'],
    ['十', '拾'],
    ['百', '佰'],
    ['千', '仟'],
    ['万', '萬'],
    ['亿', '億'],
    ['二十', '廿'],
    ['三十', '卅'],
    ['四十', '卌'],
    ['点', '點'],
    ['个', '個'],
  ].flatMap(([common = '', others = '']) => Array.from(others, other => [other, common])),
)
const unusual = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** A numeral in everyday spelling: 壹佰贰拾 → 一百二十, 3w → 3万, 1 亿 → 1亿, 116。5 → 116.5. */
export function spell(text: string): string {
  return fold(text)
    .trim()
    .replace(unusual, sign => plain[sign] ?? sign)
    .replace(/个亿/g, '亿')
    .replace(/ (?=[万亿])/g, '')
    .replace(/(\d)[wW]/g, '$1万')
    .replace(/(\d)[kK]/g, '$1千')
    .replace(/(\d)。(?=\d)/g, '$1.')
}
