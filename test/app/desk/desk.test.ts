// The conversation of those who stand above units: what they ask and are answered, where they stand, and that nothing
// of it goes past the door.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askings } from '../../../src/app/desk/askings.ts'
import { doors } from '../../../src/app/doors.ts'
import { hashOf } from '../../../src/app/hash-of.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { seeding } from '../../seeding.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'
import { district, makeDistrict } from './district.ts'

let bot: Desk
let place: Awaited<ReturnType<typeof makeDistrict>>
beforeEach(async () => {
  bot = await openDesk()
  place = await makeDistrict(bot)
})
afterEach(() => bot.close())

const labels = (mail: readonly { choices: readonly { label: string }[] }[]) =>
  mail.flatMap(({ choices }) => choices.map(({ label }) => label))
const positions = () => bot.sql.all('SELECT about FROM position ORDER BY about')
const sue = async () => (await place.join('sue', 'supervisor')).person

describe('somebody who supervises', () => {
  test.each([
    ['supervisor', ['待审', '填报进度', '提醒文字', '单位', '人员', '发链接']],
    ['administrator', ['填报进度', '提醒文字', '单位', '人员', '发链接']],
    ['viewer', ['填报进度', '单位']],
  ] as const)('as %s stands at the desk, and is told what they may ask', async (role, buttons) => {
    const { mail } = await place.join('sue', role)
    expect(textOf(mail)).toContain('sue，您好。这里是望江区的年报报送管理')
    expect(labels(mail)).toEqual(buttons)
    expect(await positions()).toEqual([{ about: 'unit/district' }])
  })

  test('is led back to the desk by the link they took', async () => {
    const { person, code } = await place.join('sue', 'supervisor')
    expect(textOf(await person.command('start', code))).toContain('年报报送管理')
    expect(textOf(await person.command('start'))).toContain('年报报送管理')
  })

  test('asks for the progress, and is answered with counts and names', async () => {
    const person = await sue()
    expect(textOf(await person.text('进度'))).toBe('目前没有已开通的填报任务。')
    await place.collect()
    const mail = textOf(await person.text('进度怎么样了？'))
    expect(mail).toContain('2025年政府信息公开工作年度报告填报进度（截至 1月12日 01:00）')
    expect(mail).toContain('应报送 6 家。已报送 0 家。未报送 6 家：未填报 6 家（')
    expect(mail).toContain('部门：应报送 2 家，已报送 0 家。')
    expect(mail).toContain('距报送期限 1月22日（周四）还有 8 个工作日。')
    expect(mail).not.toContain('正在更新')
  })

  test('asks for the units, by level', async () => {
    const mail = textOf(await (await sue()).tap('单位'))
    expect(mail).toContain('共 6 个单位。')
    expect(mail).toContain('街道（3）：')
    expect(mail).toContain('部门（2）：区住房和城乡建设局、区教育局')
  })

  test.each([
    ['住建局', '区住房和城乡建设局'],
    ['单位 西门', '西门街道'],
    ['区教育局', '区教育局'],
  ])('asks for one unit by %s', async (said, name) => {
    const person = await sue()
    await place.collect()
    const mail = textOf(await person.text(said))
    expect(mail.split('\n')[0]).toBe(name)
    expect(mail).toContain('2025年政府信息公开工作年度报告：未填报，报送期限 1月22日（周四）。')
    expect(mail).toContain('尚无填报人进入。')
  })

  test('is asked which of several is meant, and a tap goes on with it', async () => {
    const person = await sue()
    const mail = await person.text('街道')
    expect(textOf(mail)).toBe('有 3 个单位相符，请选择：')
    expect(labels(mail)).toEqual(['西门街道', '东门街道', '柳荫街道', '单位', '帮助'])
    expect(textOf(await person.tap('东门街道'))).toContain('东门街道')
  })

  test('is offered the nearest of a name that is not there, and finds a former name', async () => {
    const person = await sue()
    expect(labels(await person.text('清石镇'))).toContain('青石镇')
    await seeding(bot.store).renameUnit(await place.idOf('青石镇'), '青石街道')
    const mail = textOf(await person.text('青石镇'))
    expect(mail).toContain('青石街道')
    expect(mail).toContain('原名：青石镇')
  })

  test('is told that words were not understood, with what can be asked', async () => {
    const mail = await (await sue()).text('53项')
    expect(textOf(mail)).toContain('未能识别“53项”，未办理。')
    expect(textOf(mail)).toContain('发链接 单位名称 姓名')
    expect(labels(mail)).toContain('填报进度')
  })

  test.each(['收到', '好的，谢谢', '👌'])('who says %s is asked nothing and loses nothing', async said => {
    const person = await sue()
    await person.text('街道')
    expect(textOf(await person.text(said))).toBe('✓')
    expect(textOf(await person.tap('西门街道'))).toContain('西门街道')
  })

  test('sees who has come in, and which units have nobody', async () => {
    const person = await sue()
    await place.join('王芳', 'filler', await place.idOf('西门街道'))
    const mail = textOf(await person.text('人员'))
    expect(mail).toContain('已进入 2 人。')
    expect(mail).toContain('西门街道：王芳（填报人）')
    expect(mail).toContain('尚无填报人的单位 5 家：')
    expect(textOf(await person.text('西门是谁在填'))).toContain('西门街道：王芳（填报人）')
  })
})

describe('a link', () => {
  test('is made from one line, with the person’s name, and lets that person in', async () => {
    const person = await sue()
    await place.collect()
    const mail = await person.text('发链接 西门 王芳')
    expect(mail).toHaveLength(3)
    const text = textOf(mail.slice(0, 1))
    expect(text).toContain('王芳：西门街道2025年政府信息公开工作年度报告由您填报')
    expect(text).toContain('有效期至 1月26日（周一）')
    expect(textOf(mail)).toContain('请私下发送本人，勿发到群里。')
    const code = /sim\.example\/(\S+)/.exec(text)?.[1] ?? ''
    const wang = bot.person('wang')
    expect(textOf(await wang.command('start', code))).toContain('西门街道')
    const [line] = await bot.sql.all(`SELECT "by", channel FROM audit WHERE what = 'invited'`)
    const [{ id } = { id: '' }] = await bot.sql.all(`SELECT id FROM person WHERE name = 'sue'`)
    expect(line).toEqual({ by: id, channel: 'sim' })
    expect(await verifyAudit({ audits: bot.store, seal: bot.seal })).toEqual([])
  })

  test('and every other key is forgotten by the outbox as it goes out', async () => {
    const person = await sue()
    const { createReceive } = await import('../../../src/app/conversation/receive.ts')
    const keyAt = (code: string) => `https://key.example/${code}`
    const receive = createReceive({ ...bot.parts, webLink: keyAt, feedLink: keyAt })
    await person.text('发链接 西门街道')
    await receive(person.incoming({ type: 'text', text: '网页' }, null, 'web'))
    const filler = bot.person('ann')
    await filler.command('start', await bot.invite())
    const asksForFeed = filler.incoming({ type: 'text', text: '日历订阅' }, null, 'feed')
    for (const _ of ['sent', 'sent again']) await receive(asksForFeed)
    expect(await bot.store.feeds()).toHaveLength(1)
    const keys = () =>
      bot.sql.all(`SELECT kind FROM outbox WHERE body GLOB '*key.example/*' OR body GLOB '*sim.example/*'`)
    expect(await keys()).toEqual([{ kind: 'link' }, { kind: 'link' }])
    expect(await bot.sql.all(`SELECT 1 FROM outbox WHERE kind = 'link'`)).toHaveLength(3)
    await bot.sql.batch([{ sql: `UPDATE outbox SET state = 'sent'`, params: [] }])
    expect(await keys()).toEqual([])
  })

  test('is the same one when the message comes again', async () => {
    const person = await sue()
    const incoming = person.incoming({ type: 'text', text: '发链接 西门街道' }, null, 'twice')
    const fails = {
      ...bot.parts,
      deliver: { ...bot.parts.deliver, commit: async () => Promise.reject(new Error()) },
    }
    const { createReceive } = await import('../../../src/app/conversation/receive.ts')
    await expect(createReceive(fails)(incoming)).rejects.toThrow()
    await bot.receive(incoming)
    expect(
      await bot.sql.all('SELECT name FROM invitation WHERE person IS NULL AND taken_by IS NULL'),
    ).toHaveLength(1)
    const code = /sim\.example\/(\S+)/.exec(textOf(await person.mail()))?.[1] ?? ''
    expect(await bot.store.invitation(await hashOf(code), bot.clock.now)).toMatchObject({ role: 'filler' })
  })

  test('asks for whom where nothing is said; another question is answered, and this one stands', async () => {
    const person = await sue()
    expect(textOf(await person.tap('发链接'))).toBe('请发送单位名称，可加填报人姓名，如：西门街道 王芳')
    const detour = textOf(await person.text('单位'))
    expect(detour).toContain('共 6 个单位。')
    expect(detour).toContain('请发送单位名称，可加填报人姓名')
    expect(textOf(await person.text('东门街道'))).toContain('已生成东门街道的填报邀请链接')
    expect(textOf(await person.text('东门街道'))).not.toContain('已生成')
  })

  test('that is given up is not made', async () => {
    const person = await sue()
    await person.tap('发链接')
    expect(textOf(await person.text('取消'))).toBe('已取消。')
    expect(textOf(await person.text('东门街道'))).not.toContain('已生成')
    expect(textOf(await person.text('取消'))).toBe('没有待办理的事项。')
  })

  test('keeps the name while the unit is chosen, and is made once however often the button is tapped', async () => {
    const person = await sue()
    await person.text('发链接 街道 王芳')
    const card = person.card()
    const text = textOf(await person.tap('东门街道'))
    expect(text).toContain('王芳：东门街道')
    const number = card?.choices.find(({ label }) => label === '东门街道')?.number ?? -1
    expect(await person.choice(card?.id ?? '', number)).toMatchObject({ notice: '该按钮已失效' })
    expect(await bot.sql.all(`SELECT name FROM invitation WHERE name = '王芳'`)).toHaveLength(1)
  })

  test('of a unit that was closed says why it was not made', async () => {
    const person = await sue()
    await bot.sql.batch([{ sql: `UPDATE unit SET closed = '2025-12-01' WHERE name = '青石镇'` }])
    expect(textOf(await person.text('发链接 青石镇'))).toContain('青石镇已撤销，未生成链接。')
  })
})

describe('the door', () => {
  test('every asking has its line in the registry, and the other way round', () => {
    expect(Object.keys(askings).sort()).toEqual(Object.keys(doors.askings).sort())
  })

  test('lets a viewer look, and make no link by words or by another’s button', async () => {
    const { person } = await place.join('vic', 'viewer')
    expect(textOf(await person.text('发链接 西门街道'))).toBe('您的身份（查看人员）不能办理此项。')
    expect(textOf(await person.text('人员'))).toBe('您的身份（查看人员）不能办理此项。')
    const other = await sue()
    await other.text('发链接 街道')
    expect(await person.choice(other.card()?.id ?? '', 0)).toMatchObject({ notice: '该按钮已失效' })
    expect(await bot.sql.all('SELECT 1 FROM invitation WHERE taken_by IS NULL')).toEqual([])
  })

  test('shows a supervisor of one part nothing of another', async () => {
    const street = await place.idOf('西门街道')
    await seeding(bot.store).placeUnit(await place.idOf('东门街道'), street)
    const { person } = await place.join('sam', 'supervisor', street)
    await place.collect()
    expect(textOf(await person.text('单位'))).toContain('共 1 个单位。')
    expect(textOf(await person.text('教育局'))).toContain('未能识别')
    expect(textOf(await person.text('进度'))).toContain('应报送 2 家')
    expect(textOf(await person.text('发链接 教育局'))).toContain('未找到“教育局”')
  })

  test('is shut from the moment in which the membership ends, whatever is on the screen', async () => {
    const person = await sue()
    await person.text('街道')
    const card = person.card()?.id ?? ''
    for (const { id } of await bot.store.members(district))
      await seeding(bot.store).endMembership(id, bot.clock.now)
    expect(await person.choice(card, 0)).toMatchObject({ isRefused: true })
    expect(textOf(await person.text('进度'))).toContain('尚未关联单位')
  })

  test('is asked again by the commit', async () => {
    const person = await sue()
    const ends = async (commit: Parameters<typeof bot.store.commit>[0]) => {
      for (const { id } of await bot.store.members(district))
        await seeding(bot.store).endMembership(id, bot.clock.now)
      return bot.store.commit(commit)
    }
    const { createReceive } = await import('../../../src/app/conversation/receive.ts')
    await createReceive({ ...bot.parts, deliver: { ...bot.parts.deliver, commit: ends } })(
      person.incoming({ type: 'text', text: '单位' }, null),
    )
    expect(textOf(await person.mail())).toContain('尚未关联单位')
  })
})

describe('somebody with a report of their own and a desk', () => {
  const both = async () => {
    const person = await bot.seated('ann')
    await place.join('ann', 'supervisor')
    return person
  }

  test('chooses between them, and what they say goes where they stand', async () => {
    const ann = await both()
    expect(textOf(await ann.text('单位'))).toContain('共 6 个单位。')
    const mail = await ann.text('换单位')
    expect(labels(mail)).toEqual(['柳荫街道（填报）', '填报进度', '帮助'])
    expect(textOf(await ann.tap('柳荫街道'))).toContain('柳荫街道')
    expect(await positions()).toEqual([{ about: `filing/${bot.filing}` }])
    await ann.text('采购项目数量')
    await ann.text('53项')
    expect(await bot.sql.all('SELECT value FROM cell')).not.toEqual([])
    const back = await ann.text('换单位')
    expect(labels(back)).toEqual(['柳荫街道', '望江区（报送管理）'])
    expect(textOf(await ann.tap('望江区'))).toContain('年报报送管理')
    expect(await positions()).toEqual([{ about: 'unit/district' }])
    expect(textOf(await ann.text('53项'))).toContain('未能识别')
  })

  test('taps an earlier button of the other place and is moved there', async () => {
    const ann = await both()
    await ann.text('街道')
    const card = ann.card()?.id ?? ''
    await ann.text('换单位')
    await ann.tap('柳荫街道')
    await ann.choice(card, 1)
    expect(textOf(await ann.mail())).toContain('东门街道')
    expect(await positions()).toEqual([{ about: 'unit/district' }])
  })

  test('may type what stands on a button', async () => {
    const ann = await both()
    await ann.text('换单位')
    expect(textOf(await ann.text('柳荫街道（填报）'))).toContain('柳荫街道')
    await ann.text('换单位')
    expect(textOf(await ann.text('望江区（报送管理）'))).toContain('年报报送管理')
  })
})

test('a link to a report makes somebody with a desk a filler, as the same person', async () => {
  const person = await sue()
  expect(textOf(await person.command('start', await bot.invite()))).toContain('柳荫街道')
  expect(await bot.count('person')).toBe(1)
  expect(textOf(await person.text('换单位'))).toContain('请选择')
})

test('a leader without a report yet is greeted, and is no stranger', async () => {
  const { mail, person } = await place.join('lin', 'leader', await place.idOf('西门街道'))
  for (const said of [mail, await person.text('53项')])
    expect(textOf(said)).toContain('lin，您好。\n您是西门街道的单位领导。')
})
