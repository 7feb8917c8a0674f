// Words around a figure that change nothing: 一共53项。 · 嗯，是53吧 · 改成35
// It must not hold a word of doubt (大约, 应该), a denial, or a word that says which figure is meant (新收, 结转).

const before = (
  '一共有 一共 总共 共计 共有 总计 合计 总数 总额 总金额 金额 数量 数目 累计 共 计 就是 都是 也是 全是 只有 仅有 就 只 仅 才 是 为 有 ' +
  '今年 本年度 本年 全年 年度 我们 我单位 本单位 我局 我镇 我街道 本机关 改成 改为 更正为 应为 应是 填写 填报 填 写 答 ' +
  '嗯 呃 额 哦 噢 啊 哎 好的 那个 的 了 , 、 : ; 。 ='
)
  .split(' ')
  .sort(byLength)
const after = '谢谢 吧 啊 呀 哦 哈 呢 了 的 嘛 噢 哟 啦 喔 整 正 。 . , ! ; ~ … 、'.split(' ').sort(byLength)

/** The folded text without such words and closing signs at either end. */
export function withoutCourtesy(text: string): string {
  return withoutEnd(withoutStart(text.trim(), before), after)
}

/** The text without any of the words at its start, however many. */
export function withoutStart(text: string, words: readonly string[]): string {
  const word = words.find(candidate => text.startsWith(candidate))
  return word === undefined ? text : withoutStart(text.slice(word.length).trimStart(), words)
}

function withoutEnd(text: string, words: readonly string[]): string {
  const word = words.find(candidate => text.endsWith(candidate))
  return word === undefined ? text : withoutEnd(text.slice(0, -word.length).trimEnd(), words)
}

function byLength(one: string, other: string): number {
  return other.length - one.length
}
