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
import { importsRunOneWay } from './house.ts'
import { pending } from './pending.ts'
import type { File } from './source.ts'

export type Case = {
  readonly name: string
  readonly check: Check
  /** Other files of the house in which they stand. */
  readonly beside?: readonly File[]
  /** Rooms whose problems are set aside. */
  readonly pending?: readonly string[]
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
      ['src/engine/steps/put.ts', "import type { A } from '../../app/ports.ts'", 'src/app/ports.ts'],
      ['src/reading/fold.ts', "export { a } from '../engine/find.ts'", 'src/engine/find.ts'],
      ['src/forms/page-style.ts', "export * from '../app/message.ts'", 'src/app/message.ts'],
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
        'src/engine/steps/put.ts',
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
    name: 'imports run one way, types included',
    check: importsRunOneWay,
    pending: pending.circles,
    beside: [
      { path: 'src/engine/form.ts', source: "import { a } from './rules/rule.ts'" },
      { path: 'src/engine/rules/rule.ts', source: "import { b } from '../find.ts'" },
    ],
    bad: [
      [
        'src/engine/find.ts',
        "import { a } from './form.ts'",
        'form.ts → src/engine/rules/rule.ts → src/engine/find.ts',
      ],
      ['src/engine/find.ts', "import type { A } from './rules/rule.ts'", 'rule.ts → src/engine/find.ts'],
      ['src/engine/find.ts', "type A = import('./form.ts').A", 'src/engine/form.ts'],
      ['src/engine/find.ts', "export type { A } from './find.ts'", 'src/engine/find.ts → src/engine/find.ts'],
    ],
    good: [
      ['src/engine/find.ts', "import { a } from './filing.ts'"],
      ['src/engine/step.ts', "import { a } from './form.ts'\nimport { b } from './find.ts'"],
      ['src/engine/find.ts', "// import { a } from './form.ts'"],
    ],
  },
  {
    name: 'the source says what is imported',
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
    name: 'an edition of a form is imported by its obligation alone',
    check: editionsStandAlone,
    bad: [
      ['src/forms/disclosure/form-2027.ts', "import { a } from './form-2021.ts'", 'form-2021.ts'],
      ['src/forms/disclosure/tables/common.ts', "import { a } from '../form-2019.ts'", 'form-2019.ts'],
      ['src/forms/website/website.ts', "import { a } from '../disclosure/form-2021.ts'", 'form-2021.ts'],
      ['src/main/sample.ts', "import { a } from '../forms/disclosure/form-2021.ts'", 'form-2021.ts'],
    ],
    good: [
      ['src/forms/disclosure/form-2027.ts', "import { common } from './tables/common.ts'"],
      ['src/forms/disclosure/disclosure.ts', "import { a } from './form-2021.ts'"],
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
      ['src/forms/page-style.ts', "const body = '仿宋'"],
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
    name: 'no file is a barrel',
    check: hand.nothingIsABarrel,
    bad: [
      ['src/app/index.ts', '', 'is a barrel'],
      ['src/app/all.ts', "export * from './ports.ts'", 'is a barrel'],
    ],
    good: [['src/engine/index-of.ts', "export { a } from './step.ts'"]],
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
    name: 'a comment names its subject',
    check: hand.commentsNameTheirSubject,
    pending: pending.comments,
    bad: [
      ['src/app/compose.ts', '// What is said.', ':1: begins a comment with "What"'],
      ['src/app/compose.ts', '// Effects.\n\n/** whoever asks */', ':3: begins a comment with "whoever"'],
      ['src/app/compose.ts', '// Effects.\n\n/**\n * Whatever is left.\n */', 'with "Whatever"'],
      ['src/app/compose.ts', '// Effects.\nconst a = 1 // what it is', ':2:'],
      ['src/app/compose.ts', '// Effects.\nconst a = 1 // one\n// What follows', ':3:'],
      ['src/app/compose.ts', "// Effects.\n/*\n\tWhat's left */", 'with "What"'],
    ],
    good: [
      ['src/app/compose.ts', '// Effects become messages, whatever the channel and\n// what it can show.'],
      ['src/app/compose.ts', "// Effects.\nconst a = '// What' + `/* what */`"],
      ['src/app/compose.ts', '// Whatsoever. A word of its own.'],
    ],
  },
  {
    name: "a type's name is used once in the house",
    check: hand.typeNamesAreUsedOnce,
    pending: pending.typeNames,
    beside: [{ path: 'src/engine/draft.ts', source: 'export type Draft = { a: 1 }\ntype Place = 1' }],
    bad: [
      ['src/intake/draft.ts', 'export type Draft = 1', 'exports the type Draft, as src/engine/draft.ts does'],
      ['src/intake/draft.ts', 'export interface Draft {}', 'exports the type Draft'],
    ],
    good: [
      [
        'src/intake/draft.ts',
        "import type { Draft } from '../engine/draft.ts'\nexport type Drafts = Draft[]",
      ],
      ['src/intake/draft.ts', 'type Draft = 1\nexport type Place = 1'],
      ['src/intake/draft.ts', '// export type Draft = 1'],
    ],
  },
  {
    name: 'a statute is named in its folder and its words alone',
    check: hand.theStatuteHasItsRoom,
    pending: pending.statute,
    bad: [
      ['src/engine/rules/rule.ts', "type A = 'T205' | 'F01'", ':1: names the statute'],
      ['src/intake/docx/top.ts', 'const a = /依申请/u', 'names the statute'],
      ['src/app/compose.ts', "const a = 'disclosure'", 'names the statute'],
    ],
    good: [
      ['src/engine/rules/rule.ts', "// T205\nconst a = 'T1000'"],
      ['src/forms/disclosure/form-2021.ts', "const id = 'disclosure-2021'"],
      ['src/i18n/form-words.ts', "import a from '../../locales/en/forms/disclosure-2021.json'"],
    ],
  },
  {
    name: 'every file opens with its purpose, in one to four lines',
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
      ['src/forms/page-style.ts', 'if (form.years.from > b) c()', ':1: asks for the year'],
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
