// One person in turn on Telegram and in a browser: `/web` leads to the same filing, as the same person, once.

import { describe, expect, test } from 'vitest'
import { inOffice, street } from '../../scenarios/office.ts'
import { walk } from '../../scenarios/walk.ts'
import { openBrowser } from './browser.ts'
import { inHouse } from './house.ts'

const publicUrl = 'https://nianbao.example.gov.cn'
const codeIn = (text: string): string => /\/chat\/enter\/([\w-]+)/.exec(text)?.[1] ?? ''

describe('the word for a browser', () => {
  test(
    'gives a link to the same person, which opens once',
    inHouse(
      async house => {
        const person = await house.entered('李')
        await person.tap('开始填报')
        const question = await person.asked()
        await person.say('网页')
        const { text = '' } = (await person.all()).at(-1) ?? {}
        expect(text).toContain(`${publicUrl}/chat/enter/`)
        expect((await person.asked()).id).toBe(question.id)
        const code = codeIn(text)
        expect(JSON.stringify(await house.sql.all('SELECT * FROM invitation'))).not.toContain(code)

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
    'gives a link that is good for a quarter of an hour',
    inHouse(
      async house => {
        const person = await house.entered()
        await person.say('网页')
        const code = codeIn((await person.all()).at(-1)?.text ?? '')
        house.clock.now += 15 * 60_000 - 1
        expect((await house.browser(publicUrl).request(`/chat/enter/${code}`)).status).toBe(200)
        house.clock.now += 1
        expect((await house.browser(publicUrl).form(`/chat/enter/${code}`)).status).toBe(410)
      },
      { publicUrl },
    ),
  )

  test(
    'is answered without a link where nobody could open one',
    inHouse(async house => {
      const person = await house.entered()
      const invitations = await house.count('invitation')
      await person.say('网页')
      expect((await person.all()).at(-1)?.text).toContain('换设备填报')
      expect((await person.all()).at(-2)).toMatchObject({ kind: 'said', text: '网页' })
      expect(await house.count('invitation')).toBe(invitations)
    }),
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
