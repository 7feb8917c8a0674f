// A bot of its own for one conversation in a terminal: everything real but the database, which lives in memory.

import { createSeal } from '../../app/audit.ts'
import type { FileBody } from '../../app/ports/channel.ts'
import type { Environment } from '../../app/ports/environment.ts'
import { addUnit } from '../../app/registry/add-unit.ts'
import { done } from '../../app/registry/administer.ts'
import { makeInvitation } from '../../app/registry/make-invitation.ts'
import { createTerminal, type Terminal } from '../../channels/terminal/terminal.ts'
import { type Report, reportOf } from '../../document/report.ts'
import { unitId } from '../../engine/filing.ts'
import type { Form, Level } from '../../engine/form.ts'
import { fault } from '../../faults.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { recorderOf } from '../audit-seal.ts'
import { createNianbao } from '../nianbao.ts'
import { openStore } from '../open-store.ts'

export type ChatSetting = {
  readonly catalog: Catalog
  readonly form: Form
  readonly year: number
  readonly unit: string
  readonly level: Level | null
  readonly words: Words
}

type Surroundings = {
  readonly environment: Environment
  readonly print?: (turn: string, by: 'person' | 'bot') => void
  readonly onFile?: (file: FileBody) => void
}

export type ChatSession = {
  /** Take lines until they end, then rest. */
  readonly run: (lines: Parameters<Terminal['run']>[0]) => Promise<void>
  readonly transcript: Terminal['transcript']
  /** The filing as it stands now. */
  readonly report: () => Promise<Report>
  readonly close: () => Promise<void>
}

const invitation = 'a-terminal-opens-its-own-link'
const day = 86_400_000

/** One unit, one filing, one person who holds an invitation; `/start` takes it. */
export const openChat = async (
  { catalog, form, year, unit: name, level, words }: ChatSetting,
  { environment, print = () => {}, onFile = () => {} }: Surroundings,
): Promise<ChatSession> => {
  const { cli: say } = words
  const { store, close } = await openStore(':memory:')
  const unit = unitId('unit')
  const seal = createSeal(environment.id())
  const [recorder, now] = [recorderOf(store, seal), environment.now()]
  const itself = { type: 'server', at: now } as const
  done(await addUnit(recorder, itself, { id: unit, name, level, powers: {} }))
  const wish = { unit, role: 'filler', form, year, expiresAt: now + day, code: invitation } as const
  done(await makeInvitation(recorder, itself, wish))
  const terminal = createTerminal({
    speakers: { person: say('speaker.person'), bot: say('speaker.bot') },
    mistyped: ({ type, said }) => say(`chat.${type}`, { said }),
    print,
    onFile,
    now: environment.now,
    invitation,
  })
  const nianbao = createNianbao({
    config: {
      LOCALE: words.locale,
      PUBLIC_URL: undefined,
      TELEGRAM_API_ROOT: '',
      TELEGRAM_BOT_TOKEN: undefined,
      TELEGRAM_WEBHOOK_SECRET: undefined,
    },
    catalog,
    words,
    seal,
    store,
    environment,
    log: () => {},
    channels: [terminal],
  })
  return {
    run: lines => terminal.run(lines, { receive: nianbao.receive, quiet: nianbao.deliver.quiet }),
    transcript: terminal.transcript,
    report: async () => {
      const filled = await store.filingOf(unit, form.obligation, year)
      if (!filled) throw fault('row-unreadable', 'filing')
      return reportOf(form, filled, { name, level })
    },
    close,
  }
}
