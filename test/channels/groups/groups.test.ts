// Robots of groups against what their makers publish: the signature, the body, the limits, and secrets that stay secret.

import { afterEach, describe, expect, test } from 'vitest'
import { addressProblem } from '../../../src/app/groups/group-address.ts'
import { piecesOf } from '../../../src/app/groups/pieces-of.ts'
import { wordsMessage } from '../../../src/app/message.ts'
import { type GroupKind, groupKinds } from '../../../src/app/ports/groups.ts'
import { createGroups } from '../../../src/channels/groups/groups.ts'
import { signDingtalk, signFeishu } from '../../../src/channels/groups/sign.ts'
import { unitId } from '../../../src/engine/filing.ts'
import { openVirtualMail, type VirtualMail } from '../../app/mail/virtual-mail.ts'
import { seeding } from '../../seeding.ts'
import { openMakers } from './makers.ts'

const groups: Readonly<Record<GroupKind, { readonly address: string; readonly secret: string | null }>> = {
  dingtalk: {
    address: 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef0123456789abcdef',
    secret: 'SEC0123456789abcdef',
  },
  wecom: {
    address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7abc-4bc4-97a0-0ec2sifa5aaa',
    secret: null,
  },
  feishu: {
    address: 'https://open.feishu.cn/open-apis/bot/v2/hook/5e3d587e-d78e-4a07-bd07-265f269f86fd',
    secret: 'nIMtb7r3N9pkXyXdtAbx6e',
  },
}
const [second, minute] = [1_000, 60_000]

let open: VirtualMail[] = []
afterEach(async () => {
  for (const mail of open) await mail.close()
  open = []
})

const scene = async () => {
  const made: { makers?: ReturnType<typeof openMakers> } = {}
  const mail = await openVirtualMail([], undefined, ({ store, environment }) => {
    const makers = openMakers(environment.now, Object.values(groups))
    made.makers = makers
    const isMakers = (kind: GroupKind, access: { address: string; secret: string | null }) =>
      addressProblem(kind, access) === null
    return createGroups({ groups: store, environment, isMakers, network: makers.network }).map(
      ({ channel }) => channel,
    )
  })
  open.push(mail)
  const { makers } = made
  if (!makers) throw new Error('no makers')
  const unit = unitId('district')
  await seeding(mail.store).addUnit({ id: unit, name: '海曙区', level: 'county', powers: {} })
  for (const kind of groupKinds)
    await seeding(mail.store).addGroup({ id: `g-${kind}`, unit, kind, name: kind, ...groups[kind] })
  const post = async (kind: GroupKind, texts: readonly string[]) => {
    const outbox = texts.map(text =>
      wordsMessage(mail.environment.id(), `${kind}:g-${kind}`, [{ text, style: 'plain' }]),
    )
    await seeding(mail.store).tellGroups(outbox, mail.environment.now())
  }
  const states = async () =>
    (await mail.sql.all('SELECT state, count(*) AS n FROM outbox GROUP BY state')).map(({ state, n }) => [
      state,
      n,
    ])
  return { mail, makers, post, states }
}

describe('a signature', () => {
  // Worked out with the Python programs that the makers publish, and the secret and the instants of their pages.
  test('of 钉钉 is that of its published program', async () => {
    const sign = await signDingtalk('this is secret', 1_577_262_236_757)
    expect(encodeURIComponent(sign)).toBe('hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D')
  })

  test('of 飞书 is that of its published program', async () => {
    expect(await signFeishu('demo', 1_599_360_473)).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=')
  })
})

test.each(groupKinds)('a text reaches a group of %s as it is', async kind => {
  const { mail, makers, post, states } = await scene()
  await post(kind, ['各单位：请于1月22日（周五）下班前报区府办。'])
  await mail.pass(5 * second)
  expect(makers.taken.map(({ text }) => text)).toEqual(['各单位：请于1月22日（周五）下班前报区府办。'])
  expect(makers.refused).toEqual([])
  expect(await states()).toEqual([['sent', 1]])
})

test.each<[GroupKind, number, number]>([
  ['dingtalk', 45, 3],
  ['wecom', 45, 3],
  ['feishu', 130, 2],
])(
  'texts to a group of %s keep to its limit: none is refused, all %i arrive in order',
  async (kind, count, minutes) => {
    const { mail, makers, post } = await scene()
    const texts = Array.from({ length: count }, (_, n) => `第${n}条`)
    for (let from = 0; from < count; from += 10) {
      await post(kind, texts.slice(from, from + 10))
      await mail.pass(second)
    }
    await mail.pass((minutes + 1) * minute, () => makers.taken.length >= count)
    expect(makers.refused).toEqual([])
    expect(makers.taken.map(({ text }) => text)).toEqual(texts)
    expect(mail.elapsed()).toBeGreaterThan((minutes - 1.5) * minute)
  },
)

test('a group that is called too often by somebody else is left alone for as long as its maker says', async () => {
  const { mail, makers, post, states } = await scene()
  let floods = 0
  makers.state.answer = () => {
    floods += 1
    return Response.json({ errcode: 130101, errmsg: 'send too fast' })
  }
  await post('dingtalk', ['一'])
  await mail.pass(9 * minute)
  expect(floods).toBe(1)
  makers.state.answer = null
  await mail.pass(2 * minute)
  expect(await states()).toEqual([['sent', 1]])
})

describe('a text that cannot be sent', () => {
  test.each<[string, () => Response, string]>([
    [
      'is given up when the maker says never',
      () => Response.json({ errcode: 310000, errmsg: 'keywords' }),
      'failed',
    ],
    ['waits while the maker is in trouble', () => new Response('busy', { status: 502 }), 'queued'],
    ['waits while the answer cannot be read', () => new Response('<html>'), 'queued'],
    ['waits when the maker is busy', () => Response.json({ errcode: -1, errmsg: 'system busy' }), 'queued'],
    [
      'is not led on to another address',
      () => new Response(null, { status: 302, headers: { location: 'https://a.example/' } }),
      'queued',
    ],
  ])('%s', async (_, answer, state) => {
    const { mail, makers, post, states } = await scene()
    makers.state.answer = answer
    await post('dingtalk', ['一'])
    await mail.pass(3 * second)
    expect(await states()).toEqual([[state, 1]])
  })

  test('is given up once its group was removed, and neither address nor secret is ever logged', async () => {
    const { mail, makers, post, states } = await scene()
    await mail.sql.all('UPDATE group_robot SET secret = ?1 WHERE kind = ?2', ['SECwrongwrong', 'dingtalk'])
    await post('dingtalk', ['一'])
    await mail.pass(3 * second)
    await mail.sql.all('DELETE FROM group_robot')
    await post('feishu', ['二'])
    await mail.pass(3 * second)
    expect(await states()).toEqual([['failed', 2]])
    expect(makers.refused).toEqual(['sign'])
    expect(mail.logged.join()).toContain('200 310000')
    expect(mail.logged.join()).not.toMatch(/access_token|0123456789|SEC/)
  })

  test('never leaves for an address that is not its maker’s, whoever wrote it into the database', async () => {
    const { mail, makers, post, states } = await scene()
    await mail.sql.all(
      `UPDATE group_robot SET address = 'https://127.0.0.1/robot/send?access_token=0123456789'`,
    )
    await post('wecom', ['一'])
    await mail.pass(3 * second)
    expect([makers.taken.length, makers.refused, await states()]).toEqual([0, [], [['failed', 1]]])
  })
})

describe('an address', () => {
  test.each(groupKinds)('of %s is taken', kind => {
    expect(addressProblem(kind, groups[kind])).toBeNull()
  })

  test.each<[GroupKind, string]>([
    ['dingtalk', 'http://oapi.dingtalk.com/robot/send?access_token=0123456789'],
    ['dingtalk', 'https://oapi.dingtalk.com.example/robot/send?access_token=0123456789'],
    ['dingtalk', 'https://oapi.dingtalk.com@127.0.0.1/robot/send?access_token=0123456789'],
    ['dingtalk', 'https://a:b@oapi.dingtalk.com/robot/send?access_token=0123456789'],
    ['dingtalk', 'https://oapi.dingtalk.com:8443/robot/send?access_token=0123456789'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=0123456789&to=me'],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send'],
    ['dingtalk', groups.feishu.address],
    ['wecom', groups.dingtalk.address],
    ['wecom', 'http://127.0.0.1:8080/cgi-bin/webhook/send?key=0123456789'],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/../../../x'],
    ['feishu', 'file:///etc/passwd'],
    ['feishu', ''],
  ])('of %s is refused: %s', (kind, address) => {
    expect(addressProblem(kind, { address, secret: null })).toBe('address')
  })

  test('goes with a secret only where the robot signs', () => {
    expect(addressProblem('wecom', { ...groups.wecom, secret: 'SEC0123456789' })).toBe('secret')
    expect(addressProblem('feishu', { ...groups.feishu, secret: 'a b' })).toBe('secret')
  })
})

test('a long text is cut between names, each piece as long as the maker takes, and nothing is lost', () => {
  const text = `各单位：尚未完成报送：${Array.from({ length: 200 }, (_, n) => `第${n}街道办事处`).join('、')}。请抓紧办理。`
  const pieces = piecesOf(text, 2_048)
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('')).toBe(text)
  expect(Math.max(...pieces.map(piece => Buffer.byteLength(piece)))).toBeLessThanOrEqual(2_048)
  expect(pieces.slice(0, -1).every(piece => piece.endsWith('、'))).toBe(true)
  expect(piecesOf('𠮷'.repeat(10), 9).join('')).toBe('𠮷'.repeat(10))
})
