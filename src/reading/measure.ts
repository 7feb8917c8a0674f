// The measure words behind figures: 项, 件, 人次, 万元 …
// It must not read the number before them.

const money: Readonly<Record<string, string>> = Object.fromEntries(
  ['元人民币', '人民币', '块钱', '块', '元', '圆', '圓'].map(word => [word, '元']),
)
const counts = (
  '项目 人次 件次 户次 批次 项 項 件 个 個 条 條 次 家 宗 起 例 份 部 篇 户 戶 人 名 类 批 单 封 场 场次 期 页 本 张 处 笔 台 套 款 种 位 ' +
  '则 通 桩 所 只 份儿 个儿'
)
  .split(' ')
  .sort((one, other) => other.length - one.length)
/** Every measure word, those for yuan among them. */
export const measureWords: readonly string[] = [...Object.keys(money), ...counts]
const nouns = /(项目|事项|申请|文件|案件|案子|单位|企业)$/

export type Measured = { readonly number: string; readonly measure: string | null }

/** Splits `53项` and `53个项目` into number and measure; every word for yuan becomes 元 (`万元` stays with the number as 万). */
export function takeMeasure(text: string): Measured {
  for (const word of Object.keys(money)) {
    if (text.endsWith(word)) return { number: text.slice(0, -word.length).trim(), measure: '元' }
  }
  for (const rest of [text.replace(nouns, ''), text]) {
    const word = counts.find(count => rest.endsWith(count))
    if (word) return { number: rest.slice(0, -word.length).trim(), measure: word }
  }
  return { number: text, measure: null }
}

/** Whether the text is a measure and nothing else, 万元 and 亿元 included. */
export function isMeasure(text: string): boolean {
  const { number, measure } = takeMeasure(text)
  return measure !== null && (number === '' || (measure === '元' && /^[万亿萬億]$/.test(number)))
}
