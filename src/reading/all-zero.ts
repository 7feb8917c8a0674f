// The ways to say that everything is 0: 全部为零 · 各项均为0 · 零报告. Words for none are zero-word.ts.

import { withoutCourtesy } from './courtesy.ts'
import { fold } from './fold.ts'

const words =
  /^(?:以上|本表|这张表|整张表|全表|本部分|这部分)?(?:各项|各项数据|所有项目|所有|数据)?(?:全部|全都|都|均|全|一律|皆)(?:都|均)?(?:为|是|填|按)?(?:0|零)(?:报告)?(?:处理|填报)?$/u

export const isAllZero = (text: string): boolean => {
  const said = withoutCourtesy(fold(text).trim())
  return words.test(said) || words.test(fold(text).trim()) || said === '零报告'
}
