// What vitest.config.ts binds for the tests in workerd.

declare module 'cloudflare:workers' {
  export const env: {
    readonly DB: import('@cloudflare/workers-types').D1Database
    readonly MIGRATIONS: { name: string; queries: string[] }[]
  }
}

declare module 'cloudflare:test' {
  export const applyD1Migrations: (
    database: import('@cloudflare/workers-types').D1Database,
    migrations: { name: string; queries: string[] }[],
  ) => Promise<void>
  export const reset: () => Promise<void>
}
