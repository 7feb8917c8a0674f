// Who may know whom: the rooms of src/, what each may import from the others, and which npm packages. This is the
// table of the house; a new arrow, room or package is a line here and a reason in its commit.

export type Room = {
  /** Rooms, folders or files (without their ending) that any file of this room may import. */
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
  /** Packages that only one folder or file of the room may import. */
  readonly only?: Readonly<Record<string, string>>
}

/** By the name of the top-level folder, or file without its ending. */
export const table: Readonly<Record<string, Room>> = {
  faults: { rooms: [], packages: [] },
  reading: { rooms: [], packages: [] },
  engine: { rooms: ['reading'], packages: ['date-fns'] },
  forms: { rooms: ['engine', 'reading'], packages: [] },
  i18n: { rooms: ['engine', 'locales'], packages: [] },
  district: { rooms: ['engine', 'forms'], packages: ['date-fns', '@date-fns/tz', 'chinese-days'] },
  document: {
    rooms: ['engine', 'forms', 'i18n'],
    packages: [],
    only: { docx: 'document/docx', 'write-excel-file': 'document/xlsx', papaparse: 'document/csv' },
  },
  intake: {
    rooms: ['engine', 'forms', 'reading'],
    packages: ['zod', 'read-excel-file', 'papaparse'],
    only: { fflate: 'intake/docx/unzip', saxes: 'intake/docx/xml' },
  },
  app: { rooms: ['engine', 'forms', 'district', 'document', 'intake', 'i18n'], packages: [] },
  channels: {
    rooms: ['app/ports', 'app/message', 'app/visiting', 'i18n'],
    packages: ['hono', 'zod'],
    only: { telegraf: 'channels/telegram', '@grammyjs/types': 'channels/telegram' },
  },
  api: { rooms: ['app'], packages: ['hono', 'zod'] },
  storage: {
    rooms: ['app/ports', 'app/message', 'engine', 'district'],
    packages: ['zod'],
    only: { sqlite3: 'storage/sqlite3', '@cloudflare/workers-types': 'storage/d1' },
  },
  jobs: { rooms: ['app', 'district'], packages: [] },
  main: {
    rooms: [
      'reading',
      'engine',
      'forms',
      'i18n',
      'district',
      'document',
      'intake',
      'app',
      'channels',
      'api',
      'storage',
      'jobs',
      'locales',
    ],
    packages: [
      'hono',
      '@hono/node-server',
      'zod',
      'croner',
      'commander',
      'htmx.org',
      '@logtape/logtape',
      '@logtape/redaction',
    ],
  },
}

/** What any room may import. */
export const forAll = ['faults']

/** Where Node's own modules are allowed; everything else runs in a Worker too. */
export const onNode = ['main', 'storage/sqlite3', 'storage/migrate', 'channels/terminal']

/** Where Chinese words may stand in code; elsewhere they come from locales/. */
export const inChinese = ['reading', 'forms']

/** The one file of its folder that gathers others. */
export const barrels = ['src/engine/index.ts']

/** Workers finds its handlers in the default export of its entry. */
export const defaultExports = ['src/main/worker.ts']
