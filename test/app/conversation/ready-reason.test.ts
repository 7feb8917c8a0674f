// The ready reason for a figure that looks wrong and is right: which words take it, and which give no reason.

import { expect, test } from 'vitest'
import { asideEvent } from '../../../src/app/conversation/asides.ts'
import type { Event } from '../../../src/engine/event.ts'
import { filingId, personId } from '../../../src/engine/filing.ts'
import { disclosure2021 as form } from '../../../src/forms/disclosure/form-2021.ts'
import { createWords } from '../../../src/i18n/words.ts'

const [body = ''] = form.reasons.any
const ready: Event = { type: 'explain', finding: 'f', body }
const card = {
  id: 'c',
  chat: 'ann',
  person: personId('ann'),
  filing: filingId('f'),
  shown: {},
  choices: [{ event: ready, label: body }],
  at: 0,
}
const question = { type: 'finding', key: 'f', cells: [], all: false } as const
const aside = (said: string) => asideEvent({ words: createWords('zh-CN'), form, question, card }, said)

test.each(['属实', '情况属实。', '核对无误', '无误'])('%s takes it', said => {
  expect(aside(said)).toEqual(ready)
})

test.each(['好的', '嗯', '行', '可以', 'ok', '对', '是的', '确认', '没问题'])('%s does not', said => {
  expect(aside(said)).toBeUndefined()
})
