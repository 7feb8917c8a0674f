// All commands with their arguments and options. What one does is loaded when it is called, so that each starts
// with no more than it needs.

import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { createWords } from '../../i18n/words.ts'
import type { ChatOptions } from './chat.ts'
import type { CheckOptions } from './check.ts'
import type { Desk } from './desk.ts'
import type { InviteOptions } from './invite.ts'
import type { RenderOptions } from './render.ts'

/** Takes the work of the command that was called; it gives the exit code. */
type Do = (work: () => Promise<number>) => Promise<void>

export const commands = (desk: Desk, act: Do): Command => {
  const { words } = desk
  const program = titled(
    new Command('nianbao').description(words('about', { reports: createWords(desk.locale).reports })),
    desk,
  )
  program.version(version(), '-V, --version', words('version'))
  const command = (parent: Command, usage: string) => titled(parent.command(usage), desk)

  command(program, 'serve')
    .description(words('about.serve'))
    .action(() => act(async () => (await import('./serve.ts')).serve(desk)))

  command(program, 'check')
    .description(words('about.check'))
    .argument('<report...>', words('arg.reports'))
    .option('--previous <report>', words('opt.previous'))
    .option('--complete', words('opt.complete'))
    .option('--json', words('opt.json'))
    .action((files: string[], options: CheckOptions) =>
      act(async () => (await import('./check.ts')).check(files, options, desk)),
    )

  command(program, 'render')
    .description(words('about.render'))
    .argument('<report>', words('arg.report'))
    .requiredOption('--to <format>', words('opt.to'))
    .option('-o, --output <file>', words('opt.output'))
    .action((file: string, options: RenderOptions) =>
      act(async () => (await import('./render.ts')).render(file, options, desk)),
    )

  command(program, 'chat')
    .description(words('about.chat'))
    .option('--form <form>', words('opt.form'))
    .option('--year <year>', words('opt.year'))
    .option('--unit <unit>', words('opt.unit'))
    .option('--level <level>', words('opt.level'))
    .option('--save <name>', words('opt.save'))
    .option('--files <folder>', words('opt.files'))
    .action((options: ChatOptions) => act(async () => (await import('./chat.ts')).chat(options, desk)))

  const units = command(program, 'units')
    .description(words('about.units'))
    .action(() => act(async () => (await import('./units.ts')).units(desk)))
  command(units, 'add')
    .description(words('about.units.add'))
    .argument('<name>', words('arg.name'))
    .option('--level <level>', words('opt.level'))
    .option('--powers <powers>', words('opt.powers'))
    .action((name: string, options: { level?: string; powers?: string }) =>
      act(async () => (await import('./units.ts')).addUnit(name, options, desk)),
    )

  command(units, 'previous')
    .description(words('about.units.previous'))
    .argument('<unit>', words('arg.unit'))
    .argument('<report>', words('arg.previous'))
    .action((name: string, file: string) =>
      act(async () => (await import('./previous.ts')).previous(name, file, desk)),
    )

  command(program, 'invite')
    .description(words('about.invite'))
    .argument('<unit>', words('arg.unit'))
    .option('--year <year>', words('opt.year'))
    .option('--days <days>', words('opt.days'))
    .action((unit: string, options: InviteOptions) =>
      act(async () => (await import('./invite.ts')).invite(unit, options, desk)),
    )

  const sample = command(program, 'sample').description(words('about.sample'))
  command(sample, 'clear')
    .description(words('about.sample.clear'))
    .action(() => act(async () => (await import('./sample.ts')).sampleClear(desk)))

  const webhook = command(program, 'webhook').description(words('about.webhook'))
  for (const action of ['set', 'show', 'delete'] as const) {
    command(webhook, action)
      .description(words(`about.webhook.${action}`))
      .action(() => act(async () => (await import('./webhook.ts')).webhook(action, desk)))
  }

  command(program, 'doctor')
    .description(words('about.doctor'))
    .action(() => act(async () => (await import('./doctor.ts')).doctor(desk)))
  return program
}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version

/** Help in our words; complaints are left to whoever called. */
const titled = (command: Command, { words, complain }: Desk): Command => {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words('usage'),
    'Arguments:': words('arguments'),
    'Options:': words('options'),
    'Commands:': words('commands'),
  }
  return command
    .exitOverride()
    .configureOutput({ outputError: () => {}, writeErr: text => complain(text.trimEnd()) })
    .configureHelp({ styleTitle: title => titles[title] ?? title })
    .helpOption('-h, --help', words('help'))
    .helpCommand('help [command]', words('help.command'))
    .allowExcessArguments(false)
}
