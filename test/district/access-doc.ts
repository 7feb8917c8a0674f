// The table of rights as a page for people, made from the code.

import type { Action } from '../../src/district/access.ts'
import { acts, decide, looks, may, mayAtShell, type Role, roles } from '../../src/district/access.ts'
import { filingStates, stateAllows } from '../../src/district/lifecycle.ts'

const everybody = { id: 'unit' as Parameters<typeof decide>[2]['id'], above: [] }

const markOf = (role: Role, action: Action): string => {
  if (decide([], action, everybody)) return 'everybody'
  if (may(role, action, 'above')) return may(role, action, 'own') ? 'own and below' : 'below'
  return may(role, action, 'own') ? 'own unit' : ''
}

const rowOf = (action: Action): string => {
  const allowed = filingStates.filter(state => stateAllows(state, action))
  const states = allowed.length === filingStates.length ? 'any' : allowed.join(', ')
  return `| \`${action}\` | ${roles.map(role => markOf(role, action)).join(' | ')} | ${mayAtShell(action) ? 'yes' : ''} | ${states} |`
}

const tableOf = (actions: readonly Action[]): string =>
  [
    `| action | ${roles.join(' | ')} | shell | state of the filing |`,
    `|---${'|---'.repeat(roles.length + 2)}|`,
    ...actions.map(rowOf),
  ].join('\n')

export const accessDoc = (): string => `# Who may do what

Made from \`src/district/access.ts\` and \`src/district/lifecycle.ts\`; a test compares, and \`npx vitest run test/district -u\` writes it anew. What is not in these tables is refused.

*Own unit*: a member of the very unit that is asked about. *Below*: of a unit above it, for whoever has a role there; the topmost unit's own people do it for their own unit too, an approval by another person than those who signed or handed in. The shell is the command line on the machine itself. A refusal says the same to a stranger, about a foreign unit and in a wrong state.

## Looks

${tableOf(looks)}

## Acts

Each that changes a report, a unit or a right leaves a line in the audit.

${tableOf(acts)}
`
