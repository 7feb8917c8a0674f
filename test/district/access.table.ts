// The rights that are meant, written by hand beside the law and the office's ways, not taken from the code: each line
// is an action, then for each role where it has it. A new action, role or state is a line or a word here first.

import type { Action, Role } from '../../src/district/access.ts'
import type { FilingState } from '../../src/district/lifecycle.ts'

/**
 * F filler, L unit leader, S supervisor, V viewer, A administrator. `own` in the unit itself, `all` there and in all
 * below it, `low` in those below, and in the unit itself where nobody stands above it, `-` nowhere; `*` everybody, a stranger too.
 */
const rights = `
  action            F    L    S    V    A
  see-filing        own  own  all  -    -
  see-tables        own  own  all  -    -
  read-messages     own  own  all  -    -
  follow-filing     own  own  all  -    -
  fetch-document    own  own  all  -    -
  answer-filing     own  -    -    -    -
  import-report     own  -    -    -    -
  enter-report      -    -    low  -    -
  order-document    own  own  all  -    -
  submit-filing     own  own  all  -    -
  withdraw-filing   own  own  -    -    -
  sign-filing       own  own  all  -    -
  answer-question   own  own  all  -    -
  amend-filing      own  -    -    -    -
  explain-place     own  -    -    -    -
  give-opinion      own  own  -    -    -
  request-return    own  own  -    -    -
  take-filing       -    -    low  -    -
  ask-filing        -    -    low  -    -
  clear-filing      -    -    low  -    -
  grant-return      -    -    low  -    -
  return-filing     -    -    low  -    -
  approve-filing    -    -    low  -    -
  undo-approval     -    -    low  -    -
  receive-sealed    -    -    low  -    -
  publish-filing    own  own  all  -    -
  exempt-filing     -    -    low  -    -
  readmit-filing    -    -    low  -    -
  ask-own-link      own  own  all  own  own
  see-desk          -    -    own  own  own
  list-units        -    -    all  all  all
  list-people       -    -    all  -    all
  list-invitations  -    -    all  -    all
  add-unit          -    -    -    -    all
  rename-unit       -    -    -    -    all
  change-unit       -    -    -    -    all
  set-prints        own  own  -    -    all
  place-unit        -    -    -    -    all
  remove-units      -    -    -    -    all
  invite-person     -    -    all  -    all
  invite-official   -    -    -    -    all
  import-previous   -    -    all  -    all
  import-calendar   -    -    all  -    all
  list-sessions     -    -    -    -    all
  record-absence    own  -    all  -    all
  hand-over-filing  own  -    -    -    -
  end-membership    -    -    -    -    all
  end-session       -    -    -    -    all
  erase-person      -    -    -    -    all
  list-campaigns    -    -    all  all  all
  see-progress      -    -    all  all  all
  preview-nudges    -    -    all  -    all
  see-chased        -    -    all  -    all
  record-contact    -    -    all  -    all
  make-letter       -    -    all  -    all
  list-groups       -    -    all  -    all
  set-group         -    -    all  -    all
  post-to-group     -    -    all  -    all
  see-calendar      own  own  all  -    -
  make-feed         own  own  all  -    -
  open-campaign     -    -    all  -    all
  close-campaign    -    -    all  -    all
  extend-unit       -    -    all  -    all
  verify-audit      -    -    -    -    all
  take-link         *    *    *    *    *
  ask-new-link      *    *    *    *    *
  set-up            *    *    *    *    *
  leave             *    *    *    *    *
  run-server        -    -    -    -    -
`

/** Acts that only these states allow; all others are the same in each state. */
const states: Readonly<Record<string, readonly FilingState[]>> = {
  'answer-filing': ['draft', 'returned', 'submitted', 'queried'],
  'import-report': ['draft', 'returned', 'submitted'],
  'enter-report': ['draft', 'returned'],
  'order-document': [
    ...(['draft', 'submitted', 'reviewing', 'queried', 'returned'] as const),
    ...(['approved', 'published', 'correcting'] as const),
  ],
  'submit-filing': ['draft', 'returned'],
  'withdraw-filing': ['submitted'],
  'sign-filing': ['draft', 'submitted', 'reviewing', 'queried', 'returned'],
  'answer-question': ['queried'],
  'amend-filing': ['queried'],
  'explain-place': ['returned', 'queried'],
  'give-opinion': ['draft', 'returned', 'reviewing'],
  'request-return': ['reviewing', 'queried', 'approved'],
  'grant-return': ['reviewing', 'queried', 'approved'],
  'clear-filing': ['submitted', 'reviewing', 'queried'],
  'take-filing': ['submitted'],
  'ask-filing': ['submitted', 'reviewing', 'queried'],
  'return-filing': ['submitted', 'reviewing', 'queried'],
  'approve-filing': ['submitted', 'reviewing', 'queried'],
  'undo-approval': ['approved'],
  'publish-filing': ['approved', 'published'],
  'receive-sealed': ['submitted', 'reviewing', 'queried', 'returned', 'approved', 'published', 'correcting'],
  'exempt-filing': ['draft', 'returned'],
  'readmit-filing': ['exempt'],
}

const shell = `order-document enter-report list-units list-invitations add-unit rename-unit change-unit set-prints place-unit remove-units
  invite-person   invite-official import-previous import-calendar list-sessions record-absence end-membership end-session erase-person
  list-campaigns see-progress open-campaign close-campaign extend-unit preview-nudges see-chased record-contact
  make-letter list-groups set-group post-to-group see-calendar make-feed verify-audit run-server submit-filing
  withdraw-filing sign-filing answer-question take-filing ask-filing return-filing approve-filing undo-approval receive-sealed publish-filing
  exempt-filing readmit-filing fetch-document list-people explain-place give-opinion amend-filing request-return clear-filing grant-return`

const [head = [], ...lines] = rights
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/))

const names: Readonly<Record<string, Role>> = {
  F: 'filler',
  L: 'leader',
  S: 'supervisor',
  V: 'viewer',
  A: 'administrator',
}

export type Meant = 'own' | 'all' | 'low' | '-' | '*'

/** By action and role. */
export const meant: ReadonlyMap<string, ReadonlyMap<Role, Meant>> = new Map(
  lines.map(([action = '', ...marks]) => [
    action,
    new Map(marks.map((mark, at) => [names[head[at + 1] ?? ''] as Role, mark as Meant])),
  ]),
)

export const meantStates = (action: Action): readonly FilingState[] | 'all' => states[action] ?? 'all'
export const meantAtShell: readonly string[] = shell.split(/\s+/)
