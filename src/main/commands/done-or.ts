// The end of a command of administration: the value of what was done, or the refusal in the person's words.

import type { Administered, RegistryRefusal } from '../../app/registry/administer.ts'
import type { Params } from '../../i18n/fill.ts'
import { type CommandContext, refusal } from './command-context.ts'

/** `params` are the names that a refusal tells. */
export const doneOr = <T>({ say }: Pick<CommandContext, 'say'>, act: Administered<T>, params: Params): T => {
  if (act.type === 'done') return act.value
  throw refusal(say(`refused.${act.why}`, params), asStands.includes(act.why) ? 1 : 2)
}

/** Refused as things stand, whatever was typed. */
const asStands: readonly RegistryRefusal[] = [
  ...(['not-allowed', 'root-stays', 'root-stands', 'units-below', 'reports-filed'] as const),
  ...(['unit-closed', 'campaign-over', 'campaign-closed', 'not-in-campaign', 'report-begun'] as const),
]
