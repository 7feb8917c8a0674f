// For each check of who imports whom: files it must refuse, and files that look alike and are fine.

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
import { importsRunOneWay } from './house.ts'
import type { File } from './source.ts'

export type Case = {
  readonly name: string
  readonly check: Check
  /** Other files of the house in which they stand. */
  readonly beside?: readonly File[]
  /** Path, source and the problem that is told. */
  readonly bad: readonly (readonly [path: string, source: string, problem: string])[]
  readonly good: readonly (readonly [path: string, source: string])[]
}

export const arrowCases: readonly Case[] = [
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
    name: 'imports run one way, types included',
    check: importsRunOneWay,
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
]
