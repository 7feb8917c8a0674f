// Sayings of clerks and what becomes of them: a table that anybody may add a line to without having seen the reader.

export type Saying = {
  /** The question at which it is said: the gate of a table, or a cell. */
  readonly at: string
  /** The figures that stand before it. */
  readonly given?: Readonly<Record<string, number>>
  readonly said: string
  /** The answer to the question which cell is meant. */
  readonly chosen?: string
  /** The table whose other cells are all 0. */
  readonly rest?: string
  /** It is not taken so far, and that is said. */
  readonly notTaken?: true
  /** The figures that it comes to, by cell; where no figure may be stored, whether it is asked which cell is meant. */
  readonly expected: Readonly<Record<string, number | string>> | 'nothing' | 'ask'
}

export const sayings: readonly Saying[] = [
  {
    at: 'requests.?',
    said: '自然人新收5件，予以公开3件，不掌握1件，结转1件',
    expected: {
      'requests.received.natural': 5,
      'requests.granted.natural': 3,
      'requests.unavailable-not-held.natural': 1,
      'requests.carried-out.natural': 1,
    },
  },
  {
    at: 'disclosure.?',
    said: '行政规范性文件本年制发3件，废止1件，现行有效12件',
    expected: {
      'disclosure.normative-documents.made': 3,
      'disclosure.normative-documents.repealed': 1,
      'disclosure.normative-documents.in-force': 12,
    },
  },
  { at: 'disclosure.?', said: '行政许可120件', expected: { 'disclosure.licensing.handled': 120 } },
  { at: 'disputes.?', said: '行政复议2件，都维持', expected: { 'disputes.review.upheld': 2 } },
  { at: 'requests.?', said: '今年收了二十来件申请', expected: 'nothing' },
  { at: 'requests.?', said: '跟去年一样', expected: 'nothing' },
  { at: 'requests.?', said: '一共收到12件', expected: 'nothing' },
  { at: 'disclosure.?', said: '财政局办了许可30件', expected: 'nothing' },
  {
    at: 'disclosure.?',
    said: '许可20 收费没有',
    expected: { 'disclosure.licensing.handled': 20, 'disclosure.fees.collected': 0 },
  },
  { at: 'disclosure.?', said: '许可没有处罚3 强制', expected: 'nothing' },
  {
    at: 'requests.?.natural',
    said: '新收3件，3件都部分公开',
    expected: { 'requests.received.natural': 3, 'requests.partly-granted.natural': 3 },
  },
  {
    at: 'disputes.?',
    said: '行政复议3件：1件维持，2件还没审结',
    expected: { 'disputes.review.upheld': 1, 'disputes.review.pending': 2 },
  },
  {
    at: 'disputes.?',
    said: '行政复议0件',
    expected: {
      'disputes.review.upheld': 0,
      'disputes.review.corrected': 0,
      'disputes.review.other': 0,
      'disputes.review.pending': 0,
    },
  },
  { at: 'requests.?.natural', said: '公开0件', expected: 'ask' },
  {
    at: 'disclosure.?',
    given: { 'disclosure.penalties.handled': 6 },
    said: '处罚报错了，应该是16',
    expected: { 'disclosure.penalties.handled': 16 },
  },
  {
    at: 'disclosure.?',
    given: { 'disclosure.penalties.handled': 6 },
    said: '处罚报错了，不是7是16',
    expected: 'nothing',
  },
  {
    at: 'disclosure.?',
    given: { 'disclosure.licensing.handled': 5, 'disclosure.penalties.handled': 6 },
    said: '许可改成15，处罚改成16',
    expected: { 'disclosure.licensing.handled': 15, 'disclosure.penalties.handled': 16 },
  },
  {
    at: 'requests.?',
    said: '自然人新收2件，去年没有结转',
    expected: {
      'requests.received.natural': 2,
      'requests.carried-in.natural': 0,
    },
  },
  {
    at: 'requests.?.natural',
    said: '企业收了3件，信访的退回了，其余没有',
    expected: { 'requests.received.business': 3 },
  },
]
