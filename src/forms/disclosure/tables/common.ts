// The parts of 表三 and 表四 that the editions so far have in common, labels verbatim (国办公开办函〔2019〕60号 and
// 〔2021〕30号). An edition that differs writes its own; never change these for a new edition.

import { type Form, textKey } from '../../../engine/form.ts'
import type { DisputesSpec } from './disputes-spec.ts'
import type { RequestsSpec } from './requests-grid.ts'

type Common = {
  readonly requests: Omit<RequestsSpec, 'results'>
  /** Results （一） to （五）; an edition adds its （六）. */
  readonly results: RequestsSpec['results']
  readonly disputes: DisputesSpec
  /** Ours, as nearly all published reports write it. */
  readonly contact: NonNullable<Form['contact']>
}

export const common: Common = {
  contact: { text: textKey('preamble'), wording: '如对本报告有疑问，请与{unit}联系（{contact}）。' },
  requests: {
    heading: '三、收到和处理政府信息公开申请情况',
    corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    widths: [10, 17.4, 51.6, 11, 11, 11, 11, 11, 11, 11],
    applicants: {
      label: '申请人情况',
      person: ['natural', '自然人'],
      organisations: {
        label: '法人或其他组织',
        rows: [
          ['business', '商业企业'],
          ['research', '科研机构'],
          ['welfare', '社会公益组织'],
          ['legal', '法律服务机构'],
          ['other', '其他', '其他法人或组织'],
        ],
      },
      total: ['total', '总计'],
    },
    received: ['received', '一、本年新收政府信息公开申请数量'],
    carriedIn: ['carried-in', '二、上年结转政府信息公开申请数量'],
    carriedOut: ['carried-out', '四、结转下年度继续办理', '结转下年度'],
  },
  results: {
    label: '三、本年度办理结果',
    rows: [
      ['granted', '（一）予以公开'],
      ['partly-granted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
      {
        label: '（三）不予公开',
        rows: [
          ['refused-state-secret', '1.属于国家秘密'],
          ['refused-other-law', '2.其他法律行政法规禁止公开'],
          ['refused-security', '3.危及“三安全一稳定”'],
          ['refused-third-party', '4.保护第三方合法权益'],
          ['refused-internal', '5.属于三类内部事务信息'],
          ['refused-process', '6.属于四类过程性信息'],
          ['refused-enforcement-file', '7.属于行政执法案卷'],
          ['refused-registry-query', '8.属于行政查询事项'],
        ],
      },
      {
        label: '（四）无法提供',
        rows: [
          ['unavailable-not-held', '1.本机关不掌握相关政府信息', '不掌握相关政府信息'],
          ['unavailable-must-be-made', '2.没有现成信息需要另行制作'],
          ['unavailable-unclear', '3.补正后申请内容仍不明确'],
        ],
      },
      {
        label: '（五）不予处理',
        rows: [
          ['declined-petition', '1.信访举报投诉类申请'],
          ['declined-duplicate', '2.重复申请'],
          ['declined-publication', '3.要求提供公开出版物'],
          ['declined-repeated', '4.无正当理由大量反复申请'],
          ['declined-reissue', '5.要求行政机关确认或重新出具已获取信息', '要求确认或重新出具已获取信息'],
        ],
      },
    ],
    total: ['total', '（七）总计'],
  },
  disputes: {
    heading: '四、政府信息公开行政复议、行政诉讼情况',
    widths: Array<number>(15).fill(10.4),
    review: ['review', '行政复议'],
    suits: {
      label: '行政诉讼',
      groups: [
        ['suit-direct', '未经复议直接起诉'],
        ['suit-after-review', '复议后起诉'],
      ],
    },
    outcomes: [
      ['upheld', '结果维持'],
      ['corrected', '结果纠正'],
      ['other', '其他结果'],
      ['pending', '尚未审结'],
    ],
    pending: ['pending', '尚未审结'],
    total: ['total', '总计'],
  },
}
