// The commands with which the office runs its district, beside those of single units in commands.ts.

import type { Command } from 'commander'
import { roles } from '../../district/access.ts'
import type { CampaignOptions, ExtendOptions, OpenCampaignOptions } from './campaign.ts'
import type { AddCommand, CommandContext, Do } from './command-context.ts'
import type { ImportCalendarOptions } from './import-calendar.ts'
import type { ImportUnitsOptions } from './import-units.ts'
import { obligationOption } from './options.ts'
import type { AddMemberOptions, PeopleOptions } from './people.ts'
import type { AwayOptions } from './people-away.ts'
import type { PreviewOptions } from './preview-nudges.ts'
import type { CloseUnitOptions, MergeUnitOptions, SetUnitOptions } from './set-unit.ts'

/** Adds them below the commands that they belong to. */
export const districtCommands = (
  { program, units, people }: Readonly<Record<'program' | 'units' | 'people', Command>>,
  command: AddCommand,
  context: CommandContext,
  act: Do,
): void => {
  const { say } = context
  command(units, 'import')
    .description(say('about.units.import'))
    .argument('<file>', say('arg.units-file'))
    .option('--partly', say('opt.partly'))
    .option('--json', say('opt.json-one'))
    .action((file: string, options: ImportUnitsOptions) =>
      act(async () => (await import('./import-units.ts')).importUnits(file, options, context)),
    )
  const calendar = command(program, 'calendar').description(say('about.calendar'))
  command(calendar, 'import')
    .description(say('about.calendar.import'))
    .argument('<file>', say('arg.notice-file'))
    .option('--json', say('opt.json-one'))
    .action((file: string, options: ImportCalendarOptions) =>
      act(async () => (await import('./import-calendar.ts')).importCalendar(file, options, context)),
    )

  const changing = (usage: string): Command =>
    command(units, usage)
      .argument('<unit>', say('arg.unit'))
      .option('--filing <what>', say('opt.filing'))
      .option('--json', say('opt.json-one'))
  changing('set')
    .description(say('about.units.set'))
    .option('--level <level>', say('opt.level'))
    .option('--files <yes|no>', say('opt.files-flag'))
    .option('--publishes <yes|no>', say('opt.publishes-flag'))
    .option('--counts <yes|no>', say('opt.counts-flag'))
    .option('--contact <text>', say('opt.contact'))
    .option('--closes <yes|no>', say('opt.closes-flag'))
    .option('--signs <text>', say('opt.signs'))
    .action((unit: string, options: SetUnitOptions) =>
      act(async () => (await import('./set-unit.ts')).setUnit(unit, options, context)),
    )
  changing('close')
    .description(say('about.units.close'))
    .option('--on <day>', say('opt.on'))
    .action((unit: string, options: CloseUnitOptions) =>
      act(async () => (await import('./set-unit.ts')).closeUnit(unit, options, context)),
    )
  changing('merge')
    .description(say('about.units.merge'))
    .requiredOption('--into <unit>', say('opt.into'))
    .option('--on <day>', say('opt.on'))
    .action((unit: string, options: MergeUnitOptions) =>
      act(async () => (await import('./set-unit.ts')).mergeUnit(unit, options, context)),
    )

  command(people, 'add')
    .description(say('about.people.add'))
    .argument('<person>', say('arg.person'))
    .argument('<unit>', say('arg.unit'))
    .option('--role <role>', say('opt.role', { roles: roles.join(say('list')) }))
    .option('--json', say('opt.json-one'))
    .action((named: string, unit: string, options: AddMemberOptions) =>
      act(async () => (await import('./people.ts')).addTo(named, unit, options, context)),
    )
  command(people, 'away')
    .description(say('about.people.away'))
    .argument('<person>', say('arg.person'))
    .argument('<unit>', say('arg.unit'))
    .option('--from <day>', say('opt.away-from'))
    .option('--to <day>', say('opt.away-to'))
    .option('--substitute <person>', say('opt.substitute'))
    .option('--back', say('opt.back'))
    .option('--json', say('opt.json-one'))
    .action((named: string, unit: string, options: AwayOptions) =>
      act(async () => (await import('./people-away.ts')).peopleAway(named, unit, options, context)),
    )
  command(people, 'erase')
    .description(say('about.people.erase'))
    .argument('<person>', say('arg.person'))
    .option('--json', say('opt.json-one'))
    .action((named: string, options: PeopleOptions) =>
      act(async () => (await import('./people.ts')).eraseOne(named, options, context)),
    )

  const campaign = command(program, 'campaign').description(say('about.campaign'))
  const ofYear = (parent: Command, usage: string): Command =>
    command(parent, usage)
      .option('--obligation <obligation>', obligationOption(context))
      .option('--year <year>', say('opt.year'))
      .option('--json', say('opt.json-one'))
  ofYear(campaign, 'open')
    .description(say('about.campaign.open'))
    .option('--due <day>', say('opt.due'))
    .option('--sign <day>', say('opt.sign'))
    .option('--publish <day>', say('opt.publish'))
    .option('--feedback <day>', say('opt.feedback'))
    .option('--practice <practice>', say('opt.practice'))
    .action((options: OpenCampaignOptions) =>
      act(async () => (await import('./campaign.ts')).openCampaign(options, context)),
    )
  command(campaign, 'list')
    .description(say('about.campaign.list'))
    .option('--json', say('opt.json-one'))
    .action((options: CampaignOptions) =>
      act(async () => (await import('./campaign.ts')).campaigns(options, context)),
    )
  ofYear(campaign, 'show')
    .description(say('about.campaign.show'))
    .action((options: CampaignOptions) =>
      act(async () => (await import('./campaign.ts')).showCampaign(options, context)),
    )
  ofYear(campaign, 'extend')
    .description(say('about.campaign.extend'))
    .argument('<unit>', say('arg.unit'))
    .requiredOption('--until <day>', say('opt.until'))
    .action((unit: string, options: ExtendOptions) =>
      act(async () => (await import('./campaign.ts')).extendOne(unit, options, context)),
    )
  ofYear(campaign, 'close')
    .description(say('about.campaign.close'))
    .action((options: CampaignOptions) =>
      act(async () => (await import('./campaign.ts')).closeOne(options, context)),
    )

  ofYear(program, 'status')
    .description(say('about.status'))
    .action((options: CampaignOptions) =>
      act(async () => (await import('./status.ts')).status(options, context)),
    )

  const nudges = command(program, 'nudges').description(say('about.nudges'))
  ofYear(nudges, 'list')
    .description(say('about.nudges.list'))
    .action((options: CampaignOptions) =>
      act(async () => (await import('./list-nudges.ts')).listNudges(options, context)),
    )
  ofYear(nudges, 'preview')
    .description(say('about.nudges.preview'))
    .option('--at <moment>', say('opt.at'))
    .option('--days <days>', say('opt.preview-days'))
    .action((options: PreviewOptions) =>
      act(async () => (await import('./preview-nudges.ts')).previewNudges(options, context)),
    )
}
