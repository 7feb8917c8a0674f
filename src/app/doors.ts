// The registry of doors: all ways in, by name, with the action that each asks for. A way that is not here is refused
// where it is mounted, and a test compares with the real lists of routes, commands and events.

import type { Action } from '../district/access.ts'
import type { Event } from '../engine/event.ts'
import type { LifeEvent } from './ports/life-event.ts'

/**
 * `everybody` shows and changes nothing of any unit; `message` takes a message in, and the event in it is the door
 * that is asked.
 */
export type DoorAction = Action | 'everybody' | 'message'

/** Events of a conversation, typed or on a button. */
const events = {
  typed: 'answer-filing',
  answered: 'answer-filing',
  replaced: 'answer-filing',
  filled: 'answer-filing',
  edited: 'answer-filing',
  set: 'answer-filing',
  tick: 'answer-filing',
  open: 'answer-filing',
  rest: 'answer-filing',
  written: 'answer-filing',
  rewrite: 'answer-filing',
  write: 'answer-filing',
  standard: 'answer-filing',
  omit: 'answer-filing',
  sentence: 'answer-filing',
  unnote: 'answer-filing',
  explain: 'answer-filing',
  undo: 'answer-filing',
  'confirm-year-end': 'answer-filing',
  imported: 'import-report',
  unimported: 'import-report',
  'last-year': 'import-report',
  document: 'order-document',
  next: 'see-filing',
  put: 'see-filing',
  later: 'see-filing',
  back: 'see-filing',
  help: 'see-filing',
  preview: 'see-filing',
  progress: 'see-filing',
  thanked: 'see-filing',
  'put-off': 'answer-filing',
  unsupported: 'see-filing',
  stale: 'see-filing',
  outdated: 'see-filing',
  resume: 'see-filing',
  'hand-in': 'submit-filing',
  'choose-signing': 'sign-filing',
  sign: 'sign-filing',
  agree: 'sign-filing',
  decline: 'sign-filing',
  'review-secrecy': 'sign-filing',
  withdraw: 'withdraw-filing',
  'answer-question': 'answer-question',
  amend: 'amend-filing',
  amended: 'answer-question',
  'explain-place': 'explain-place',
  'request-return': 'request-return',
  said: 'see-filing',
} as const satisfies Readonly<Record<Event['type'] | LifeEvent['type'], Action>>

/** Words that work at any moment, typed or as /commands. */
const commands: Readonly<Record<string, DoorAction>> = {
  start: 'see-filing',
  begin: 'see-filing',
  contents: 'see-filing',
  progress: 'see-filing',
  preview: 'see-filing',
  document: 'order-document',
  back: 'see-filing',
  later: 'see-filing',
  undo: 'answer-filing',
  help: 'see-filing',
  rest: 'answer-filing',
  others: 'answer-filing',
  web: 'ask-own-link',
  calendar: 'make-feed',
  'calendar-off': 'make-feed',
  units: 'see-filing',
  submit: 'submit-filing',
}

/** Askings at the desk of a unit that others are below, typed or on a button. */
const askings = {
  start: 'see-desk',
  help: 'see-desk',
  cancel: 'see-desk',
  thanks: 'see-desk',
  other: 'see-desk',
  places: 'see-desk',
  web: 'ask-own-link',
  progress: 'see-progress',
  units: 'list-units',
  unit: 'list-units',
  people: 'list-people',
  invite: 'invite-person',
  queue: 'see-filing',
  review: 'see-filing',
  'read-report': 'see-filing',
  'take-report': 'take-filing',
  'ask-unit': 'ask-filing',
  'return-report': 'return-filing',
  'approve-report': 'approve-filing',
  'clear-report': 'clear-filing',
  'grant-return': 'grant-return',
  'undo-approval': 'undo-approval',
} as const satisfies Readonly<Record<string, Action>>

/** Method and path of every route, as they are mounted; `ALL` are layers around the others and their last refusal. */
const routes: Readonly<Record<string, DoorAction>> = {
  'ALL /*': 'everybody',
  'GET /': 'everybody',
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'POST /telegram': 'message',
  'ALL /chat/*': 'everybody',
  'ALL /setup/*': 'everybody',
  'GET /setup': 'everybody',
  'POST /setup': 'set-up',
  'ALL /calendar/*': 'everybody',
  'GET /calendar/:file{[A-Za-z0-9_-]{16,64}\\.ics}': 'see-calendar',
  'GET /chat/assets/:version/:name': 'everybody',
  'GET /chat/manifest.webmanifest': 'everybody',
  'GET /chat/enter/:code{[A-Za-z0-9_-]{16,64}}': 'take-link',
  'POST /chat/enter/:code{[A-Za-z0-9_-]{16,64}}': 'take-link',
  'GET /chat/leave': 'everybody',
  'POST /chat/leave': 'leave',
  'GET /chat/device': 'everybody',
  'POST /chat/device': 'ask-own-link',
  'GET /chat': 'see-filing',
  'GET /chat/earlier': 'read-messages',
  'GET /chat/news': 'read-messages',
  'GET /chat/messages': 'read-messages',
  'POST /chat/messages': 'message',
  'POST /chat/say': 'message',
  'GET /chat/events': 'follow-filing',
  'POST /chat/files': 'import-report',
  'GET /chat/files/:id/:name': 'fetch-document',
  'GET /chat/documents/:id': 'fetch-document',
  'GET /chat/table': 'see-tables',
  'POST /chat/table': 'answer-filing',
  'POST /chat/table/block': 'answer-filing',
  'POST /chat/table/undo': 'answer-filing',
  'POST /chat/table/question': 'see-filing',
}

/** Commands of the command line, with those above them. */
const cli: Readonly<Record<string, DoorAction>> = {
  serve: 'run-server',
  check: 'everybody',
  render: 'everybody',
  chat: 'everybody',
  units: 'list-units',
  'units list': 'list-units',
  'units add': 'add-unit',
  'units import': 'add-unit',
  'units rename': 'rename-unit',
  'units set': 'change-unit',
  'units close': 'change-unit',
  'units merge': 'change-unit',
  'units place': 'place-unit',
  'units remove': 'remove-units',
  'units previous': 'import-previous',
  invite: 'invite-person',
  'invitations list': 'list-invitations',
  'invitations revoke': 'invite-person',
  'calendar import': 'import-calendar',
  'groups add': 'set-group',
  'groups list': 'list-groups',
  'groups remove': 'set-group',
  'groups post': 'post-to-group',
  'feeds make': 'make-feed',
  'feeds list': 'see-calendar',
  'feeds end': 'make-feed',
  'nudges preview': 'preview-nudges',
  'nudges texts': 'see-chased',
  'nudges record': 'record-contact',
  'nudges told': 'see-chased',
  'people list': 'list-sessions',
  'people add': 'invite-person',
  'people end': 'end-membership',
  'people erase': 'erase-person',
  'campaign open': 'open-campaign',
  'campaign list': 'list-campaigns',
  'campaign show': 'list-campaigns',
  'campaign extend': 'extend-unit',
  'campaign close': 'close-campaign',
  status: 'see-progress',
  'filing submit': 'submit-filing',
  'filing withdraw': 'withdraw-filing',
  'filing sign': 'sign-filing',
  'filing take': 'take-filing',
  'filing ask': 'ask-filing',
  'filing answer': 'answer-question',
  'filing amend': 'amend-filing',
  'filing explain': 'explain-place',
  'filing request': 'request-return',
  'filing grant': 'grant-return',
  'filing clear': 'clear-filing',
  'filing return': 'return-filing',
  'filing approve': 'approve-filing',
  'filing undo': 'undo-approval',
  'filing exempt': 'exempt-filing',
  'filing readmit': 'readmit-filing',
  'sample clear': 'remove-units',
  'webhook set': 'run-server',
  'webhook show': 'run-server',
  'webhook delete': 'run-server',
  'audit verify': 'verify-audit',
  backup: 'run-server',
  restore: 'run-server',
  doctor: 'run-server',
}

export const doors = { events, commands, askings, routes, cli }

export type AskingName = keyof typeof askings

/** The action of a door; undefined for one that is not in the registry, which is refused. */
export const actionAt = (kind: keyof typeof doors, name: string): DoorAction | undefined => {
  const list: Readonly<Record<string, DoorAction>> = doors[kind]
  return Object.hasOwn(list, name) ? list[name] : undefined
}

/** The action of an event; of one that other code stored there is none. */
export const actionOf = ({ type }: Pick<Event | LifeEvent, 'type'>): Action | undefined =>
  Object.hasOwn(events, type) ? events[type] : undefined
