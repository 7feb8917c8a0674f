// 台账 and 汇总表 of the campaign that is collected, as files that are made on the way out.

import { plain } from '../../conversation/compose/view.ts'
import { officeFileName } from '../../exports/office-file.ts'
import type { OfficeKind } from '../../message.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { readCollected } from '../standings-now.ts'

const officeFileOf =
  (office: OfficeKind): Asking =>
  async (deps, asker) => {
    const { words } = deps
    const { caller } = asker
    const read = await readCollected(deps, asker)
    if (!read || caller.type !== 'person')
      return { lines: [plain(words.desk('progress.none'))], choices: ways(words, 'units') }
    const { campaign } = read
    const { account, channel } = caller
    const name = officeFileName(deps, campaign, office)
    return {
      file: { office, campaign: campaign.id, account, channel, format: 'xlsx', name },
      lines: [plain(words.desk(`${office}.made`))],
      choices: ways(words, 'progress', 'missing'),
    }
  }

export const ledger = officeFileOf('ledger')
export const totals = officeFileOf('totals')
