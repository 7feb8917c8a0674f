// All commands with their arguments and options. A command's own file is loaded when it is called, so that each starts
// with no more than it needs.

import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { actionAt } from '../../app/doors.ts'
import { mayAtShell, roles } from '../../district/access.ts'
import type { AuditOptions } from './audit.ts'
import type { BackupOptions } from './backup.ts'
import type { AddUnitOptions, PlaceUnitOptions, RemoveUnitOptions } from './change-units.ts'
import { chasingCommands } from './chasing-commands.ts'
import { type AddCommand, type CommandContext, type Do, refusal } from './command-context.ts'
import { districtCommands } from './district-commands.ts'
import { filingCommands } from './filing-commands.ts'
import type { InvitationsOptions } from './invitations.ts'
import type { InviteOptions } from './invite-options.ts'
import { obligationOption, powersNamed } from './options.ts'
import type { EndOptions, PeopleOptions } from './people.ts'
import { reportCommands } from './report-commands.ts'
import type { RestoreOptions } from './restore.ts'
import type { UnitsOptions } from './units.ts'

export const commands = (context: CommandContext, act: Do): Command => {
  const { say } = context
  const obligation = obligationOption(context)
  const program = titled(
    new Command('nianbao').description(say('about', { reports: context.words.reports })),
    context,
  )
  program.hook('preAction', (_, called) => {
    const name = commandName(called)
    if (!isOpenAtShell(name)) throw refusal(say('usage.unknown-command', { what: name }))
  })
  program.version(version(), '-V, --version', say('version'))
  const command: AddCommand = (parent, usage) => titled(parent.command(usage), context)

  command(program, 'serve')
    .description(say('about.serve'))
    .action(() => act(async () => (await import('./serve.ts')).serve(context)))

  reportCommands(context, act, command, program)

  const json = ['--json', say('opt.json-one')] as const
  const units = command(program, 'units')
    .description(say('about.units'))
    .action(() => act(async () => (await import('./units.ts')).units({}, context)))
  command(units, 'list')
    .description(say('about.units.list'))
    .option(...json)
    .action((options: UnitsOptions) => act(async () => (await import('./units.ts')).units(options, context)))
  command(units, 'add')
    .description(say('about.units.add'))
    .argument('<name>', say('arg.name'))
    .option('--level <level>', say('opt.level'))
    .option('--powers <powers>', say('opt.powers', { powers: powersNamed(context) }))
    .option('--below <unit>', say('opt.below'))
    .option('--root', say('opt.root'))
    .option(...json)
    .action((name: string, options: AddUnitOptions) =>
      act(async () => (await import('./change-units.ts')).addUnit(name, options, context)),
    )
  command(units, 'rename')
    .description(say('about.units.rename'))
    .argument('<unit>', say('arg.unit'))
    .argument('<name>', say('arg.name'))
    .option(...json)
    .action((unit: string, name: string, options: UnitsOptions) =>
      act(async () => (await import('./change-units.ts')).renameUnit(unit, name, options, context)),
    )
  command(units, 'place')
    .description(say('about.units.place'))
    .argument('<unit>', say('arg.unit'))
    .option('--below <unit>', say('opt.below'))
    .option(...json)
    .action((unit: string, options: PlaceUnitOptions) =>
      act(async () => (await import('./change-units.ts')).placeUnit(unit, options, context)),
    )
  command(units, 'remove')
    .description(say('about.units.remove'))
    .argument('<unit>', say('arg.unit'))
    .option('--with-reports', say('opt.with-reports'))
    .option(...json)
    .action((unit: string, options: RemoveUnitOptions) =>
      act(async () => (await import('./change-units.ts')).removeUnit(unit, options, context)),
    )

  command(units, 'previous')
    .description(say('about.units.previous'))
    .argument('<unit>', say('arg.unit'))
    .argument('<report>', say('arg.previous'))
    .action((name: string, file: string) =>
      act(async () => (await import('./previous.ts')).storePrevious(name, file, context)),
    )

  command(program, 'invite')
    .description(say('about.invite'))
    .argument('[unit]', say('arg.unit'))
    .option('--file <file>', say('opt.people-file'))
    .option('-o, --output <file>', say('opt.sheet'))
    .option('--partly', say('opt.partly'))
    .option('--obligation <obligation>', obligation)
    .option('--year <year>', say('opt.year'))
    .option('--days <days>', say('opt.days'))
    .option('--role <role>', say('opt.role', { roles: roles.join(say('list')) }))
    .option(...json)
    .action((unit: string | undefined, options: InviteOptions) =>
      act(async () => (await import('./invite.ts')).invite(unit, options, context)),
    )

  const invitations = command(program, 'invitations').description(say('about.invitations'))
  command(invitations, 'list')
    .description(say('about.invitations.list'))
    .option(...json)
    .action((options: InvitationsOptions) =>
      act(async () => (await import('./invitations.ts')).invitations(options, context)),
    )
  command(invitations, 'revoke')
    .description(say('about.invitations.revoke'))
    .argument('<invitation>', say('arg.invitation'))
    .option(...json)
    .action((id: string, options: InvitationsOptions) =>
      act(async () => (await import('./invitations.ts')).revoke(id, options, context)),
    )

  const people = command(program, 'people').description(say('about.people'))
  command(people, 'list')
    .description(say('about.people.list'))
    .option('--unit <unit>', say('opt.of-unit'))
    .option(...json)
    .action((options: PeopleOptions) =>
      act(async () => (await import('./people.ts')).people(options, context)),
    )
  command(people, 'end')
    .description(say('about.people.end'))
    .argument('<person>', say('arg.person'))
    .option('--unit <unit>', say('opt.of-unit'))
    .option('--sessions', say('opt.sessions'))
    .option(...json)
    .action((named: string, options: EndOptions) =>
      act(async () => (await import('./people.ts')).endOf(named, options, context)),
    )

  districtCommands({ program, units, people }, command, context, act)
  filingCommands(program, command, context, act)
  const nudges = program.commands.find(each => each.name() === 'nudges')
  if (nudges) chasingCommands({ program, nudges }, command, context, act)

  const sample = command(program, 'sample').description(say('about.sample'))
  command(sample, 'clear')
    .description(say('about.sample.clear'))
    .action(() => act(async () => (await import('./units.ts')).clearSampleUnits(context)))

  const webhook = command(program, 'webhook').description(say('about.webhook'))
  for (const action of ['set', 'show', 'delete'] as const) {
    command(webhook, action)
      .description(say(`about.webhook.${action}`))
      .action(() => act(async () => (await import('./webhook.ts')).webhook(action, context)))
  }

  const audit = command(program, 'audit').description(say('about.audit'))
  command(audit, 'verify')
    .description(say('about.audit.verify'))
    .option('--head <head>', say('opt.head'))
    .option('--json', say('opt.json'))
    .action((options: AuditOptions) =>
      act(async () => (await import('./audit.ts')).verifyAll(options, context)),
    )

  command(program, 'backup')
    .description(say('about.backup'))
    .argument('<file>', say('arg.backup'))
    .option('--overwrite', say('opt.overwrite'))
    .option('--json', say('opt.json'))
    .action((file: string, options: BackupOptions) =>
      act(async () => (await import('./backup.ts')).backup(file, options, context)),
    )
  command(program, 'restore')
    .description(say('about.restore'))
    .argument('<file>', say('arg.backup'))
    .option('--json', say('opt.json'))
    .action((file: string, options: RestoreOptions) =>
      act(async () => (await import('./restore.ts')).restore(file, options, context)),
    )

  command(program, 'doctor')
    .description(say('about.doctor'))
    .action(() => act(async () => (await import('./doctor.ts')).doctor(context)))
  return program
}

/** A command as it is typed, without the program's name: `units add`. */
export const commandName = (command: Command): string =>
  command.parent?.parent ? `${commandName(command.parent)} ${command.name()}` : command.name()

/** Whether the registry of doors has this command, and the shell the right to its action. */
const isOpenAtShell = (name: string): boolean => {
  const action = actionAt('cli', name)
  return action === 'everybody' || (action !== undefined && action !== 'message' && mayAtShell(action))
}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version

/** Help in our words; complaints are left to the caller. */
const titled = (command: Command, { say, complain }: CommandContext): Command => {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('usage'),
    'Arguments:': say('arguments'),
    'Options:': say('options'),
    'Commands:': say('commands'),
  }
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {}, writeErr: text => complain(text.trimEnd()) })
    .configureHelp({ styleTitle: title => titles[title] ?? title })
    .helpOption('-h, --help', say('help'))
    .helpCommand('help [command]', say('help.command'))
    .allowExcessArguments(false)
}
