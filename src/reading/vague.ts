// The ways not to say a number exactly: 三百来件 · 几十 · 近百件 · 两三件 · 50左右 · 50+
// It must not be asked about a text that is readable as one number: 二十三四 is vague, 一二三 is 123.

const words =
  /大约|大概|约|約|可能|应该|估计|好像|也许|差不多|左右|上下|以上|以下|以内|不到|不足|不止|不少|少于|多于|超过|至少|至多|最多|最少|起码|出头|许多|很多|好多|若干|一些|有些|[几幾]|一半|半数|过半|多半|大半|[个百千万亿]半|无数|≈|±|[~<>]\s*\d/
const around = /[\d十百千万亿][多来來余餘]|[数數上][十百千万亿]|[近逾超好][\d一二两三四五六七八九十百千万亿]/
const neighbours = /一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九/
const eighties = /(?:^|[^\d一二两三四五六七八九])[百千](?:八|十)/
const more = /\d ?\+ ?[^\d]?$/

/** Whether a folded text names a number only roughly. */
export function isVague(text: string): boolean {
  return [words, around, neighbours, eighties, more].some(pattern => pattern.test(text))
}
