// The commands below `nianbao filing`: one for each act in a filing's life.

import type { Command } from 'commander'
import { officeKinds } from '../../app/message.ts'
import type { FilingAct } from '../../district/lifecycle.ts'
import type { SheetOptions } from './approval-sheet.ts'
import type { AddCommand, CommandContext, Do } from './command-context.ts'
import type { EnterOptions } from './enter-report.ts'
import type { ExportOptions } from './export.ts'
import type { FilingOptions } from './filing.ts'
import { obligationOption } from './options.ts'
import type { PublishOptions } from './publish.ts'

const acts = {
  submit: 'submit-filing',
  withdraw: 'withdraw-filing',
  sign: 'sign-filing',
  take: 'take-filing',
  ask: 'ask-filing',
  answer: 'answer-question',
  amend: 'amend-filing',
  explain: 'explain-place',
  opinion: 'give-opinion',
  request: 'request-return',
  clear: 'clear-filing',
  grant: 'grant-return',
  return: 'return-filing',
  approve: 'approve-filing',
  undo: 'undo-approval',
  sealed: 'receive-sealed',
  exempt: 'exempt-filing',
  readmit: 'readmit-filing',
} as const satisfies Readonly<Record<string, FilingAct>>

type Name = keyof typeof acts

const noted: readonly Name[] = ['ask', 'answer', 'explain', 'opinion', 'request', 'return', 'undo', 'exempt']
const withCells: readonly Name[] = ['ask', 'return', 'explain']

export const filingCommands = (
  program: Command,
  command: AddCommand,
  context: CommandContext,
  act: Do,
): void => {
  const { say } = context
  const filing = command(program, 'filing').description(say('about.filing'))
  exportCommand(filing, command, context, act)
  publishCommand(filing, command, context, act)
  for (const name of Object.keys(acts) as readonly Name[]) {
    const added = command(filing, name)
      .description(say(`about.filing.${name}`))
      .argument('<unit>', say('arg.unit'))
      .option('--obligation <obligation>', obligationOption(context))
      .option('--year <year>', say('opt.year'))
      .option('--content <content>', say('opt.content'))
      .option('--json', say('opt.json-one'))
    if (noted.includes(name)) added.option('--note <words>', say('opt.note'))
    if (withCells.includes(name)) added.option('--cells <keys>', say('opt.cells'))
    if (name === 'return')
      added.option('--until <day>', say('opt.mend-by')).option('--at-once', say('opt.at-once'))
    if (name === 'submit') added.option('--on-behalf', say('opt.on-behalf'))
    if (name === 'sealed') added.option('--on <day>', say('opt.received-on'))
    if (name === 'sign') signingOptions(added, context)
    added.action((unit: string, options: FilingOptions) =>
      act(async () => (await import('./filing.ts')).leadFiling(acts[name], unit, options, context)),
    )
  }
  enterCommand(command(filing, 'enter'), context).action(
    (unit: string, file: string, options: EnterOptions) =>
      act(async () => (await import('./enter-report.ts')).enterDraft(unit, file, options, context)),
  )
  sheetCommand(command(filing, 'sheet'), context)
    .option('--obligation <obligation>', obligationOption(context))
    .action((unit: string, options: SheetOptions) =>
      act(async () => (await import('./approval-sheet.ts')).approvalSheet(unit, options, context)),
    )
}

const exportCommand = (filing: Command, command: AddCommand, context: CommandContext, act: Do): Command =>
  command(filing, 'export')
    .description(context.say('about.filing.export'))
    .requiredOption(
      '--kind <kind>',
      context.say('opt.export-kind', { all: officeKinds.join(context.say('list')) }),
    )
    .requiredOption('-o, --output <file>', context.say('opt.output'))
    .option('--obligation <obligation>', obligationOption(context))
    .option('--year <year>', context.say('opt.year'))
    .option('--json', context.say('opt.json-one'))
    .action((options: ExportOptions) =>
      act(async () => (await import('./export.ts')).exportFile(options, context)),
    )

const publishCommand = (filing: Command, command: AddCommand, context: CommandContext, act: Do): Command =>
  command(filing, 'publish')
    .description(context.say('about.filing.publish'))
    .argument('[unit]', context.say('arg.unit'))
    .option('--url <address>', context.say('opt.url'))
    .option('--file <file>', context.say('opt.publications-file'))
    .option('--on <day>', context.say('opt.published-on'))
    .option('--obligation <obligation>', obligationOption(context))
    .option('--year <year>', context.say('opt.year'))
    .option('--json', context.say('opt.json-one'))
    .action((unit: string | undefined, options: PublishOptions) =>
      act(async () => (await import('./publish.ts')).publishReports(unit, options, context)),
    )

const sheetCommand = (command: Command, { say }: CommandContext): Command =>
  command
    .description(say('about.filing.sheet'))
    .argument('<unit>', say('arg.unit'))
    .requiredOption('-o, --output <file>', say('opt.output'))
    .option('--year <year>', say('opt.year'))
    .option('--json', say('opt.json-one'))

const enterCommand = (command: Command, context: CommandContext): Command =>
  command
    .description(context.say('about.filing.enter'))
    .argument('<unit>', context.say('arg.unit'))
    .argument('<file>', context.say('arg.draft'))
    .option('--take', context.say('opt.take'))
    .option('--sure', context.say('opt.sure'))
    .option('--obligation <obligation>', obligationOption(context))
    .option('--year <year>', context.say('opt.year'))
    .option('--json', context.say('opt.json-one'))

const signingOptions = (command: Command, { say }: CommandContext): Command =>
  command
    .option('--by <name>', say('opt.signed-by'))
    .option('--capacity <capacity>', say('opt.capacity'))
    .option('--way <way>', say('opt.way'))
    .option('--on <day>', say('opt.signed-on'))
    .option('--number <number>', say('opt.number'))
    .option('--under-authority', say('opt.under-authority'))
