// The five subjects that 总体情况 has to speak of (国办公开办函〔2021〕30号 一(一)), with the headings that offices print.

import type { Topic } from '../../../engine/form.ts'

export const outline: readonly Topic[] = [
  { key: 'disclosure', label: '主动公开', heading: '（一）主动公开' },
  { key: 'requests', label: '依申请公开', heading: '（二）依申请公开' },
  { key: 'management', label: '政府信息管理', heading: '（三）政府信息管理' },
  { key: 'platforms', label: '平台建设', heading: '（四）平台建设' },
  { key: 'supervision', label: '监督保障', heading: '（五）监督保障' },
]
