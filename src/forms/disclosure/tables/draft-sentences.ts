// Sentences that the bot drafts for the texts, in the language of engine/bound.ts: what 表三 and 表四 say, for 总体情况;
// that no fee was charged, for section six. The words are ours. They must read the way narrative/ reads.

import type { Cell, CellKey, Sentence } from '../../../engine/form.ts'

/** The sentence of 表三 and 表四 for 总体情况. Only figures above 0 are said; that nothing came is said too. */
export const figureSentence = (cells: readonly Cell[]): Sentence => ({
  template: `${requestsSentence(cells)}${disputesSentence(cells)}`,
  subject: ['申请'],
  topic: 'requests',
})

/** Charged or not is to be said in section six (国办函〔2020〕109号). `unpaid`: requests dropped for a fee not paid. */
export const feeSentence = (unpaid: CellKey): Sentence => ({
  template:
    `{year}年，本机关未收取政府信息公开信息处理费[${unpaid}|，` +
    `另有{${unpaid}}件申请因申请人逾期未按收费通知要求缴纳费用，不再处理]。`,
  subject: ['费'],
})

/** `words` while the sum is not 0, in it `#` is the sum. */
const some = (keys: string, words: string): string => `[${keys}|${words.replaceAll('#', `{${keys}}`)}]`
const none = (keys: string, words: string): string => `[!${keys}|${words}]`
const same = (one: string, other: string, words: string): string => `[${one}=${other}|${words}]`
const differ = (one: string, other: string, words: string): string => `[!${one}=${other}|${words}]`
/** Of a whole of several or of one. */
const wholly = (whole: string, several: string, single: string): string =>
  differ(whole, '1', several) + same(whole, '1', single)

/** The parts of a whole: those that have any, with 均为 where one is all of several. */
const partsOf = (whole: string, parts: readonly (readonly [keys: string, label: string])[]): string => {
  const listed = `，其中${parts.map(([keys, label]) => some(keys, `${label}#件、`)).join('')}`
  return (
    parts.map(([keys, label]) => same(keys, whole, wholly(whole, `，均为${label}`, `，${label}`))).join('') +
    parts.reduce((words, [keys]) => differ(keys, whole, words), listed)
  )
}

const requestsSentence = (cells: readonly Cell[]): string => {
  const requests = cells.filter(cell => cell.section === 'requests')
  const rows = [...new Set(requests.map(cell => cell.rowKey))]
  const total = (row: string) => `requests.${row}.total`
  const natural = 'requests.received.natural'
  const organisations = requests
    .filter(({ rowKey, columnKey }) => rowKey === 'received' && !/^(?:natural|total)$/u.test(columnKey))
    .map(cell => cell.key)
    .join('+')
  const results = (group: string) =>
    rows
      .filter(row => row === group || row.startsWith(`${group}-`))
      .map(total)
      .join('+')
  const from = (who: string) => wholly(total('received'), `，均由${who}提出`, `，由${who}提出`)
  const applicants =
    some(
      natural,
      some(organisations, `，其中自然人{${natural}}件、法人或其他组织#件`) +
        none(organisations, from('自然人')),
    ) + none(natural, from('法人或其他组织'))
  const handled = `全年办结#件${partsOf(
    total('total'),
    groups.map(([group, label]) => [results(group), label] as const),
  )}。`
  return (
    some(total('received'), `{year}年，共收到政府信息公开申请#件${applicants}`) +
    none(total('received'), '{year}年，未收到政府信息公开申请') +
    some(total('carried-in'), '；上年结转#件') +
    '。' +
    some(total('total'), handled) +
    some(total('carried-out'), '结转下年度继续办理#件。')
  )
}

const groups = [
  ['granted', '予以公开'],
  ['partly-granted', '部分公开'],
  ['refused', '不予公开'],
  ['unavailable', '无法提供'],
  ['declined', '不予处理'],
  ['other', '其他处理'],
] as const

const disputesSentence = (cells: readonly Cell[]): string => {
  const disputes = cells.filter(cell => cell.section === 'disputes')
  const isReview = (cell: Cell) => cell.rowKey === 'review'
  const sum = (column: string, pick: (cell: Cell) => boolean) =>
    disputes
      .filter(cell => cell.columnKey === column && pick(cell))
      .map(cell => cell.key)
      .join('+')
  const isAny = () => true
  const one = (name: string, pick: (cell: Cell) => boolean) =>
    some(
      sum('total', pick),
      `政府信息公开${name}#件${partsOf(
        sum('total', pick),
        outcomes.map(([column, label]) => [sum(column, pick), label] as const),
      )}。`,
    ) + none(sum('total', pick), some(sum('total', isAny), `未发生政府信息公开${name}。`))
  return (
    one('行政复议', isReview) +
    one('行政诉讼', cell => !isReview(cell)) +
    none(sum('total', isAny), '未发生政府信息公开行政复议、行政诉讼。')
  )
}

const outcomes = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['other', '其他结果'],
  ['pending', '尚未审结'],
] as const
