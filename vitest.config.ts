// Three projects: everything on Node, the pages in Chromium, and the store's contract on real workerd with D1
// (*.d1.test.ts). A budget in seconds on two quiet cores, and whoever adds takes away: unit, tables, transcripts 60 ·
// storage and kills 30 · simulation 20 · browsers 50 · workerd 20 · documents 20. `npm run test:long` has full sizes.
import { readFileSync } from 'node:fs'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { configDefaults, defineConfig, type Plugin } from 'vitest/config'

// The long forms (kills, seeds, walks) take minutes.
const testTimeout = process.env.LONG ? 600_000 : 60_000
// A test whose loops ran over nothing has asserted nothing. Projects do not inherit this.
const expect = { requireAssertions: true }

/** Loads saxes without its source map, which names a file that the package does not carry. */
const saxesWithoutMap: Plugin = {
  name: 'saxes-without-map',
  enforce: 'pre',
  load: id =>
    /\/saxes\/saxes\.js$/.test(id)
      ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
      : null,
}

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    // More than there are cores: browsers, servers and kills are waited for (240 s instead of 272 on two cores).
    maxWorkers: '150%',
    reporters: ['default', './test/skipped-for-want.ts'],
    // Material from outside (test/needs.ts).
    tags: ['reports', 'browser', 'office', 'calc'].map(name => ({ name })),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          testTimeout,
          expect,
          // Files share what they import: each imports half of the house, which cost more than a quarter of a run.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/**/*.d1.test.ts', 'test/browser'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          testTimeout,
          expect,
          isolate: false,
          include: ['test/browser/*.test.ts'],
          globalSetup: 'test/browser/launch-once.ts',
        },
      },
      {
        extends: true,
        plugins: [
          saxesWithoutMap,
          cloudflareTest(async () => ({
            miniflare: {
              compatibilityDate: '2026-09-01',
              compatibilityFlags: ['nodejs_compat'],
              d1Databases: ['DB'],
              bindings: { MIGRATIONS: await readD1Migrations('migrations') },
            },
          })),
        ],
        test: { name: 'workerd', testTimeout, expect, include: ['test/**/*.d1.test.ts'] },
      },
    ],
  },
})
