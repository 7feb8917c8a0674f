// The ways to say "none": 无 · 没有 · 都没有数 · 暂无 · 未发生 · — · /
// It must not take 没有问题 ("all right"), 不清楚 or 无数 for a zero: those say nothing about a figure. 还没有, 没有数 and
// 暂无数据 say that there is no figure yet; only 都没有数 says none of all.
import { withoutStart } from './courtesy.ts'

const before =
  '一个 一件 一项 一次 一家 一条 一份 一宗 都 均 暂时 暂 目前 全部 全都 一律 也 确实 真的 真 以上 这些 这项 此项 该项 ,'.split(
    ' ',
  )
const none = '没有 没得 没 无 無 未发生 未产生 未收到 未涉及 不涉及 不存在 零报告'.split(' ')
const after = (
  '发生过 发生 收到过 收到 产生过 产生 涉及 任何 相关 有关 此项 此类 该项 该类 这项 这类 这一项 这个 这种 ' +
  '情况 情形 事项 业务 内容 案件 申请 增减 的 了 呢 啊 哦 ,'
).split(' ')

/** Whether a folded text without courtesies (courtesy.ts) says that there is none. The figure 0 and 零 are numerals, not words. */
export function isZeroWord(text: string): boolean {
  if (text === '无数') return false
  if (/^(?:都|均|全部|全都|一律)没有数$/u.test(text)) return true
  if (/^(?:-{1,6}|\/{1,6}|\\)$/.test(text)) return true
  const said = withoutStart(text, before)
  const word = none.find(candidate => said.startsWith(candidate))
  if (word === undefined) return false
  const rest = said.slice(word.length)
  return rest === word || withoutStart(rest.trimStart(), after) === ''
}
