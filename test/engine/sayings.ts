// Sayings of clerks and what becomes of them: a table that anybody may add a line to without having seen the reader.

export type Saying = {
  /** The question at which it is said: the gate of a table, or a cell. */
  readonly at: string
  readonly said: string
  /** The figures that it comes to, by cell; `nothing` where no figure may be stored. */
  readonly expected: Readonly<Record<string, number | string>> | 'nothing'
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
]
