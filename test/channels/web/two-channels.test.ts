// One person in turn on Telegram and in a browser: `/web` leads to the same filing, as the same person, once.

import { describe, expect, test } from 'vitest'
import { inOffice, street } from '../../scenarios/office.ts'
import { walk } from '../../scenarios/walk.ts'
import { type Browser, openBrowser } from './browser.ts'
import { inHouse } from './house.ts'

const publicUrl = 'https://nianbao.example.gov.cn'
const codeIn = (text: string): string => /\/chat\/enter\/([\w-]+)/.exec(text)?.[1] ?? ''

/** Every value of every table. */
const everything = async (rows: (sql: string) => Promise<readonly unknown[]>): Promise<string> => {
  const tables = (await rows(`SELECT name FROM sqlite_schema WHERE type = 'table'`)) as { name: string }[]
  return JSON.stringify(await Promise.all(tables.map(({ name }) => rows(`SELECT * FROM "${name}"`))))
}

describe('the link of one’s own', () => {
  const linkOf = async (visitor: Browser): Promise<string> =>
    codeIn(await (await visitor.form('/chat/device')).text())

  test(
    'leads to the same person, and opens once',
    inHouse(
      async house => {
        const person = await house.entered('李')
        const code = await linkOf(person)
        expect(await everything(house.sql.all)).not.toContain(code)

        const phone = house.browser(publicUrl)
        const page = await (await phone.request(`/chat/enter/${code}`)).text()
        expect(page).toContain('李，本人进入')
        expect(page).not.toContain('<input')
        expect((await phone.form(`/chat/enter/${code}`)).status).toBe(303)
        expect(await house.count('person')).toBe(1)
        expect((await house.browser(publicUrl).form(`/chat/enter/${code}`)).status).toBe(410)
      },
      { publicUrl },
    ),
  )

  test(
    'is good for a quarter of an hour',
    inHouse(
      async house => {
        const code = await linkOf(await house.entered())
        house.clock.now += 15 * 60_000 - 1
        expect((await house.browser(publicUrl).request(`/chat/enter/${code}`)).status).toBe(200)
        house.clock.now += 1
        expect((await house.browser(publicUrl).form(`/chat/enter/${code}`)).status).toBe(410)
      },
      { publicUrl },
    ),
  )

  test('sent to Telegram stands in no table from then on, while it opens and afterwards', async () => {
    await inOffice(
      street,
      async office => {
        const person = await office.join(1001, '李')
        await office.does(person, () => person.send('/web'))
        const code = codeIn(person.last().text ?? '')
        expect(code).not.toBe('')
        expect(await everything(office.ledger.rows)).not.toContain(code)
        const answer = await fetch(`${office.root}/chat/enter/${code}`, {
          method: 'POST',
          headers: { origin: office.root },
          redirect: 'manual',
        })
        expect(answer.status).toBe(303)
        expect(await everything(office.ledger.rows)).not.toContain(code)
      },
      { publicUrl },
    )()
  })
})

describe('the word for a browser', () => {
  test.each([[{ publicUrl }], [{}]])(
    'on a page leads to its menu, keeps no link in the list and leaves the question, with %j',
    async options => {
      await inHouse(async house => {
        const person = await house.entered()
        await person.tap('开始填报')
        const question = await person.asked()
        const invitations = await house.count('invitation')
        await person.say('网页')
        expect((await person.all()).at(-1)?.text).toContain('换设备填报')
        expect((await person.all()).at(-2)).toMatchObject({ kind: 'said', text: '网页' })
        expect((await person.asked()).id).toBe(question.id)
        expect(await house.count('invitation')).toBe(invitations)
      }, options)()
    },
  )

  test.each(['网页', '/web'])(
    '(%s) on Telegram leads into a browser and back: an answer given there is not asked for here',
    async word => {
      await inOffice(
        street,
        async office => {
          const person = await office.join(1001, '李')
          await walk(office, person, { until: 'projects' })
          await office.does(person, () => person.send(word))
          const code = codeIn(person.last().text ?? '')
          const browser = openBrowser(
            (path, init) => fetch(`${office.root}${path}`, init),
            () => office.root,
          )
          expect((await browser.form(`/chat/enter/${code}`)).status).toBe(303)
          await browser.say('继续')
          expect((await browser.asked()).cells).toEqual(['disclosure.procurement.projects'])
          await browser.say('53')
          await office.does(person, () => person.send('35'))
          expect(person.last().text).toContain('刚有修改')
          const { figures } = await office.ledger.report()
          expect(figures['disclosure.procurement.projects']).toBe(53)
          expect(await office.ledger.rows('SELECT count(*) AS n FROM person')).toEqual([{ n: 1 }])
        },
        { publicUrl },
      )()
    },
  )
})
