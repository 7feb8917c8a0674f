// For each check: files it must refuse, and files that look alike and are fine.

import {
  arrowsAreListed,
  type Check,
  channelsStandAlone,
  editionsStandAlone,
  importsCanBeRead,
  nodeStaysOutside,
  packagesAreListed,
  roomsAreListed,
} from './arrows.ts'
import * as hand from './hand.ts'

export type Case = {
  readonly name: string
  readonly check: Check
  /** Path, source and the problem that is told. */
  readonly bad: readonly (readonly [path: string, source: string, problem: string])[]
  readonly good: readonly (readonly [path: string, source: string])[]
}

const lines = (count: number) => `${'// one\n'.repeat(count)}`

export const cases: readonly Case[] = [
  {
    name: 'every room is listed',
    check: roomsAreListed,
    bad: [
      ['src/helpers/text.ts', '', 'no such room'],
      ['src/util.ts', '', 'no such room'],
    ],
    good: [
      ['src/engine/step.ts', ''],
      ['src/faults.ts', ''],
    ],
  },
  {
    name: 'a room imports only the rooms that are listed for it',
    check: arrowsAreListed,
    bad: [
      [
        'src/engine/step.ts',
        "import { a } from '../forms/catalog.ts'",
        'may not import src/forms/catalog.ts',
      ],
      ['src/engine/steps/ask.ts', "import type { A } from '../../app/ports.ts'", 'src/app/ports.ts'],
      ['src/reading/fold.ts', "export { a } from '../engine/find.ts'", 'src/engine/find.ts'],
      ['src/forms/layout.ts', "export * from '../app/message.ts'", 'src/app/message.ts'],
      ['src/document/text.ts', "const a = await import('../app/compose.ts')", 'src/app/compose.ts'],
      ['src/document/text.ts', "type A = import('../app/compose.ts').A", 'src/app/compose.ts'],
      ['src/district/unit.ts', "import {\n  a,\n  b,\n} from '../storage/rows.ts'", 'src/storage/rows.ts'],
      ['src/channels/web/read.ts', "import { a } from '../../app/receive.ts'", 'src/app/receive.ts'],
      ['src/channels/web/read.ts', "import { a } from '../../engine/find.ts'", 'src/engine/find.ts'],
      ['src/storage/rows.ts', "import { a } from '../app/compose/view.ts'", 'src/app/compose/view.ts'],
      ['src/app/compose.ts', "import '../storage/store.ts'", 'src/storage/store.ts'],
      ['src/app/compose.ts', "import words from '../../locales/en/bot.json'", 'locales/en/bot.json'],
      ['src/main/cli.ts', "import { a } from '../../test/helper.ts'", 'test/helper.ts'],
    ],
    good: [
      [
        'src/engine/steps/ask.ts',
        "import { a } from '../../reading/fold.ts'\nimport { b } from '../find.ts'",
      ],
      ['src/storage/rows.ts', "import type { A } from '../app/ports.ts'"],
      ['src/channels/web/read.ts', "import type { A } from '../../app/message.ts'"],
      ['src/i18n/words.ts', "import en from '../../locales/en/bot.json' with { type: 'json' }"],
      ['src/reading/fold.ts', "import { fault } from '../faults.ts'"],
      ['src/engine/step.ts', "// import { a } from '../app/ports.ts'\nconst a = \"from '../app/ports.ts'\""],
      ['src/engine/step.ts', "/* import '../app/ports.ts' */ const b = `import('../app/ports.ts')`"],
      ['src/engine/step.ts', "const a = [1].from('../app/ports.ts')"],
    ],
  },
  {
    name: 'a room imports only the packages that are listed for it',
    check: packagesAreListed,
    bad: [
      ['src/engine/step.ts', "import * as z from 'zod'", 'the package zod'],
      ['src/app/receive.ts', "import { format } from 'date-fns/format'", 'the package date-fns'],
      ['src/channels/web/web.ts', "import { Telegraf } from 'telegraf'", 'the package telegraf'],
      ['src/storage/store.ts', "import driver from 'sqlite3'", 'the package sqlite3'],
      ['src/document/html.ts', "import { Table } from 'docx'", 'the package docx'],
      ['src/storage/rows.ts', "import { drizzle } from '@drizzle/orm/core'", 'the package @drizzle/orm'],
      ['src/reading/fold.ts', "const a = require('nzh')", 'the package nzh'],
    ],
    good: [
      ['src/storage/sqlite3.ts', "import driver from 'sqlite3'"],
      ['src/document/docx.ts', "import { Table } from 'docx'"],
      ['src/channels/telegram/routes.ts', "import { bodyLimit } from 'hono/body-limit'"],
      ['src/channels/telegram/api.ts', "import { Telegraf } from 'telegraf'"],
      ['src/main/cli.ts', "import { Command } from 'commander'\nimport { join } from 'node:path'"],
    ],
  },
  {
    name: 'what is imported can be read in the source',
    check: importsCanBeRead,
    bad: [
      ['src/main/cli.ts', 'await import(name)', 'computed'],
      ['src/main/cli.ts', `await import(\`./\${name}.ts\`)`, 'computed'],
    ],
    good: [['src/main/cli.ts', "await import('./server.ts')\nconst here = import.meta.dirname"]],
  },
  {
    name: "Node's own modules stay at the edge",
    check: nodeStaysOutside,
    bad: [
      ['src/app/audit.ts', "import { createHmac } from 'node:crypto'", 'may not import node:crypto'],
      ['src/storage/store.ts', "import fs from 'node:fs/promises'", 'may not import node:fs/promises'],
    ],
    good: [
      ['src/storage/migrate.ts', "import { join } from 'node:path'"],
      ['src/channels/terminal/terminal.ts', "import { createInterface } from 'node:readline'"],
      ['src/main/config.ts', "import { join } from 'node:path'"],
    ],
  },
  {
    name: 'an edition of the form imports no other',
    check: editionsStandAlone,
    bad: [
      ['src/forms/disclosure-2027.ts', "import { a } from './disclosure-2021.ts'", 'disclosure-2021.ts'],
      ['src/forms/tables/common.ts', "import { a } from '../disclosure-2019.ts'", 'disclosure-2019.ts'],
    ],
    good: [
      ['src/forms/disclosure-2027.ts', "import { common } from './tables/common.ts'"],
      ['src/forms/catalog.ts', "import { a } from './disclosure-2021.ts'"],
    ],
  },
  {
    name: 'a channel imports no other',
    check: channelsStandAlone,
    bad: [['src/channels/web/read.ts', "import { a } from '../telegram/pieces.ts'", 'telegram/pieces.ts']],
    good: [
      ['src/channels/web/read.ts', "import { a } from './write.ts'"],
      ['src/main/server.ts', "import { a } from '../channels/telegram/telegram.ts'"],
    ],
  },
  {
    name: 'Chinese words stand only in reading/ and forms/',
    check: hand.chineseHasItsRooms,
    bad: [
      ['src/app/compose.ts', "const a = 1\nsay('已填完')", ':2: has Chinese words'],
      ['src/channels/web/page.ts', `const a = \`<p>\${b}年报</p>\``, ':1: has Chinese words'],
      ['src/document/text.ts', 'const a = /第.条/u', ':1: has Chinese words'],
    ],
    good: [
      ['src/reading/zero-word.ts', "const none = '没有'"],
      ['src/forms/layout.ts', "const body = '仿宋'"],
      ['src/engine/form.ts', "// 条例 article 50\nconst a = '\\u3002'"],
    ],
  },
  {
    name: 'no file has more than 300 lines',
    check: hand.filesAreShort,
    bad: [['src/engine/step.ts', lines(301), 'has 301 lines']],
    good: [['src/engine/step.ts', lines(300)]],
  },
  {
    name: 'every export has a name',
    check: hand.exportsAreNamed,
    bad: [
      ['src/main/cli.ts', 'export default {}', ':1: has a default export'],
      ['src/engine/step.ts', 'export default 1', ':1: has a default export'],
      ['src/engine/step.ts', 'const a = 1\nexport { a as default }', ':2: has a default export'],
    ],
    good: [
      ['src/main/worker.ts', 'export default { fetch }'],
      ['src/engine/step.ts', "export const a = 'export default 1' // export default"],
    ],
  },
  {
    name: 'only the engine has a barrel',
    check: hand.barrelsAreFew,
    bad: [
      ['src/app/index.ts', '', 'is a barrel'],
      ['src/app/all.ts', "export * from './ports.ts'", 'is a barrel'],
    ],
    good: [
      ['src/engine/index.ts', "export * from './step.ts'"],
      ['src/engine/index-of.ts', ''],
    ],
  },
  {
    name: 'file names are in kebab-case',
    check: hand.namesAreKebabCase,
    bad: [
      ['src/app/wordsFor.ts', '', 'not in kebab-case'],
      ['src/app/words_for.ts', '', 'not in kebab-case'],
      ['src/App/words.ts', '', 'not in kebab-case'],
      ['src/app/-words.ts', '', 'not in kebab-case'],
    ],
    good: [
      ['src/app/words-for.ts', ''],
      ['src/forms/disclosure-2019.ts', ''],
      ['src/main/env.d.ts', ''],
    ],
  },
  {
    name: 'every file opens with what it is for, in one to four lines',
    check: hand.filesSayWhatTheyAreFor,
    bad: [
      ['src/app/compose.ts', 'export const a = 1', 'opens with 0 lines'],
      ['src/app/compose.ts', '\n// late\n', 'opens with 0 lines'],
      ['src/app/compose.ts', lines(5), 'opens with 5 lines'],
    ],
    good: [
      ['src/app/compose.ts', '// Effects to messages.\n\nexport const a = 1'],
      ['src/main/cli.ts', '#!/usr/bin/env node\n// The command line.\n'],
      ['src/app/compose.ts', lines(4)],
    ],
  },
  {
    name: 'no form asks for the year',
    check: hand.formsDoNotAskTheYear,
    bad: [
      ['src/forms/tables/common.ts', 'const a = 1\nif (year > b) c()', ':2: asks for the year'],
      ['src/forms/layout.ts', 'if (form.years.from > b) c()', ':1: asks for the year'],
    ],
    good: [
      ['src/forms/catalog.ts', 'forms.find(({ years }) => years.from <= year)'],
      ['src/forms/catalog.ts', '// if (year)\nconst text = "if (year)"'],
    ],
  },
  {
    name: 'no year is special anywhere',
    check: hand.noYearIsSpecial,
    bad: [
      ['src/engine/review.ts', 'const late = filing.year >= 2021', 'compares the year'],
      ['src/document/html.ts', 'return 2020 < filing.year ? a : b', 'compares the year'],
      ['src/app/compose.ts', 'reportYear === 2019', 'compares the year'],
    ],
    good: [
      ['src/intake/report-shape.ts', 'year: z.int().min(2008).max(2100)'],
      ['src/engine/review.ts', 'filing.year >= other.year'],
    ],
  },
  {
    name: 'the engine names no form',
    check: hand.theEngineNamesNoForm,
    bad: [['src/engine/step.ts', "form.id === 'disclosure-2021'", 'names an edition']],
    good: [['src/engine/form.ts', '/** An edition: `disclosure-2021`. */']],
  },
  {
    name: 'only main/ reads the environment',
    check: hand.mainReadsTheEnvironment,
    bad: [
      ['src/storage/store.ts', 'const a = process.env.A', 'reads the environment'],
      ['src/storage/store.ts', 'const { env } = process', 'reads the environment'],
    ],
    good: [
      ['src/main/config.ts', 'process.env.PORT'],
      ['src/app/audit.ts', '// not process.env\nconst process = { environment: 1 }'],
    ],
  },
  {
    name: 'only main/ writes to the console',
    check: hand.mainWritesToTheConsole,
    bad: [['src/app/deliver.ts', "a()\nconsole.error('late')", ':2: writes to the console']],
    good: [
      ['src/main/cli.ts', 'console.log(text)'],
      ['src/app/deliver.ts', '// console.log\nlog(event)'],
    ],
  },
]
