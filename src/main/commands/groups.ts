// `nianbao groups add|list|remove|post`: robots of groups, and the office's text to them.

import { groupTexts } from '../../app/chasing/group-text.ts'
import { addGroup, listGroups, longestGroupName, removeGroup } from '../../app/groups/change-groups.ts'
import { postToGroups } from '../../app/groups/post-to-groups.ts'
import { groupKinds, type ListedGroup } from '../../app/ports/groups.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { chasedOf } from './chased-of.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { readUnit } from './options.ts'
import { readBytes } from './read-bytes.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import { withStore } from './with-store.ts'

export type GroupOptions = { readonly json?: boolean }
export type AddGroupOptions = GroupOptions & {
  readonly kind: string
  readonly unit: string
  readonly file: string
}
export type PostOptions = CampaignOptions & { readonly named?: boolean; readonly contact?: string }

/** Address and secret are the two lines of a file: on the command line they would stay in the shell's history. */
export const addOne = async (
  name: string,
  options: AddGroupOptions,
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  const kind = groupKinds.find(each => each === options.kind)
  if (!kind)
    throw refusal(say('usage.group-kind', { what: options.kind, kinds: groupKinds.join(say('list')) }))
  const bytes = await readBytes(context, options.file, 1)
  if (typeof bytes === 'string') throw refusal(say('input.line', { file: options.file, why: bytes }))
  const [address = '', secret = ''] = bytes
    .toString('utf8')
    .split(/\r?\n/)
    .map(line => line.trim())
  return withStore(context, async (store, config) => {
    const { id: unit, name: unitName } = await readUnit(context, store, options.unit)
    const deps = { ...recorderOf(store, auditSeal(config)), groups: store }
    const wish = { unit, kind, name, address, secret: secret === '' ? null : secret }
    const { id } = doneOr(context, await addGroup(deps, { type: 'shell', at: context.now() }, wish), {
      ...{ name, limit: longestGroupName },
    })
    const isSigned = wish.secret !== null
    if (options.json) context.print(JSON.stringify({ group: groupJson({ ...wish, id, unitName, isSigned }) }))
    else context.print(say('groups.added', { name, unit: unitName }))
    return 0
  })
}

export const groups = async (options: GroupOptions, context: CommandContext): Promise<number> =>
  withStore(context, async store => {
    const { say } = context
    const all = await listGroups({ registry: store, groups: store }, { type: 'shell', at: context.now() })
    if (options.json) context.print(JSON.stringify({ groups: all.map(groupJson) }))
    else if (all.length === 0) context.print(say('groups.none'))
    else
      context.print(
        all
          .map(({ name, kind, unitName, isSigned }) =>
            say(isSigned ? 'groups.line-signed' : 'groups.line', {
              name,
              unit: unitName,
              kind: say(`groups.${kind}`),
            }),
          )
          .join('\n'),
      )
    return 0
  })

export const removeOne = async (
  named: string,
  options: GroupOptions,
  context: CommandContext,
): Promise<number> =>
  withStore(context, async (store, config) => {
    const deps = { ...recorderOf(store, auditSeal(config)), groups: store }
    const act = await removeGroup(deps, { type: 'shell', at: context.now() }, named.trim())
    const removed = doneOr(context, act, { name: named })
    if (options.json) context.print(JSON.stringify({ removed: groupJson(removed) }))
    else context.print(context.say('groups.removed', { name: removed.name }))
    return 0
  })

/** The text of the day, or the one with names, to these groups, or to all; a server that runs sends it. */
export const post = async (
  names: readonly string[],
  options: PostOptions,
  context: CommandContext,
): Promise<number> =>
  withStore(context, async (store, config) => {
    const { say, words } = context
    await settleCampaigns(context, store, config)
    const campaign = await readCampaign(context, store, options)
    const shell = { type: 'shell', at: context.now() } as const
    const all = await listGroups({ registry: store, groups: store }, shell)
    const unknown = names.find(name => !all.some(each => each.name === name))
    if (unknown !== undefined) throw refusal(say('refused.group-unknown', { name: unknown }))
    const chosen = names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
    const texts = groupTexts(
      words,
      await chasedOf(context, store, config, campaign),
      options.contact?.trim() || null,
    )
    if (!texts) throw refusal(say('chase.none'), 1)
    const text = texts[options.named ? 'named' : 'unnamed']
    const deps = { ...recorderOf(store, auditSeal(config)), groups: store }
    const act = await postToGroups(deps, shell, { groups: chosen, text, about: texts.units })
    doneOr(context, act, { name: names.join(say('list')) })
    if (options.json) context.print(JSON.stringify({ queued: chosen.map(groupJson), text }))
    else
      context.print(say('groups.queued', { names: chosen.map(({ name }) => name).join(say('list')), text }))
    return 0
  })

const groupJson = ({ id, name, kind, unit, unitName, isSigned }: ListedGroup) => ({
  ...{ id, name, kind, unit: { id: unit, name: unitName }, isSigned },
})
