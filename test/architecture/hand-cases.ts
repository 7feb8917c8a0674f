// For each check of how files are written: files it must refuse, and files that look alike and are fine.

import type { Case } from './arrow-cases.ts'
import * as hand from './hand.ts'

const lines = (count: number) => `${'// one\n'.repeat(count)}`

export const handCases: readonly Case[] = [
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
