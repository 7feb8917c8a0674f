// The level that a unit's own name tells: 清水镇人民政府 is a town's. It must not guess: a committee of a zone, and a place
// that is called neither, tell none.

type LevelInName = 'province' | 'city' | 'county' | 'town' | 'street' | 'bureau'

/** Zones are no level of the state (宪法 第三十条), whatever governs them. */
const zone =
  /(?:开发|高新|工业|产业|园|新|度假|风景|示范|管理|保税|合作|经济|旅游|林|矿|农垦)区(?:管(?:理)?委(?:员)?会)?$/u

const kinds: readonly (readonly [LevelInName, RegExp])[] = [
  ['street', /街道(?:办事处|办)?$/u],
  ['bureau', /(?:局|委员会|委|办公室|办公厅|办|厅|中心|队|所|院|馆|站|处|部|分局|会)$/u],
  ['town', /(?:镇|乡|苏木)$/u],
  ['province', /(?:省|自治区|(?:北京|上海|天津|重庆)市)$/u],
  ['county', /(?:县|区|旗)$/u],
  ['city', /(?:市|州|盟)$/u],
]

/** Null where the name tells none. A city below a prefecture is not told from one above it: both are a city. */
export const levelInName = (name: string): LevelInName | null => {
  const plain = name
    .replace(/[（(][^（）()]{0,60}[）)]/gu, '')
    .replace(/\s/gu, '')
    .replace(/(?:人民)?政府$/u, '')
  return zone.test(plain) ? null : (kinds.find(([, pattern]) => pattern.test(plain))?.[0] ?? null)
}
