// Sayings of clerks at 表二, written from the offices' words and the statute alone by somebody who had not seen the reader.

import type { Saying } from './sayings.ts'

export const clerksAtDisclosure: readonly Saying[] = [
  {
    at: 'disclosure.?',
    said: '处罚3126 强制17 许可没有',
    expected: {
      'disclosure.penalties.handled': 3126,
      'disclosure.coercion.handled': 17,
      'disclosure.licensing.handled': 0,
    },
  },
  {
    at: 'disclosure.?',
    said: '行政许可１２件，行政处罚３５件，其余没有',
    rest: 'disclosure',
    expected: { 'disclosure.licensing.handled': 12, 'disclosure.penalties.handled': 35 },
  },
  {
    at: 'disclosure.fees.collected',
    said: '收了12600元',
    expected: { 'disclosure.fees.collected': 1.26 },
  },
  {
    at: 'disclosure.?',
    said: '收费三十六万八千元。处罚九件',
    expected: { 'disclosure.fees.collected': 36.8, 'disclosure.penalties.handled': 9 },
  },
  {
    at: 'disclosure.normative-documents.made',
    said: '规范性文件发了2个，废止1个，现在有效的11个',
    expected: {
      'disclosure.normative-documents.made': 2,
      'disclosure.normative-documents.repealed': 1,
      'disclosure.normative-documents.in-force': 11,
    },
  },
  {
    at: 'disclosure.normative-documents.made',
    said: '全年出了两份规范性文件,没有废止的,有效的一共九份',
    expected: {
      'disclosure.normative-documents.made': 2,
      'disclosure.normative-documents.repealed': 0,
      'disclosure.normative-documents.in-force': 9,
    },
  },
  {
    at: 'disclosure.?',
    said: '许可一千零二十三件、强制0、收费0.85万',
    expected: {
      'disclosure.licensing.handled': 1023,
      'disclosure.coercion.handled': 0,
      'disclosure.fees.collected': 0.85,
    },
  },
  {
    at: 'requests.?',
    given: { 'disclosure.licensing.handled': 218, 'disclosure.penalties.handled': 6 },
    said: '刚才许可写错了，不是218是281',
    expected: { 'disclosure.licensing.handled': 281 },
  },
  {
    at: 'disclosure.?',
    said: '行政处法8件，行政强致1件',
    // A slip of the input method: a name that is almost another is not guessed.
    notTaken: true,
    expected: { 'disclosure.penalties.handled': 8, 'disclosure.coercion.handled': 1 },
  },
  {
    at: 'disclosure.?',
    said: '都没有',
    rest: 'disclosure',
    expected: {},
  },
  {
    at: 'disclosure.penalties.handled',
    said: '行政处罚二十来件',
    expected: 'nothing',
  },
  {
    at: 'disclosure.licensing.handled',
    said: '跟去年一样',
    expected: 'nothing',
  },
  {
    at: 'disclosure.normative-documents.made',
    said: '明年打算出2个规范性文件',
    expected: 'nothing',
  },
  {
    at: 'disclosure.penalties.handled',
    said: '处罚几百件吧，具体数法制科明天给我',
    expected: 'nothing',
  },
  {
    at: 'disclosure.?',
    said: '5件',
    expected: 'ask',
  },
  {
    at: 'disclosure.?',
    said: '规范性文件3件',
    expected: 'ask',
  },
]
