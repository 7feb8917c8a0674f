// Commands with which the office runs its district, beside those of single units in commands.ts.

import type { Command } from 'commander'
import type { CommandContext } from './command-context.ts'
import type { ImportUnitsOptions } from './import-units.ts'

export type Titled = (parent: Command, usage: string) => Command
/** Takes the work of the command that was called; it gives the exit code. */
export type Do = (work: () => Promise<number>) => Promise<void>

/** Adds them below the command `units`, and beside it. */
export const addUnitCommands = (units: Command, command: Titled, context: CommandContext, act: Do): void => {
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
