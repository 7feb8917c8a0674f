// The commands with which the office chases units by hand: ready words, steps as they were taken, groups, calendars.

import type { Command } from 'commander'
import type { CampaignOptions } from './campaign.ts'
import type { ChaseTextsOptions } from './chase-texts.ts'
import type { AddCommand, CommandContext, Do } from './command-context.ts'
import type { RecordOptions } from './contacts.ts'
import type { FeedOptions } from './feeds.ts'
import type { AddGroupOptions, GroupOptions, PostOptions } from './groups.ts'
import type { LetterOptions } from './letter.ts'
import { obligationOption } from './options.ts'

/** Adds them below `nudges`, and those of groups and feeds beside it. */
export const chasingCommands = (
  { program, nudges }: Readonly<Record<'program' | 'nudges', Command>>,
  command: AddCommand,
  context: CommandContext,
  act: Do,
): void => {
  const { say } = context
  const ofYear = (usage: string, parent = nudges): Command =>
    command(parent, usage)
      .option('--obligation <obligation>', obligationOption(context))
      .option('--year <year>', say('opt.year'))
      .option('--json', say('opt.json-one'))
  ofYear('texts')
    .description(say('about.nudges.texts'))
    .option('--group', say('opt.group-only'))
    .option('--links', say('opt.fresh-links'))
    .option('--contact <contact>', say('opt.office-contact'))
    .action((options: ChaseTextsOptions) =>
      act(async () => (await import('./chase-texts.ts')).chaseTexts(options, context)),
    )
  ofYear('record')
    .description(say('about.nudges.record'))
    .argument('<step>', say('arg.step'))
    .argument('<units...>', say('arg.units'))
    .option('--whom <name>', say('opt.whom'))
    .option('--note <words>', say('opt.contact-note'))
    .action((step: string, units: readonly string[], options: RecordOptions) =>
      act(async () => (await import('./contacts.ts')).recordStep(step, units, options, context)),
    )
  ofYear('told')
    .description(say('about.nudges.told'))
    .action((options: CampaignOptions) =>
      act(async () => (await import('./contacts.ts')).told(options, context)),
    )

  ofYear('letter')
    .description(say('about.nudges.letter'))
    .argument('<units...>', say('arg.units'))
    .requiredOption('-o, --output <file>', say('opt.letter-output'))
    .option('--from <office>', say('opt.letter-from'))
    .option('--number <number>', say('opt.letter-number'))
    .option('--notice <title>', say('opt.letter-notice'))
    .option('--by <day>', say('opt.letter-by'))
    .option('--contact <contact>', say('opt.office-contact'))
    .action((units: readonly string[], options: LetterOptions) =>
      act(async () => (await import('./letter.ts')).letter(units, options, context)),
    )
  const groups = command(program, 'groups').description(say('about.groups'))
  command(groups, 'add')
    .description(say('about.groups.add'))
    .argument('<name>', say('arg.group'))
    .requiredOption('--kind <kind>', say('opt.group-kind'))
    .requiredOption('--unit <unit>', say('opt.group-unit'))
    .requiredOption('--file <file>', say('opt.group-file'))
    .option('--json', say('opt.json-one'))
    .action((name: string, options: AddGroupOptions) =>
      act(async () => (await import('./groups.ts')).addOne(name, options, context)),
    )
  command(groups, 'list')
    .description(say('about.groups.list'))
    .option('--json', say('opt.json-one'))
    .action((options: GroupOptions) =>
      act(async () => (await import('./groups.ts')).groups(options, context)),
    )
  command(groups, 'remove')
    .description(say('about.groups.remove'))
    .argument('<group>', say('arg.group'))
    .option('--json', say('opt.json-one'))
    .action((group: string, options: GroupOptions) =>
      act(async () => (await import('./groups.ts')).removeOne(group, options, context)),
    )
  ofYear('post', groups)
    .description(say('about.groups.post'))
    .argument('[groups...]', say('arg.groups'))
    .option('--named', say('opt.named'))
    .option('--contact <contact>', say('opt.office-contact'))
    .action((names: readonly string[], options: PostOptions) =>
      act(async () => (await import('./groups.ts')).post(names, options, context)),
    )
  const feeds = command(program, 'feeds').description(say('about.feeds'))
  const ofUnit = (usage: string): Command =>
    command(feeds, usage).argument('<unit>', say('arg.unit')).option('--json', say('opt.json-one'))
  ofUnit('make')
    .description(say('about.feeds.make'))
    .action((unit: string, options: FeedOptions) =>
      act(async () => (await import('./feeds.ts')).addFeed(unit, options, context)),
    )
  command(feeds, 'list')
    .description(say('about.feeds.list'))
    .option('--json', say('opt.json-one'))
    .action((options: FeedOptions) =>
      act(async () => (await import('./feeds.ts')).printFeeds(options, context)),
    )
  ofUnit('end')
    .description(say('about.feeds.end'))
    .action((unit: string, options: FeedOptions) =>
      act(async () => (await import('./feeds.ts')).endAll(unit, options, context)),
    )
}
