// What is no answer: albums, service messages, and whatever is said in a group.

import { expect, test } from 'vitest'
import { inOffice, street } from './office.ts'
import { expected, notZero, walk } from './walk.ts'

test(
  'an album of three photos is answered once',
  inOffice(street, async office => {
    const person = await office.join(1001, '李')
    await walk(office, person, { until: 'projects' })
    const shown = person.received().length
    const photo = [{ file_id: 'p', file_unique_id: 'p', width: 9, height: 9 }]
    await office.does(person, () => {
      for (let each = 0; each < 3; each += 1) person.sendContent({ photo, media_group_id: 'a1' }, '(photo)')
    })
    expect(person.received().length - shown).toBe(1)
    await walk(office, person, { from: 'projects' })
    expect(await notZero(office)).toEqual(expected)
  }),
)

test(
  'a service message says nothing, so it is not answered',
  inOffice(street, async office => {
    const person = await office.join(1001, '李')
    await office.does(person, () => person.sendContent({ pinned_message: {} }, '(pins a message)'), 0)
  }),
)

test(
  'in a group the bot points to the private chat and shows no figure, whatever is said there',
  inOffice(street, async office => {
    const { sim } = office
    const person = await office.join(1001, '李')
    await walk(office, person, { until: 'requests' })
    const group = sim.group({ id: -2001, title: '年报工作群', by: person })
    await sim.settle()
    const there = person.in(group)
    for (const said of ['/preview', '/contents', '53', '全文']) {
      there.send(said)
      await sim.settle()
    }
    const texts = there.received().map(message => message.text ?? '')
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) {
      expect(text).toContain('私聊')
      expect(text).not.toMatch(/53|116|望湖街道/)
    }
    sim.assertClean()
  }),
)
