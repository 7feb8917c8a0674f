// For each check of the table: tables it must refuse, and tables that are fine, tried on a small house.

import {
  arrowsAreUsed,
  packagesAreInstalledAndUsed,
  roomsExist,
  type Table,
  type TableCheck,
  whatIsAheadIsListed,
} from './house.ts'

export type TableCase = {
  readonly name: string
  readonly check: TableCheck
  /** A table with one fault, beside these files and packages. */
  readonly bad: readonly (readonly [table: Table, problem: string])[]
  readonly good: readonly Table[]
}

/** The house in which the tables of `tableCases` are tried: each row of it is used. */
export const smallHouse = {
  files: [
    {
      path: 'src/engine/step.ts',
      source: "import { a } from '../reading/fold.ts'\nimport { b } from '../faults.ts'",
    },
    { path: 'src/reading/fold.ts', source: '' },
    { path: 'src/faults.ts', source: '' },
    { path: 'src/storage/store.ts', source: "import * as z from 'zod'" },
    { path: 'src/storage/sqlite3.ts', source: "import driver from 'sqlite3'\nimport 'node:fs'" },
  ],
  installed: ['zod', 'sqlite3', 'hono'],
} as const

const row = { rooms: [], packages: [] }

export const tableCases: readonly TableCase[] = [
  {
    name: 'every room of the table exists',
    check: roomsExist,
    bad: [
      [{ engine: row, api: row }, 'api: no such room'],
      [{ 'engine/step/': row }, 'engine/step/: no such room'],
    ],
    good: [{ engine: row, reading: row, faults: row }],
  },
  {
    name: 'every package of the table is installed and used',
    check: packagesAreInstalledAndUsed,
    bad: [
      [{ storage: { rooms: [], packages: ['zod', 'papaparse'] } }, 'papaparse is not in package.json'],
      [{ storage: { rooms: [], packages: ['hono'] } }, 'no file of storage imports the package hono'],
      [{ engine: { rooms: [], packages: ['zod'] } }, 'no file of engine imports the package zod'],
      [
        { storage: { ...row, only: { sqlite3: 'storage/store' } } },
        'no file of storage/store imports the package sqlite3',
      ],
      [{ storage: { ...row, only: { exceljs: 'storage/store' } } }, 'exceljs is not in package.json'],
    ],
    good: [{ storage: { rooms: [], packages: ['zod'], only: { sqlite3: 'storage/sqlite3' } } }],
  },
  {
    name: 'every arrow of the table is used, or is one of the design and not used yet',
    check: arrowsAreUsed(['storage → reading', 'engine → faults']),
    bad: [
      [{ engine: { rooms: ['faults'], packages: [] } }, 'engine: imports faults by now'],
      [{ reading: { rooms: ['engine'], packages: [] } }, 'reading: no file imports engine'],
      [
        { engine: { rooms: ['reading', 'reading/numeral'], packages: [] } },
        'engine: no file imports reading/numeral',
      ],
    ],
    good: [
      { engine: { rooms: ['reading', 'reading/fold'], packages: [] } },
      { storage: { rooms: ['reading'], packages: [] } },
    ],
  },
  {
    name: 'every arrow that is ahead stands in the table',
    check: whatIsAheadIsListed(['storage → reading']),
    bad: [[{ storage: { rooms: ['engine'], packages: [] } }, 'storage → reading: is ahead of no row']],
    good: [{ storage: { rooms: ['reading'], packages: [] } }],
  },
]
