// Sentences of a report, with a count in each, that rules of sentences read; and a paragraph without one.

export const sentences = (n: number): readonly string[] => [
  `收到政府信息公开申请${n}件，办结${n}件，其中予以公开${n}件，占${n}%，均已答复。`,
  '未收到政府信息公开申请。信息公开行政复议均获维持，零败诉。',
  `制定行政规范性文件${n}件，制发文件${n * 10}件。收取信息处理费${n}5元。`,
  `依申请公开收到申请${n}件，同比增长${n}%。上年结转${n}件。信息公开类行政复议${n}件。`,
  '小结此处填写。',
]

export const usual = '坚持把公开透明作为办事的基本要求，健全了每月通报制度，各项工作平稳推进并逐步完善。'
