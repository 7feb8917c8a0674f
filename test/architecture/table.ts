// Who may know whom: the rooms of src/, which others each may import, and which npm packages. It holds what exists: a
// row enters with its room, an arrow or a package with its first use, and its reason stands in the commit.

export type Row = {
  /** Rooms, folders or files (without their ending) that any file of this room may import. */
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
  /** Packages that only one folder or file of the room may import. */
  readonly only?: Readonly<Record<string, string>>
}

/** By the name of the top-level folder, or file without its ending. */
export const table: Readonly<Record<string, Row>> = {
  faults: { rooms: [], packages: [] },
  reading: { rooms: [], packages: [] },
  engine: { rooms: ['reading'], packages: [] },
  forms: { rooms: ['engine', 'reading'], packages: [] },
  i18n: { rooms: ['engine', 'locales'], packages: [] },
  district: {
    rooms: ['engine', 'forms'],
    packages: ['date-fns', '@date-fns/tz'],
    only: { 'chinese-days': 'district' },
  },
  document: {
    rooms: ['engine', 'forms', 'i18n'],
    packages: [],
    only: {
      docx: 'document/docx',
      'get-east-asian-width': 'document/title-lines',
      'ical-generator': 'document/calendar',
      'write-excel-file': 'document/xlsx',
    },
  },
  intake: {
    rooms: ['engine', 'forms', 'reading'],
    packages: ['zod'],
    only: { fflate: 'intake/docx/unzip', saxes: 'intake/docx/xml', 'csv-parse': 'intake/sheet/csv' },
  },
  app: { rooms: ['engine', 'forms', 'district', 'document', 'intake', 'i18n'], packages: [] },
  channels: {
    rooms: ['app/ports', 'app/message', 'app/use-cases', 'i18n'],
    packages: ['hono', 'zod'],
    only: {
      'get-east-asian-width': 'channels/width',
      uqr: 'channels/web',
      telegraf: 'channels/telegram',
      '@grammyjs/types': 'channels/telegram',
    },
  },
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
      'storage',
      'jobs',
      'migrations',
    ],
    packages: [
      'hono',
      '@hono/node-server',
      'zod',
      'commander',
      'htmx.org',
      'uqr',
      '@logtape/logtape',
      '@logtape/redaction',
      'undici',
    ],
  },
}

/** Any room may import these. */
export const forAll = ['faults']

/** Arrows of the design (section 3) that stand in the table before their first import. */
export const ahead = ['document → i18n']

/** Where Node's own modules are allowed; everything else runs in a Worker too. */
export const onNode = ['main', 'storage/sqlite3', 'storage/migrate', 'channels/terminal']

/** Where Chinese words may stand in code; elsewhere they come from locales/. */
export const inChinese = ['reading', 'forms']

/** Workers finds its handlers in the default export of its entry. */
export const defaultExports = ['src/main/worker.ts']
