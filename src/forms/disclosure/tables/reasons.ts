// Reasons that often hold, for one tap: what a unit writes beside a figure that looks wrong and is right. Those of T201
// are the ones that reviewers know (修订不增件、自然失效、清理、口径调整).

import type { Form } from '../../../engine/form.ts'

export const reasons: Form['reasons'] = {
  T201: ['修订文件不增加件数。', '部分文件自然失效。', '集中清理后调整。', '统计口径调整。'],
  T203: ['经授权制定规章。'],
  T205: ['职权已作调整。', '本年度无此类事项。'],
  T206: ['金额单位确为万元。'],
  T213: ['包括往年制作、本年公开的文件。'],
  T404: ['本地区按当年新收案件统计。'],
  Y01: ['上年度统计有误，本年度据实更正。', '机构职能调整，案件划入或划出。', '统计口径调整。'],
  Y02: ['业务量确有变化。'],
  any: ['已核对，情况属实。'],
}
