// A list of names that says it is the whole list: 政府集中采购，其余没有 · 只有行政处罚、行政许可，其他都没有. It must not
// take a sentence with anything else in it.

import { fold } from './fold.ts'
import { isMadeOf, wordList } from './made-of.ts'

const others =
  /[,，。;；、\s]{0,3}(?:其余|其他|其它|剩下|别的)(?:的|各项|项目|几项|事项){0,2}(?:一律|都|均|全|也)?(?:没有发生|未发生|没发生|没有|没|无|(?:为|是|填|按)?[0零])(?:的|了|数|处理|填报)?[。.!！]{0,3}$/u
const between = wordList([
  ...['只有', '仅有', '仅', '只', '有', '发生了', '发生', '和', '及', '与', '以及'],
  ...[',', '，', '、', ';', '；', '。', ' ', '\t', '\n'],
])

/** Those of `names` that the text says, when it says that there are no others; otherwise undefined. */
export const namedAlone = (text: string, names: readonly string[]): readonly string[] | undefined => {
  const said = fold(text).trim()
  if (!others.test(said)) return undefined
  let rest = said.replace(others, '')
  const found: string[] = []
  for (const name of names.toSorted((one, other) => other.length - one.length)) {
    if (!rest.includes(fold(name))) continue
    rest = rest.replace(fold(name), '')
    found.push(name)
  }
  return found.length > 0 && isMadeOf(rest, between) ? names.filter(name => found.includes(name)) : undefined
}
