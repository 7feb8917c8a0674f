// Documents in the chat: last year's report comes in, this year's draft is read, and only what is missing is asked.

import { describe, expect, test } from 'vitest'
import { docxOf } from '../../src/document/docx.ts'
import { outlineOf } from '../../src/document/outline.ts'
import type { Value } from '../../src/engine/filing.ts'
import { type FormId, formId } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { pageStyle } from '../../src/forms/page-style.ts'
import { filingOf, wordsOf } from '../document/material.ts'
import type { Client } from '../telegram-sim/start-telegram-sim.ts'
import { inOffice, type Office, type Opened } from './office.ts'
import { notZero } from './walk.ts'

const lake: Opened = { unit: '望湖街道', level: 'street', year: 2023 }
const form = formId('disclosure-2021')

const texts = {
  preamble: '望湖街道编制了本年度政府信息公开工作年度报告，现予公布。',
  overview: '（一）主动公开。全年按时更新。\n（二）依申请公开。均按期答复。',
  problems: '（一）主要问题。栏目更新不够及时。\n（二）改进措施。每周检查一次。',
}

type Made = {
  readonly year: number
  readonly figures: Readonly<Record<string, Value | undefined>>
  readonly texts: Readonly<Record<string, string>>
  readonly unit?: string
  readonly edition?: FormId
}

/** A Word document as the unit would have it: 0 in every cell but these; `undefined` leaves a cell blank. */
const docx = async ({
  year,
  figures,
  texts,
  unit = lake.unit,
  edition = form,
}: Made): Promise<Uint8Array> => {
  const zeros = Object.fromEntries(indexOf(catalog.formOf(edition)).entered.map(({ key }) => [key, 0]))
  const stand = Object.entries({ ...zeros, ...figures }).filter(([, value]) => value !== undefined)
  const filing = { ...filingOf(edition, Object.fromEntries(stand) as Record<string, Value>, texts), year }
  return docxOf(outlineOf({ form: catalog.formOf(edition), filing, unitName: unit }), pageStyle, 0)
}

const lastYear = () =>
  docx({
    year: 2022,
    figures: {
      'disclosure.licensing.handled': 40,
      'requests.received.natural': 2,
      'requests.granted.natural': 1,
      'requests.carried-out.natural': 1,
    },
    texts: { ...texts, other: '无其他需要报告的事项。' },
  })

/** Penalties were left blank, and the last part is not written. */
const thisYear = (figures: Made['figures'] = {}) =>
  docx({
    year: 2023,
    figures: {
      'disclosure.licensing.handled': 45,
      'disclosure.penalties.handled': undefined,
      'requests.received.natural': 3,
      'requests.carried-in.natural': 1,
      'requests.granted.natural': 4,
      ...figures,
    },
    texts,
  })

const buttons = (person: Client): readonly string[] =>
  (person.last().inline ?? []).flat().map(button => button.text)

/** A document is sent, and everything that follows from it has happened; what the bot said then. */
const sends = async (office: Office, person: Client, name: string, bytes: Uint8Array): Promise<string> => {
  await office.does(person, () => person.sendDocument(name, bytes))
  return person.last().text ?? ''
}

describe('a street office with Word documents', () => {
  test(
    'sends last year’s and this year’s, answers what is missing, and the document arrives',
    inOffice(lake, async office => {
      const person = await office.join(1001, '李')
      expect(person.last().text).toContain('已有 Word 稿的，可直接发送')
      expect(await sends(office, person, '2022年报.docx', await lastYear())).toContain('已收到2022年年报')
      expect(await notZero(office)).toEqual({})

      const said = await sends(office, person, '2023年报（讨论稿）.docx', await thisYear())
      expect(said).toMatch(/已读取数据 \d+ 项、文字 3 段/)
      expect(said).toContain('还有 2 项未填，请继续填写。')
      expect(said).toMatch(/行政处罚/)
      expect(said).toContain('2022年为 0。')
      await office.does(person, () => person.send('6'))
      await office.does(person, () => person.tap('2023年未收取信息处理费'))
      expect(await notZero(office)).toMatchObject({
        'disclosure.licensing.handled': 45,
        'disclosure.penalties.handled': 6,
        'requests.carried-in.natural': 1,
        'requests.granted.natural': 4,
      })
      await office.does(person, () => person.tap('生成送审稿'), 2)
      const [document] = person.received().flatMap(message => message.document ?? [])
      for (const line of texts.overview.split('\n')) expect(wordsOf(document?.bytes ?? lost)).toContain(line)
      office.sim.assertClean()
    }),
  )

  test(
    'takes what was carried over with one tap, by the name it has',
    inOffice(lake, async office => {
      const person = await office.join(1001, '李')
      await sends(office, person, '去年.docx', await lastYear())
      await office.does(person, () => person.send('自然人 上年结转'))
      expect(person.last().text).toContain('2022年结转 1 件。')
      expect(buttons(person)).toContain('上年结转 1 件')
      await office.does(person, () => person.tap('上年结转 1 件'))
      expect(await notZero(office)).toMatchObject({ 'requests.carried-in.natural': 1 })
    }),
  )

  test(
    'keeps what it gave when the document says otherwise, and takes the document back with one word',
    inOffice(lake, async office => {
      const person = await office.join(1001, '李')
      await sends(office, person, '稿.docx', await thisYear())
      const stood = await notZero(office)
      const other = await thisYear({ 'disclosure.licensing.handled': 54 })
      const said = await sends(office, person, '稿2.docx', other)
      expect(said).toContain('文稿 54，已填 45')
      expect(await notZero(office)).toEqual(stood)
      await office.does(person, () => person.send('撤销'))
      expect(await notZero(office)).toEqual({})
      expect((await office.ledger.report()).texts).toEqual({})
    }),
  )

  test(
    'is asked before another unit’s document counts',
    inOffice(lake, async office => {
      const person = await office.join(1001, '李')
      const bytes = await docx({ year: 2023, figures: {}, texts, unit: '青石街道' })
      expect(await sends(office, person, '稿.docx', bytes)).toContain('“青石街道”，填报单位为“望湖街道”')
      expect(buttons(person).slice(0, 2)).toEqual(['仍然读入', '不读入'])
      await office.does(person, () => person.tap('不读入'))
      expect((await office.ledger.report()).texts).toEqual({})
    }),
  )
})

describe('a file that cannot be had', () => {
  const begun = async (office: Office): Promise<Client> => {
    const person = await office.join(1001, '李')
    await office.does(person, () => person.tap('开始填报'))
    return person
  }

  test(
    'is said to be sent again, and the next one is read',
    inOffice(lake, async office => {
      const person = await begun(office)
      const bytes = await thisYear()
      office.sim.fail({ method: 'file', with: 'cut', times: 2 })
      const said = await sends(office, person, '稿.docx', bytes)
      expect(said).toContain('接收失败')
      expect(said).toContain('二、主动公开')
      expect(office.logged.join()).toContain('telegram.file-unfetched')
      expect(await sends(office, person, '稿.docx', bytes)).toContain('已读取数据')
    }),
  )

  test.each([
    ['年报.doc', '请另存为 .docx 后重新发送'],
    ['年报.wps', '请另存为 .docx 后重新发送'],
    ['台账.xlsx', '复制，再粘贴发送'],
  ])('%s is not fetched, and the question stands again', (name, sentence) =>
    inOffice(lake, async office => {
      const person = await begun(office)
      const said = await sends(office, person, name, lost)
      expect(said).toContain(sentence)
      expect(said).toContain('二、主动公开')
      expect(office.sim.calls.some(({ method }) => method === 'getFile')).toBe(false)
    })(),
  )

  test(
    'of somebody without a seat is not fetched',
    inOffice(lake, async office => {
      const stranger = office.sim.user({ id: 2002, name: '王' })
      expect(await sends(office, stranger, '稿.docx', lost)).toContain('尚未关联单位')
      expect(office.sim.calls.some(({ method }) => method === 'getFile')).toBe(false)
    }),
  )

  test(
    'that Telegram delivers twice is read once',
    inOffice(lake, async office => {
      const person = await begun(office)
      const bytes = await thisYear()
      office.sim.duplicate()
      expect(await sends(office, person, '稿.docx', bytes)).toContain('已读取数据')
      expect(person.received().filter(({ text = '' }) => text.includes('已读取数据'))).toHaveLength(1)
    }),
  )
})

const lost = new Uint8Array([80, 75, 3, 4])
