// The words by which reports name the outcome of requests for information, read backwards from a number or forwards
// behind it. It must not know what the form's cells are called.

export type RequestQuantity =
  | 'received'
  | 'dealt-with'
  | 'handled'
  | 'answered'
  | 'carried'
  | 'carried-in'
  | 'carried-out'
  | 'granted'
  | 'partly-granted'
  | 'refused'
  | 'unavailable'
  | 'declined'
  | 'other-results'
  | 'withdrawn'
  | 'natural'
  | 'organisations'

const fill =
  /(?:的|了|共|共有|共计|合计|总计|累计|计|为|有|数|量|总数|总量|件数|数量|申请|申请书|政府|政务|信息|公开|答复|决定|处理|办理|作出|做出|告知|告知书|案件|事项|情形|情况|类|类型|各类|均|达|达到|是|结果|继续|提出|提交|“|”|：|全部|已)$/u

/** Most particular first: what ends in a longer label is not the shorter one. */
const behind: readonly (readonly [RequestQuantity, RegExp])[] = [
  [
    'carried-in',
    /(?:(?:上一?年度?|去年度?|往年|以前年度|20\d\d年度?)(?:政府信息公开)?(?:申请)?(?:结转|转结|转入|延续|顺延|遗留)(?:至|到|入|来)?(?:本年度?|今年)?(?:继续)?|结转(?:自)?(?:上一?年度?|去年))$/u,
  ],
  [
    'carried-out',
    /(?:(?:结转|转|转结|顺延|延期|延至|延续|延|移)(?:至|到|入)?(?:下一?年度?|次年度?|明年|20\d\d年度?)(?:继续)?)$/u,
  ],
  ['carried', /结转$/u],
  ['partly-granted', /(?:(?:予以)?部分(?:予以)?公开|区分处理)$/u],
  ['refused', /(?:不予(?:以)?|不同意)公开$/u],
  ['granted', /(?:(?<!不|部分)予以(?:全部)?公开|(?<!不)同意公开|准予公开|全部公开|全部予以公开)$/u],
  ['unavailable', /(?:无法|不能|未能)(?:予以)?提供$/u],
  ['declined', /不予(?:以)?(?:受理和)?(?:处理|办理)$/u],
  ['other-results', /(?:作|做|予以)?其(?:他|它)(?:方式|情形)?(?:处理|办理)$/u],
  ['withdrawn', /(?:主动|自愿|自行|申请人)?(?:撤回|撤销|撤件)$/u],
  ['organisations', /(?:企业)?法人(?:、|和|及|与|或|或者|以及)?(?:其(?:他|它)组织)?$/u],
  ['natural', /自然人$/u],
  ['handled', /(?<!未|不|延期|逾期|正在|率)(?:办结|结案|办理完毕|办理完结|办理完成|处理完毕|办复)$/u],
  ['answered', /(?<!未|不|延期|逾期|延长|拟|书|口头|当场)(?:答复|回复)$/u],
  ['dealt-with', /(?<!未|不|不予|在|待|拟|代|其他|继续|实际)(?:办理|处理)$/u],
]
const reworded = /(?:答复|办理|处理)$/u
const joint = /(?:以及|[和及与或、/]|（含)$/u
const bracketed = /（[^（）]*）$/u

export type Labelled = {
  readonly quantities: readonly RequestQuantity[]
  /** Joined by 、 alone: the number may be the last one's or all of theirs. */
  readonly isLoose: boolean
  /** Where the first of them starts. */
  readonly at: number
}

/** Without one of these there is no label to look for. */
const hint = /结转|[转延移遗]|公开|处理|提供|撤|法人|自然人|办|答复|回复|结案|完毕|区分/u

/** The label, or the joined labels, that the words before a number end with. */
export const labelBefore = (words: string): Labelled | undefined => {
  if (!hint.test(words)) return undefined
  const quantities: RequestQuantity[] = []
  let isLoose = false
  let rest = words
  for (;;) {
    const found = lastLabel(rest)
    if (!found) break
    quantities.unshift(found.quantity)
    rest = found.before
    const by = joint.exec(rest)?.[0]
    if (by === undefined) break
    const next = rest.slice(0, -by.length)
    if (!lastLabel(next)) break
    if (by === '、' && !/共|合计|总计/u.test(words.slice(rest.length))) isLoose = true
    rest = next
  }
  return quantities.length > 0 ? { quantities, isLoose, at: rest.length } : undefined
}

const lastLabel = (words: string): { quantity: RequestQuantity; before: string } | undefined => {
  let rest = words
  for (let left = 12; left > 0; left -= 1) {
    for (const [quantity, label] of behind) {
      const match = label.exec(rest)
      // 处理 and 答复 after a label only say what became of it: 不予公开答复.
      if (!match) continue
      if (reworded.test(match[0])) {
        const inner = particular(rest.slice(0, match.index))
        if (inner) return inner
      }
      return { quantity, before: rest.slice(0, match.index) }
    }
    const shorter = bracketed.test(rest) ? rest.replace(bracketed, '') : rest.replace(fill, '')
    if (shorter === rest) return undefined
    rest = shorter
  }
  return undefined
}

const rewording = /(?:的|有|申请|信息|方式|作出|做出|决定|予以|并|进行|办理|处理|继续)$/u

const particular = (words: string): { quantity: RequestQuantity; before: string } | undefined => {
  let rest = words
  for (;;) {
    for (const [quantity, label] of behind.slice(0, 9)) {
      const match = label.exec(rest)
      if (match) return { quantity, before: rest.slice(0, match.index) }
    }
    const shorter = rest.replace(rewording, '')
    if (shorter === rest) return undefined
    rest = shorter
  }
}

const ahead =
  /^(?:的)?(?:政府信息公开|依申请公开|信息公开)?(?:申请|案件)?(?:按照《?条例》?(?:规定)?|依法|依规|已|被|均|作出|作|属于|属|系|为|是|的|予)*/u
const afterwards: readonly (readonly [RequestQuantity, RegExp])[] = [
  ['carried-in', /^(?:上一?年度?|去年)(?:度)?(?:结转|转入|延续|顺延)/u],
  [
    'carried-out',
    /^(?:结转|转|顺延|延期|延至|延续)(?:至|到|入)?(?:下一?年度?|次年|明年|20\d\d年度?)|^(?:继续办理|在下一?年度)/u,
  ],
  ['partly-granted', /^部分公开/u],
  ['refused', /^不予(?:以)?公开/u],
  ['granted', /^予?以公开|^同意公开/u],
  ['unavailable', /^无法提供/u],
  ['declined', /^不予处理/u],
  ['other-results', /^其他处理/u],
]

/** The label right behind a number: 3件不予公开, 72件申请顺延到下年度答复. */
export const labelAfter = (words: string): RequestQuantity | undefined => {
  const rest = words.replace(ahead, '')
  return afterwards.find(([, label]) => label.test(rest) || label.test(`予${rest}`))?.[0]
}
