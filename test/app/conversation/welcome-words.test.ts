// The first screen names the days that people live by: those of the campaign, and behind them the law's.

import { expect, test } from 'vitest'
import { askLines } from '../../../src/app/conversation/compose/ask-lines.ts'
import { viewOf } from '../../../src/app/conversation/compose/view.ts'
import type { UnitDates } from '../../../src/district/campaign.ts'
import { unitId } from '../../../src/engine/filing.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { play } from '../../engine/play.ts'
import { strictWords } from './strict-words.ts'

const unit = { id: unitId('u'), name: '柳荫街道', level: 'street' as const, powers: {} }
const script = play(disclosure2021)
const year = script.filing().year
const day = (date: string) => `${year + 1}-${date}`
const none = { sign: null, due: null, feedback: null, publish: null }

const due = (dates: UnitDates | null) => {
  const view = viewOf(strictWords('zh-CN'), catalog, { filing: script.filing(), unit, previous: null }, dates)
  return askLines(view, script.ask(), [])
    .map(({ text }) => text)
    .filter(text => text.includes('期限'))
}

const campaign: UnitDates = {
  practice: 'sign-first',
  dates: { ...none, sign: day('01-15'), due: day('01-22'), publish: day('01-29') },
  extendedUntil: null,
}

test.each<readonly [string, UnitDates | null, RegExp]>([
  ['the law’s where the unit is in no campaign', null, /^法定公开期限 \d{4}年1月31日（周.）。$/],
  [
    'those of the campaign, in their order',
    campaign,
    /^送审 1月15日前 · 报区府办 1月22日前 · 公开 1月29日前（法定公开期限 1月31日，周.）$/,
  ],
  [
    'the extension in place of the due day',
    { ...campaign, extendedUntil: day('01-25') },
    / · 报区府办 1月25日前（已延期） · /,
  ],
  [
    'a draft’s in the order of a review that comes first',
    {
      ...campaign,
      practice: 'review-first',
      dates: { ...none, due: day('01-10'), feedback: day('01-15'), sign: day('01-20') },
    },
    /^报初稿 1月10日前 · 反馈意见 1月15日前 · 报定稿（盖章） 1月20日前（/,
  ],
  [
    'the law’s where the campaign has no dates',
    { ...campaign, dates: none },
    /^法定公开期限 \d{4}年1月31日（周.）。$/,
  ],
])('it names %s', (_, dates, expected) => {
  expect(due(dates)).toEqual([expect.stringMatching(expected)])
})
