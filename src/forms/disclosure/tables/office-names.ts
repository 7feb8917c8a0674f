// The words by which offices call the rows and columns of the three tables, beside the labels that are printed. Keys
// that an edition does not have name nothing there. A word that may mean several is listed for each of them.

import type { Called } from '../../../engine/form.ts'

const row = (keys: string, words: string): Called => ({ axis: 'row', keys: keys.split(' '), words })
const column = (keys: string, words: string): Called => ({ axis: 'column', keys: keys.split(' '), words })

export const disclosureNames: readonly Called[] = [
  row('regulations', '政府规章'),
  row('normative-documents', '规范性文件 行政规范性文件 规范性'),
  row('licensing', '许可'),
  row('penalties', '处罚'),
  row('coercion', '强制'),
  row('fees', '收费 事业性收费 行政收费'),
  row('procurement', '集中采购 政府采购 采购'),
  row('other-services', '对外管理服务事项 其他对外管理服务'),
  column('made', '发了 出了 制发 本年制发 新制发 制定 制作 新制作 出台 印发'),
  column('repealed', '废止 本年废止'),
  column('in-force', '现行有效 现在有效 有效'),
  column('published', '新公开 本年新公开 公开'),
  column('public-total', '对外公开总数 对外公开'),
  column('items-last-year', '上一年项目 上年项目 上一年事项 上年事项 上一年 上年'),
  column('change', '增减 本年增减'),
  column('handled', '处理决定 处理决定数'),
  column('collected', '收费金额 收了'),
  column('projects', '采购项目 项目'),
  column('amount', '采购金额 总金额'),
]

export const requestsNames: readonly Called[] = [
  row('received', '收了 新收 新收到 新收申请 新收到申请 本年新收 收到 收到申请 收件 受理 新受理 依申请公开'),
  row(
    'carried-in',
    '上年结转 上年度结转 上一年结转 上一年度结转 去年结转 结转上年 结转上年度 上年转入 {lastYear}年结转',
  ),
  row(
    'carried-out',
    '结转下年 结转下年度 结转至下年度 结转到下年度 结转明年 转下年 转下年度 结转{nextYear}年 未办结 尚未办结',
  ),
  row('carried-in carried-out', '结转'),
  row('granted', '予以公开 全部公开 同意公开 准予公开'),
  row('partly-granted', '部分公开 予以部分公开 区分处理'),
  row('granted partly-granted', '公开'),
  row(
    'refused-state-secret refused-other-law refused-security refused-third-party refused-internal refused-process ' +
      'refused-enforcement-file refused-registry-query',
    '不公开 不同意公开',
  ),
  row('refused-state-secret', '国家秘密'),
  row('refused-other-law', '法律行政法规禁止公开 法律法规禁止公开 法律法规禁止'),
  row('refused-security', '三安全一稳定'),
  row('refused-third-party', '第三方合法权益 第三方权益 第三方 商业秘密 个人隐私'),
  row('refused-internal', '三类内部事务信息 三类内部事务 内部事务信息 内部事务'),
  row('refused-process', '四类过程性信息 过程性信息 过程性'),
  row('refused-enforcement-file', '行政执法案卷 执法案卷'),
  row('refused-registry-query', '行政查询事项 行政查询 查询事项'),
  row(
    'unavailable-not-held',
    '不掌握相关政府信息 不掌握相关信息 本机关不掌握 不掌握 信息不存在 政府信息不存在',
  ),
  row('unavailable-must-be-made', '没有现成信息 需要另行制作 需另行制作 另行制作'),
  row('unavailable-unclear', '补正后仍不明确 补正后不明确 补正后内容仍不明确 仍不明确'),
  row('declined-petition', '信访举报投诉类 信访举报投诉 信访举报 信访投诉 投诉举报 信访'),
  row('declined-duplicate', '重复'),
  row('declined-publication', '公开出版物 出版物'),
  row('declined-repeated', '大量反复申请 大量反复 反复申请'),
  row('declined-reissue', '要求确认或重新出具已获取信息 确认或重新出具 重新出具'),
  row('other-not-corrected', '逾期不补正、不再处理 逾期不补正 逾期未补正'),
  row('other-fee-unpaid', '逾期不缴费、不再处理 逾期不缴费 逾期未缴费'),
  row('other-rest other', '其他处理（含撤回） 申请人撤回 主动撤回 撤回'),
  row('total', '办理结果总计 结果总计 办结 已办结 共办结'),
  column('natural', '个人 公民'),
  column('business', '公司 企业'),
  column('research', '科研院所 科研单位 科研'),
  column('welfare', '社会公益 公益组织 公益机构'),
  column('legal', '法律服务 律师事务所 律所'),
  column('other', '其他法人或组织 其他法人 其他组织'),
  column('business research welfare legal other', '法人或其他组织 法人和其他组织 法人'),
  column('total', '合计'),
]

export const disputesNames: readonly Called[] = [
  row('review', '复议'),
  row('suit-direct', '直接起诉'),
  row('suit-after-review', '复议后诉讼'),
  row('suit-direct suit-after-review', '诉讼 起诉'),
  column('upheld', '维持'),
  column('corrected', '纠正'),
  column('pending', '未审结 没审结 没有审结 还没审结 还没有审结 没判 还没判 还没有判 未判决 审理中'),
  column('total', '合计'),
]
