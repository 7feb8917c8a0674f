// The scope of a sentence: words that widen or narrow the base, and other periods than the report's year. It must not
// judge whether the figure is right.

const scopes =
  /交办|转办|转交|移交|移送|代为|代办|协办|会办|协助办理|(?<!人大|党|网民|企业|群众|职工|村民|居民|先进)代表(?!性|、|委员|建议|议案|座谈|团|大会)|本级|备案|全(?:区|县|市|省|州|盟|旗|镇|乡|街道|系统|局系统)(?!域|面)|本系统|各(?:镇|乡|街道|县|区|部门|单位)(?:、|和|街|共|均|收)|(?:区|县|市|省|旗|州)(?:人民)?政府办(?:公室|公厅)?|下属|下级|所属(?:单位|事业)|直属|系统内|垂管|牵头收/u

/** The first word that may change the base of the sentence's figures; null when there is none. */
export const scopeIn = (sentence: string): string | null => scopes.exec(sentence)?.[0] ?? null

/** Whether the sentence counts for the body itself: 本机关. For a government that may be its office alone. */
export const isOwnBody = (sentence: string): boolean => /本机关(?!不掌握|无|负责)/u.test(sentence)

const partial =
  /上半年|下半年|[一二三四1-4]季度|(?<![至到\-—～~]|日)(?:1[0-2]|[1-9])月份|每月|每年|近[一二三两四五几\d]{1,8}年|[一二三四五两三]年来|历年|累计.{0,4}年|20\d\d年?(?:[至到\-—～~]|以来|起至)20\d\d年|年以来|以来/u
const compared =
  /(?<!结转自?)上一?年度?(?!结转|转|度结转|未|遗留|延续|顺延)|去年(?!结转|转|底结转)|同期|往年|前一年|同比|相比|(?:较|比)20\d\d年/u

/** Another period than the report's year: a part of it, several years, or what it is compared with. */
export const isOtherPeriod = (words: string, year: number): boolean => {
  if (partial.test(words) || compared.test(words)) return true
  const named = [...words.matchAll(/(20\d\d)年(?!度?结转|\d{1,2}月)/gu)].map(match => Number(match[1]))
  return named.length > 0 && !named.includes(year)
}
