// F09: 总体情况 speaks of everything that 国办公开办函〔2021〕30号 asks for there. Any word of a subject is enough;
// 「不负责」 is speaking of it. It must not judge whether enough is said.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { writtenIn } from './passages.ts'

export const topics = ({ texts }: { readonly texts: readonly TextKey[] }): Rule => ({
  id: 'F09',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号 一(一); 条例 article 50 (4) for governments',
  messages: ['F09'],
  judge: judged => judge(texts, judged),
})

const judge = (texts: readonly TextKey[], judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  const [first] = written
  if (!first || written.some(({ passage }) => isExcerpt(passage))) return []
  const absent = absentTopics(
    written.map(({ passage }) => passage),
    isGovernment(judged),
  )
  if (absent.length === 0) return []
  return [
    {
      rule: 'F09',
      severity: 'warning',
      cells: [],
      text: first.text,
      facts: { topics: absent.join('、') },
    },
  ]
}

/** 条例 第五十条第四项 asks the people's governments of all levels; their offices, bureaus and street offices are none. */
export const isGovernment = ({ unit }: Pick<Judged, 'unit'>): boolean => {
  const byName = isGovernmentByName(unit.name)
  if (unit.level === 'street' || unit.level === 'bureau' || byName === false) return false
  return unit.level !== null || byName === true
}

const subjects: readonly (readonly [string, RegExp])[] = [
  [
    '主动公开',
    /主动公开|公开(?:政府|政务|各类)?信息|信息(?:的)?(?:发布|公开)工作|发布(?:各类|政府|政务)?信息|信息\d+条|主动发布/u,
  ],
  ['依申请公开', /依申请|申请公开|公开申请|申请/u],
  [
    '政府信息管理',
    /信息(?:资源)?(?:规范)?管理|公开属性|规范性文件|保密审查|公开审查|三审|审核|先审|审查(?:制度|机制|程序|流程|关)|目录|动态(?:调整|更新|管理)|管理制度|公文|归档|清理|政策文件(?:库|管理|汇编)/u,
  ],
  [
    '政府信息公开平台建设',
    /平台|公众号|新媒体|公报|专栏|专区|微博|公开栏|公示栏|查阅(?:点|中心|场所)|网站[^，。；]{0,8}(?:建设|维护|运维|管理|改版|优化|升级|更新|栏目|安全|普查|集约)|(?:建设|维护|优化|完善|升级|改版|规范|加强|建好|用好|管好|办好|运维|提升)[^，。；]{0,12}网站/u,
  ],
  [
    '监督保障',
    /监督|考核|培训|评议|(?:监督|组织|制度|机制|人员|队伍|经费|强化|加强|提供|做好|措施|工作)保障|保障(?:措施|机制|工作|制度|体系|有力|力度)|检查|自查|组织领导|领导小组|责任(?:追究|落实|制)|问责|追责|专人/u,
  ],
]
const duties: readonly (readonly [string, RegExp])[] = [
  ['工作考核', /考核|考评|绩效/u],
  ['社会评议', /评议|满意度|评价|测评|社会监督/u],
  ['责任追究结果', /责任追究|追究责任|追责|问责|责任追/u],
]

/** The subjects of which nothing is said; those of the last three are asked of governments alone. */
const absentTopics = (passages: readonly Passage[], isGovernment: boolean): readonly string[] => {
  const all = passages.map(({ plain }) => plain).join('\n')
  return [...subjects, ...(isGovernment ? duties : [])]
    .filter(([, words]) => !words.test(all))
    .map(([name]) => name)
}

/** Whether the text says that something was left out of it: […]. */
export const isExcerpt = ({ plain }: Passage): boolean => /\[…\]|\[\.{3}\]/u.test(plain)

/** By its name: a people's government, a street office or bureau, or neither can be said. */
const isGovernmentByName = (name: string): boolean | undefined => {
  const plain = name.replace(/[（(][^）)]{0,60}[）)]/gu, '')
  if (/街道|办事处|局$|委员会$|办公室$|办公厅$|中心$|委$|厅$|队$|所$/u.test(plain)) return false
  // A place's own name, 宿迁市, stands for its government on a report.
  return /人民政府$|政府$|[省市区县州盟旗镇乡]$/u.test(plain) ? true : undefined
}
