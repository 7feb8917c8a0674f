// The channels of group robots, one for each kind: they send words and hear nothing. An address that is not its maker's
// is never called, no redirection is followed, and neither address nor secret nor the answer's words reach a reason.

import type { Channel, Sent } from '../../app/ports/channel.ts'
import type { Environment } from '../../app/ports/environment.ts'
import { type GroupKind, type Groups, groupKinds, type RobotAccess } from '../../app/ports/groups.ts'
import type { Mounted } from '../mounted.ts'
import { dingtalk } from './dingtalk.ts'
import { feishu } from './feishu.ts'
import type { Robot, RobotCall } from './robot.ts'
import { wecom } from './wecom.ts'
import { type CallWindow, createCallWindow } from './window.ts'

export type GroupsOptions = {
  readonly groups: Pick<Groups, 'robotAccess'>
  readonly environment: Pick<Environment, 'now' | 'elapsed'>
  /** Whether robots of this kind take words there. */
  readonly isMakers: (kind: GroupKind, access: RobotAccess) => boolean
  /** Another way out than the real one. */
  readonly network?: typeof fetch | undefined
}

const robots: Readonly<Record<GroupKind, Robot>> = { dingtalk, wecom, feishu }
const limitMs = 20_000

export const createGroups = (options: GroupsOptions): readonly Mounted[] => {
  const window = createCallWindow()
  return groupKinds.map(kind => ({
    channel: {
      name: kind,
      send: async ({ to, lines }, _edits, _file, askTurn) => {
        const text = lines.map(line => line.text).join('\n')
        return sendText(options, window, kind, to.slice(kind.length + 1), text, askTurn)
      },
    },
  }))
}

const sendText = async (
  { groups, environment, isMakers, network = (...call) => fetch(...call) }: GroupsOptions,
  window: CallWindow,
  kind: GroupKind,
  id: string,
  text: string,
  askTurn: Parameters<Channel['send']>[3],
): Promise<Sent> => {
  const robot = robots[kind]
  try {
    const access = await groups.robotAccess(kind, id)
    if (!access) return { type: 'refused', reason: 'no such group' }
    if (!isMakers(kind, access)) return { type: 'refused', reason: 'no address of its maker' }
    // Signed before its turn, so that nothing stands between the count and the call.
    const call = await robot.callOf(access, text, environment.now())
    const waitMs = window.waitMs(id, robot.limits, environment.elapsed())
    if (waitMs > 0) return { type: 'flood', afterMs: waitMs }
    if (!(await askTurn())) return { type: 'stopped' }
    window.count(id, robot.limits, environment.elapsed())
    return await called(robot, call, network)
  } catch {
    return { type: 'trouble', reason: 'no answer' }
  }
}

const called = async (robot: Robot, { url, body }: RobotCall, network: typeof fetch): Promise<Sent> => {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), limitMs)
  try {
    const answer = await network(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      ...{ redirect: 'manual', signal: limit.signal },
    })
    if (answer.status === 429) return { type: 'flood', afterMs: 60_000 }
    if (answer.status >= 500) return { type: 'trouble', reason: String(answer.status) }
    const told: unknown = await answer.json()
    const read = robot.readAnswer(typeof told === 'object' && told !== null ? { ...told } : {})
    if (read.type === 'sent') return { type: 'sent', message: null }
    return read.type === 'flood' ? read : { type: read.type, reason: `${answer.status} ${read.code}` }
  } finally {
    clearTimeout(timer)
  }
}
