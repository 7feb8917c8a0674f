// What a finding and a suspected cell say in each language: one case under the wrong applicant, and what the ledger says.

import { expect, test } from 'vitest'
import { askLines } from '../../../src/app/conversation/compose/ask-lines.ts'
import { labelsOf } from '../../../src/app/conversation/compose/label.ts'
import { viewOf } from '../../../src/app/conversation/compose/view.ts'
import { unitId } from '../../../src/engine/filing.ts'
import { findingQuestion } from '../../../src/engine/focus.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { createWords, type Locale } from '../../../src/i18n/words.ts'
import { play } from '../../engine/play.ts'
import { but } from '../../forms/disclosure/figures.ts'

const wrongApplicant = but(disclosure2021, {
  'requests.received.natural': 6,
  'requests.granted.natural': 4,
  'requests.received.other': 3,
  'requests.granted.other': 3,
  'requests.declined-petition.other': 2,
})

test.each<[Locale, string, string, string]>([
  [
    'zh-CN',
    '疑似有 2 件申请在“自然人”和“其他法人或组织”之间归类错位，请对照台账核实。',
    '现填 2。台账记载为多少？请点选，或直接发送。',
    '信访举报投诉类申请 0',
  ],
  [
    'en',
    'Perhaps 2 of the requests stand under',
    'It says 2 now. What do your records say? Tap the figure, or send another.',
    'Petition or complaint 0',
  ],
])('in %s', (locale, hint, ledger, button) => {
  const words = createWords(locale)
  const script = play(disclosure2021, { entries: wrongApplicant })
  const unit = { id: unitId('u'), name: '柳荫街道', level: 'street' as const, powers: {} }
  const view = () => viewOf(words, catalog, { filing: script.filing(), unit, previous: null })
  const said = () => askLines(view(), script.ask(), []).map(line => line.text)
  const buttons = () =>
    labelsOf(
      view(),
      script.ask().choices.map(choice => choice.label),
    )
  const [finding] = script.ask().findings
  if (!finding) throw new Error('everything agrees')
  script.put(findingQuestion(finding))
  expect(said().join('\n')).toContain(hint)
  script.tapCell('requests.declined-petition.other')
  expect(said().join('\n')).toContain(ledger)
  expect(buttons()).toContain(button)
})
