// Two projects: everything on Node, and the store's contract on real workerd with D1 (*.d1.test.ts).
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { configDefaults, defineConfig } from 'vitest/config'

// The long forms (kills, seeds, walks) take minutes.
const testTimeout = process.env.LONG ? 600_000 : 60_000
// A test whose loops ran over nothing has asserted nothing.
const expect = { requireAssertions: true }

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          expect,
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/**/*.d1.test.ts'],
        },
      },
      {
        plugins: [
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
