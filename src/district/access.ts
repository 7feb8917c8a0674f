// The rights over units: one table of role, action and relation, and nothing outside it is allowed. It knows no
// database; a decision names the rows it rests on, so that a commit's guard can ask for exactly these.

import type { UnitId } from '../engine/filing.ts'

export const roles = ['filler', 'leader', 'supervisor', 'viewer', 'administrator'] as const
/** A person's role in a unit; `leader` is the unit's own, `supervisor` is of a unit that others are below. */
export type Role = (typeof roles)[number]

/**
 * A person seen from the unit that is asked about: a member of it (`top` where no unit stands above it), of a unit above
 * it, of another one, or of none.
 */
export const relations = ['own', 'top', 'above', 'other', 'none'] as const
export type Relation = (typeof relations)[number]

/** Looks change nothing that others see. */
export const looks = [
  'see-filing',
  'see-tables',
  'read-messages',
  'follow-filing',
  'fetch-document',
  'see-desk',
  'list-units',
  'list-people',
  'list-invitations',
  'list-sessions',
  'list-campaigns',
  'see-progress',
  'preview-nudges',
  'see-chased',
  'list-groups',
  'see-calendar',
  'verify-audit',
] as const
/** Acts that lead a filing from state to state; lifecycle.ts says which way. */
const leadingActs = [
  'submit-filing',
  'withdraw-filing',
  'sign-filing',
  'answer-question',
  'amend-filing',
  'explain-place',
  'give-opinion',
  'request-return',
  'take-filing',
  'ask-filing',
  'clear-filing',
  'grant-return',
  'return-filing',
  'approve-filing',
  'undo-approval',
  'receive-sealed',
  'publish-filing',
  'exempt-filing',
  'readmit-filing',
] as const
/** Acts change something, and leave a line in the audit where it is a report, a unit or a right. */
export const acts = [
  'answer-filing',
  'import-report',
  'enter-report',
  'order-document',
  ...leadingActs,
  'ask-own-link',
  'take-link',
  'ask-new-link',
  'leave',
  'set-up',
  'add-unit',
  'rename-unit',
  'change-unit',
  'set-prints',
  'place-unit',
  'remove-units',
  'invite-person',
  'invite-official',
  'import-previous',
  'import-calendar',
  'record-absence',
  'hand-over-filing',
  'end-membership',
  'end-session',
  'erase-person',
  'open-campaign',
  'close-campaign',
  'extend-unit',
  'record-contact',
  'make-letter',
  'set-group',
  'post-to-group',
  'make-feed',
  'run-server',
] as const
export type Look = (typeof looks)[number]
export type Act = (typeof acts)[number]
/** All that a door can be asked for. */
export type Action = Look | Act
export const actions: readonly Action[] = [...looks, ...acts]

/** Relations that can give a right: nobody has one to a unit that is not theirs or below theirs. */
type Near = Extract<Relation, 'own' | 'top' | 'above'>

const own = ['own', 'top'] as const
const reach = ['own', 'top', 'above'] as const
/** The office's acts on a report are for those above its unit; nobody is above the topmost one but its own people. */
const office = ['top', 'above'] as const

const rights: Readonly<Record<Action, Readonly<Partial<Record<Role, readonly Near[]>>>>> = {
  'see-filing': { filler: own, leader: own, supervisor: reach },
  'see-tables': { filler: own, leader: own, supervisor: reach },
  'read-messages': { filler: own, leader: own, supervisor: reach },
  'follow-filing': { filler: own, leader: own, supervisor: reach },
  'fetch-document': { filler: own, leader: own, supervisor: reach },
  'answer-filing': { filler: own },
  'import-report': { filler: own },
  'enter-report': { supervisor: office },
  'order-document': { filler: own, leader: own, supervisor: reach },
  'submit-filing': { filler: own, leader: own, supervisor: reach },
  'withdraw-filing': { filler: own, leader: own },
  'sign-filing': { filler: own, leader: own, supervisor: reach },
  'answer-question': { filler: own, leader: own, supervisor: reach },
  'amend-filing': { filler: own },
  'explain-place': { filler: own },
  'give-opinion': { filler: own, leader: own },
  'request-return': { filler: own, leader: own },
  'take-filing': { supervisor: office },
  'ask-filing': { supervisor: office },
  'clear-filing': { supervisor: office },
  'grant-return': { supervisor: office },
  'return-filing': { supervisor: office },
  'approve-filing': { supervisor: office },
  'undo-approval': { supervisor: office },
  'receive-sealed': { supervisor: office },
  'publish-filing': { filler: own, leader: own, supervisor: reach },
  'exempt-filing': { supervisor: office },
  'readmit-filing': { supervisor: office },
  'ask-own-link': { filler: own, leader: own, supervisor: reach, viewer: own, administrator: own },
  'see-desk': { supervisor: own, viewer: own, administrator: own },
  'list-units': { supervisor: reach, viewer: reach, administrator: reach },
  'list-people': { supervisor: reach, administrator: reach },
  'list-invitations': { supervisor: reach, administrator: reach },
  'add-unit': { administrator: reach },
  'rename-unit': { administrator: reach },
  'change-unit': { administrator: reach },
  'set-prints': { filler: own, leader: own, administrator: reach },
  'place-unit': { administrator: reach },
  'remove-units': { administrator: reach },
  'invite-person': { supervisor: reach, administrator: reach },
  'invite-official': { administrator: reach },
  'import-previous': { supervisor: reach, administrator: reach },
  'import-calendar': { supervisor: reach, administrator: reach },
  'list-sessions': { administrator: reach },
  'record-absence': { filler: own, supervisor: reach, administrator: reach },
  'hand-over-filing': { filler: own },
  'end-membership': { administrator: reach },
  'end-session': { administrator: reach },
  'erase-person': { administrator: reach },
  'list-campaigns': { supervisor: reach, viewer: reach, administrator: reach },
  'see-progress': { supervisor: reach, viewer: reach, administrator: reach },
  'preview-nudges': { supervisor: reach, administrator: reach },
  'see-chased': { supervisor: reach, administrator: reach },
  'record-contact': { supervisor: reach, administrator: reach },
  'make-letter': { supervisor: reach, administrator: reach },
  'list-groups': { supervisor: reach, administrator: reach },
  'set-group': { supervisor: reach, administrator: reach },
  'post-to-group': { supervisor: reach, administrator: reach },
  'see-calendar': { filler: own, leader: own, supervisor: reach },
  'make-feed': { filler: own, leader: own, supervisor: reach },
  'open-campaign': { supervisor: reach, administrator: reach },
  'close-campaign': { supervisor: reach, administrator: reach },
  'extend-unit': { supervisor: reach, administrator: reach },
  'verify-audit': { administrator: reach },
  'take-link': {},
  'ask-new-link': {},
  'set-up': {},
  leave: {},
  'run-server': {},
}

/** About nobody but oneself: who holds a link or the code of the setup may take it, and who is in may go. */
const everyones: readonly Action[] = ['take-link', 'ask-new-link', 'set-up', 'leave']

/** The shell of the machine reaches every unit: who has it has the database. It leads filings on, and fills in nothing but a unit's own Word draft. */
const shells: readonly Action[] = [
  ...leadingActs,
  'fetch-document',
  'list-people',
  'order-document',
  'enter-report',
  'list-units',
  'list-invitations',
  'add-unit',
  'rename-unit',
  'change-unit',
  'set-prints',
  'place-unit',
  'remove-units',
  'invite-person',
  'invite-official',
  'import-previous',
  'import-calendar',
  'list-sessions',
  'record-absence',
  'end-membership',
  'end-session',
  'erase-person',
  'list-campaigns',
  'see-progress',
  'preview-nudges',
  'see-chased',
  'record-contact',
  'make-letter',
  'list-groups',
  'set-group',
  'post-to-group',
  'see-calendar',
  'make-feed',
  'open-campaign',
  'close-campaign',
  'extend-unit',
  'verify-audit',
  'run-server',
]

/** The server by itself makes its sample and counts who is in for the office's message, and nothing else. */
const servers: readonly Action[] = ['add-unit', 'invite-person', 'see-progress']

/** Inviting somebody to a role that others are below is a right of its own: nobody makes their own superior. */
export const invitingTo = (role: Role): 'invite-person' | 'invite-official' =>
  role === 'supervisor' || role === 'administrator' ? 'invite-official' : 'invite-person'

/**
 * Whether the report is approved by another hand than those who signed it or handed it in, which the topmost unit needs:
 * its own people approve it. `hands` are the persons of these acts.
 */
export const isAnotherHand = ({ above }: Rights, by: string, hands: readonly string[]): boolean =>
  above.length > 0 || !hands.includes(by)

/** Roles that have a report of their unit's before them; the others stand above units, and look at many. */
export const leadsToFiling = (role: Role): boolean => role === 'filler' || role === 'leader'

/** A membership that stands; `id` is its row. With `sections` it reaches only these, null for all. */
export type Member = {
  readonly id: string
  readonly unit: UnitId
  readonly role: Role
  readonly sections: readonly string[] | null
}

/** A unit that is asked about, with all above it. */
export type AskedUnit = { readonly id: UnitId; readonly above: readonly UnitId[] }

/** The rows a decision rests on: they must still stand when it takes effect. */
export type Rights = {
  readonly members: readonly string[]
  readonly above: readonly { readonly unit: UnitId; readonly ancestor: UnitId }[]
}

const relationOf = ({ unit }: Pick<Member, 'unit'>, asked: AskedUnit): Exclude<Relation, 'none'> => {
  if (unit === asked.id) return asked.above.length === 0 ? 'top' : 'own'
  return asked.above.includes(unit) ? 'above' : 'other'
}

const isEveryones = (action: Action): boolean => everyones.includes(action)

/** Whether the shell of the machine may do this. */
export const mayAtShell = (action: Action): boolean => shells.includes(action)

/** Whether the server may do this of its own accord. */
export const mayByItself = (action: Action): boolean => servers.includes(action)

/** Whether this role, standing so to the unit asked about, has the right to this action. */
export const may = (role: Role, action: Action, relation: Relation): boolean =>
  isEveryones(action) || (rights[action]?.[role] ?? []).some(near => near === relation)

/**
 * The decision for a person with these memberships; null when it is no. One row is enough, the person's own unit before
 * one above it: who loses another right keeps this one. A membership of some sections gives no right yet, since nothing
 * keeps to them.
 */
export const decide = (members: readonly Member[], action: Action, asked: AskedUnit): Rights | null => {
  if (isEveryones(action)) return { members: [], above: [] }
  const whole = members.filter(({ sections }) => sections === null)
  for (const near of reach) {
    const member = whole.find(each => relationOf(each, asked) === near && may(each.role, action, near))
    if (!member) continue
    const above = near === 'above' ? [{ unit: asked.id, ancestor: member.unit }] : []
    return { members: [member.id], above }
  }
  return null
}
