// The commands about one report: a file that is checked or printed, and the trial in a terminal that makes one.

import type { Command } from 'commander'
import type { ChatOptions } from './chat.ts'
import type { CheckOptions } from './check.ts'
import type { AddCommand, CommandContext, Do } from './command-context.ts'
import { obligationOption } from './options.ts'
import type { RenderOptions } from './render.ts'

export const reportCommands = (
  context: CommandContext,
  act: Do,
  command: AddCommand,
  program: Command,
): void => {
  const { say, catalog } = context

  command(program, 'check')
    .description(say('about.check'))
    .argument('<report...>', say('arg.reports'))
    .option('--previous <report>', say('opt.previous'))
    .option('--complete', say('opt.complete'))
    .option('--json', say('opt.json'))
    .action((files: string[], options: CheckOptions) =>
      act(async () => (await import('./check.ts')).check(files, options, context)),
    )

  command(program, 'render')
    .description(say('about.render'))
    .argument('<report>', say('arg.report'))
    .requiredOption('--to <format>', say('opt.to'))
    .option('-o, --output <file>', say('opt.output'))
    .action((file: string, options: RenderOptions) =>
      act(async () => (await import('./render.ts')).render(file, options, context)),
    )

  command(program, 'chat')
    .description(say('about.chat'))
    .option('--obligation <obligation>', obligationOption(context))
    .option('--form <form>', say('opt.form', { example: catalog.obligations[0]?.forms.at(-1)?.id ?? '' }))
    .option('--year <year>', say('opt.year'))
    .option('--unit <unit>', say('opt.unit'))
    .option('--level <level>', say('opt.level'))
    .option('--save <name>', say('opt.save'))
    .option('--files <folder>', say('opt.files'))
    .option('--report <file>', say('opt.report'))
    .action((options: ChatOptions) => act(async () => (await import('./chat.ts')).chat(options, context)))
}
