// The printed words of the sheet on which a report is approved (审批单), and the heights of its rows: office practice,
// the block of 保密审查 with its four hands included. One A4 page for every obligation.

/** `hand` is where somebody signs and dates, `seal` where the seal is put; `{…}` are filled in. */
type SheetCell = {
  readonly columns: number
  readonly rows?: number
} & (
  | { readonly label: string }
  | { readonly field: string }
  | { readonly hand: true }
  | { readonly seal: true }
)

type SheetRow = { readonly heightMm: number; readonly cells: readonly SheetCell[] }

const hands = (heightMm: number, ...labels: readonly [string, string]): SheetRow => ({
  heightMm,
  cells: labels.flatMap(label => [
    { columns: 2, label },
    { columns: 3, hand: true },
  ]),
})

const wholeRow = (heightMm: number, label: string, cell: SheetCell): SheetRow => ({
  heightMm,
  cells: [{ columns: 2, label }, cell],
})

/** The sentence on secrets is ticked by the hand that signs it: nothing concludes it beforehand. */
export const approvalSheet = {
  title: '{report}审批单',
  /** Grid columns of equal width. */
  columns: 12,
  rows: [
    {
      heightMm: 8,
      cells: [
        { columns: 2, label: '报送单位' },
        { columns: 5, field: '{unit}' },
        { columns: 2, label: '制单日期' },
        { columns: 3, field: '{day}' },
      ],
    },
    wholeRow(8, '报告名称', { columns: 10, field: '{name}' }),
    wholeRow(22, '主要数据', { columns: 10, field: '{figures}' }),
    wholeRow(8, '校验情况', { columns: 10, field: '{checks}' }),
    {
      heightMm: 8,
      cells: [
        { columns: 2, label: '公开属性' },
        { columns: 3, field: '主动公开' },
        { columns: 3, label: 'OA 文号/流转编号\n（可不填）' },
        { columns: 4, field: '{number}' },
      ],
    },
    {
      heightMm: 15,
      cells: [
        { columns: 2, label: '拟稿' },
        { columns: 4, hand: true },
        { columns: 2, label: '核稿' },
        { columns: 4, hand: true },
      ],
    },
    {
      heightMm: 13,
      cells: [
        { columns: 2, rows: 3, label: '保密审查' },
        {
          columns: 10,
          field: '□ 经审查，不涉及国家秘密、工作秘密、商业秘密和个人隐私\n□ 其他意见：',
        },
      ],
    },
    hands(14, '承办人\n初审', '科（室）\n负责人'),
    hands(14, '保密审核人', '主要领导\n签发'),
    wholeRow(19, '分管领导\n审签', { columns: 10, hand: true }),
    wholeRow(19, '主要领导\n签发（可选）', { columns: 10, hand: true }),
    wholeRow(28, '盖章', { columns: 10, seal: true }),
  ] satisfies readonly SheetRow[] as readonly SheetRow[],
  hand: '\n\u3000\u3000年\u3000\u3000月\u3000\u3000日',
  seal: '\n\n\u3000\u3000\u3000\u3000（单位盖章）\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日',
  figure: '{name} {value}',
  figureBefore: '{name} {value}（上年 {before}）',
  between: '；',
  end: '。',
  passed: '表格勾稽关系一致',
  explained: '提示 {count} 条，均已作说明',
} as const
