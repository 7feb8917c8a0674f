// The units of money as they are written, by the names the product keeps them under.
// It must not read amounts: quantity.ts does.

export type YuanUnit = 'yuan' | 'wan-yuan' | 'yi-yuan'

export const yuanWords: Readonly<Record<YuanUnit, '元' | '万元' | '亿元'>> = {
  yuan: '元',
  'wan-yuan': '万元',
  'yi-yuan': '亿元',
}
