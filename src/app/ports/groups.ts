// The port of group robots: optional senders of the office's text to a group. Address and secret are seen by the sending
// channel alone, and stand in no listing, log or line of the audit.

import type { UnitId } from '../../engine/filing.ts'
import type { Outgoing } from '../message.ts'
import type { Recorded } from './audits.ts'
import type { Contact } from './contacts.ts'

/** 钉钉, 企业微信, 飞书. Each is a channel of this name, whose chats are `<kind>:<id>`. */
export const groupKinds = ['dingtalk', 'wecom', 'feishu'] as const
export type GroupKind = (typeof groupKinds)[number]

/** Where a robot takes words; the secret signs them, null where it does not sign. */
export type RobotAccess = { readonly address: string; readonly secret: string | null }

export type GroupRobot = RobotAccess & {
  readonly id: string
  /** The group is about all units in and below it. */
  readonly unit: UnitId
  readonly kind: GroupKind
  /** The group's, as the office calls it. */
  readonly name: string
}

export type ListedGroup = Omit<GroupRobot, keyof RobotAccess> & {
  readonly unitName: string
  readonly isSigned: boolean
}

/** The finds of a reader and of acts; an act is false when something came in between, and then nothing is written. */
export type Groups = {
  readonly groups: () => Promise<readonly ListedGroup[]>
  readonly addGroup: (group: GroupRobot, recorded: Recorded) => Promise<boolean>
  readonly removeGroup: (id: string, recorded: Recorded) => Promise<boolean>
  /** Null when there is no such group any more. */
  readonly robotAccess: (kind: GroupKind, id: string) => Promise<RobotAccess | null>
  /** Queues the words, and records them as steps towards units, in one batch. */
  readonly tellGroups: (
    mail: readonly Outgoing[],
    contacts: readonly Contact[],
    at: number,
    recorded: Recorded,
  ) => Promise<boolean>
}
