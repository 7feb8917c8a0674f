// Which of the subjects that 国办公开办函〔2021〕30号 asks for in 总体情况 a text speaks of. Any word of a subject
// is enough; 「不负责」 is speaking of it. It must not judge whether enough is said.

import type { Passage } from './passage.ts'

const topics: readonly (readonly [string, RegExp])[] = [
  [
    '主动公开',
    /主动公开|公开(?:政府|政务|各类)?信息|信息(?:的)?(?:发布|公开)工作|发布(?:各类|政府|政务)?信息|信息\d+条|主动发布/u,
  ],
  ['依申请公开', /依申请|申请公开|公开申请|申请/u],
  [
    '政府信息管理',
    /信息(?:资源)?(?:规范)?管理|公开属性|规范性文件|保密审查|三审|审核|审查|目录|动态(?:调整|更新|管理)|管理制度|公文|归档|清理|政策文件/u,
  ],
  ['政府信息公开平台建设', /平台|网站|公众号|新媒体|公报|专栏|专区|微博|公开栏|公示栏|查阅(?:点|中心|场所)/u],
  ['监督保障', /监督|考核|培训|评议|保障|检查|自查|组织领导|领导小组|责任(?:追究|落实|制)|问责|追责|专人/u],
]
const duties: readonly (readonly [string, RegExp])[] = [
  ['工作考核', /考核|考评|绩效/u],
  ['社会评议', /评议|满意度|评价|测评|社会监督/u],
  ['责任追究结果', /责任追究|追究责任|追责|问责|责任追/u],
]

/** The subjects of which nothing is said; those of the last three are asked of governments alone. */
export const absentTopics = (passages: readonly Passage[], isGovernment: boolean): readonly string[] => {
  const all = passages.map(({ plain }) => plain).join('\n')
  return [...topics, ...(isGovernment ? duties : [])]
    .filter(([, words]) => !words.test(all))
    .map(([name]) => name)
}

/** Whether the text says that something was left out of it: […]. */
export const isExcerpt = ({ plain }: Passage): boolean => /\[…\]|\[\.{3}\]/u.test(plain)

/** By its name: a people's government, a street office or bureau, or neither can be said. */
export const isGovernmentByName = (name: string): boolean | undefined => {
  const plain = name.replace(/[（(][^）)]*[）)]/gu, '')
  if (/街道|办事处|局$|委员会$|办公室$|办公厅$|中心$|委$|厅$|队$|所$/u.test(plain)) return false
  // A place's own name, 宿迁市, stands for its government on a report.
  return /人民政府$|政府$|[省市区县州盟旗镇乡]$/u.test(plain) ? true : undefined
}
