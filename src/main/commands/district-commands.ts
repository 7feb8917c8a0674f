// The commands with which the office runs its district, beside those of single units in commands.ts.

import type { Command } from 'commander'
import type { AddCommand, CommandContext, Do } from './command-context.ts'
import type { ImportUnitsOptions } from './import-units.ts'

/** Adds them below the commands that they belong to. */
export const districtCommands = (
  { units }: { readonly units: Command },
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
}
