// The report of a street office, as a person gives it: two figures, three texts, all the rest zero.

import type { Visitor } from './visitor.ts'

export const texts = {
  preamble:
    '2020年示例街道按照政府信息公开条例和上级部署，落实专人、完善制度，较好完成了全年任务。现将2020年度情况报告如下，所列数据的统计期限为2020年1月1日至12月31日：',
  overview: [
    '（一）落实工作责任，加强日常检查。年初调整领导小组，明确一名分管负责人和一名专职人员，逐月检查各栏目更新情况，发现问题当场指出、限期改正；公开内容由承办科室起草、办公室审核、分管负责人签发，每一步都有记录，做到谁公开、谁审核、谁负责。',
    '（二）组织业务培训，严格保密审查。全年举办两次培训，各科室和社区经办人员全部参加，内容为公开范围、办理流程和常见差错；所有信息先审查、后公开，审查意见随文留存，全年没有发生泄密情况，经办人员的办理水平有了提高。',
    '（三）围绕群众关心的事项主动公开。及时公开防疫安排、安全检查、道路修缮、民生实事等信息，较难懂的政策配上问答和图表；通过街道公众号、社区公告栏和上门走访听取意见，对反映集中的问题逐件答复，让群众看得到、看得懂、能监督。',
  ].join('\n'),
  problems:
    '（一）主要问题。个别栏目更新不够及时，公开形式还比较单一。\n（二）改进措施。每周检查一次栏目更新，多用图解和短视频说明政策。',
} as const

export type Step = { readonly tap: string } | { readonly send: string }

export const toFigures: readonly Step[] = [{ tap: '开始填报' }]
export const figures: readonly Step[] = [
  { tap: '政府集中采购' },
  { tap: '选完了' },
  { send: '53项' },
  { send: '116万元' },
]
/** Three documents made and one public in all: that does not agree, and is asked about. */
export const toFinding: readonly Step[] = [
  { tap: '规范性文件' },
  { tap: '政府集中采购' },
  { tap: '选完了' },
  { send: '3' },
  { send: '2' },
  { send: '1' },
]
/** The finding settled; the purchases are asked next. */
export const mended: readonly Step[] = [{ tap: '对外公开总数量 1' }, { send: '3' }]
export const toTheEnd: readonly Step[] = [
  { tap: '没有' },
  { tap: '没有' },
  { send: texts.overview },
  { tap: '写完了' },
  { send: texts.problems },
  { tap: '无' },
  { send: texts.preamble },
]
export const whole: readonly Step[] = [...toFigures, ...figures, ...toTheEnd]

const labels: Readonly<Record<string, string>> = {
  开始填报: 'Start',
  政府集中采购: 'Central procurement',
  选完了: "That's all",
  没有: 'No',
  写完了: 'Done',
  无: 'None',
}
/** The same by the English buttons. */
export const english: readonly Step[] = whole.map(step =>
  'tap' in step ? { tap: labels[step.tap] ?? step.tap } : step,
)

export const take = (visitor: Visitor, step: Step): Promise<void> =>
  'tap' in step ? visitor.tap(step.tap) : visitor.send(step.send)

export const takeAll = async (visitor: Visitor, steps: readonly Step[]): Promise<void> => {
  for (const step of steps) await take(visitor, step)
}
