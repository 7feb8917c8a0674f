// The report file's shape, `nianbao/report@1`, checked before a figure is read. The JSON Schema in docs/ is made from
// this. It must not know a form's keys: unknown ones are kept and reported.

import * as z from 'zod'
import { longestText } from '../engine/filing.ts'
import { levelOf, writtenLevels } from './level.ts'

/** A total of the largest counts that can be typed (engine/answers/whole.ts) stays below this. */
const largest = 1_000_000_000_000_000

const plain = (most: number) => z.string().max(most)
const key = z.string().regex(/^[^?\p{Cc}]{1,120}$/u)

const value = z.union([
  z.number().min(-largest).max(largest),
  plain(200),
  z.boolean(),
  z.array(plain(120)).max(100),
  z.null(),
])

const figure = z.union([value, z.strictObject({ value, note: plain(200).nullable().optional() })])

const level = z
  .enum(writtenLevels)
  .describe('`district` is the same as `county`, and is written back as `county`.')
  .transform(levelOf)

const remark = z.looseObject({
  rule: z.string().min(1).max(60),
  cells: z.array(key).max(1_000).default([]),
  text: plain(longestText),
  figures: z.array(z.number().min(-largest).max(largest)).max(20).optional(),
  quote: plain(longestText).optional(),
})

const remarks = z
  .union([z.array(remark).max(1_000), z.record(z.string().min(1).max(60), plain(longestText))])
  .describe('Reasons for what the rules say; by rule alone: for all that it says.')

/** A report file. A figure: a number, money with its unit as written, words, a yes or no, the keys of options, null for a blank. */
export const reportShape = z
  .looseObject({
    $schema: plain(500).optional(),
    format: z.literal('nianbao/report@1'),
    unit: z.string().min(1).max(200),
    level: level.optional(),
    year: z.int().min(2008).max(2100),
    form: z.string().min(1).max(60),
    title: plain(300).optional(),
    about: z.unknown().optional(),
    figures: z.record(key, figure).default({}),
    texts: z.record(key, plain(longestText)).default({}),
    remarks: remarks.default([]),
  })
  .meta({ title: 'nianbao/report@1' })

export type ReportShape = z.infer<typeof reportShape>
export type RemarkShape = z.infer<typeof remark>
export type FigureShape = z.infer<typeof figure>

/** The keys this version knows; others are reported. */
export const reportKeys: ReadonlySet<string> = new Set(Object.keys(reportShape.shape))

/** Those that a report is written with from its filing (document/report.ts); all others pass through. */
export const writtenKeys: ReadonlySet<string> = new Set(
  [...reportKeys].filter(key => key !== '$schema' && key !== 'about'),
)
