// The environment, read once and checked: what is missing or wrong is said before anything starts.

import * as z from 'zod'
import { locales } from '../i18n/words.ts'

const optional = z
  .string()
  .trim()
  .transform(text => text || undefined)
  .optional()

const zone = z.string().refine(name => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}, 'no such time zone')

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_FILE: z.string().default('data/nianbao.db'),
    PUBLIC_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
    TELEGRAM_BOT_TOKEN: optional.pipe(
      z
        .string()
        .regex(/^\d+:[\w-]+$/, 'not a bot token')
        .optional(),
    ),
    TELEGRAM_WEBHOOK_SECRET: optional.pipe(
      z
        .string()
        .regex(
          /^[\w-]{1,256}(,[\w-]{1,256})?$/,
          '1 to 256 of A-Z a-z 0-9 _ - (two, with a comma, while it is changed)',
        )
        .optional(),
    ),
    TELEGRAM_API_ROOT: z.url().default('https://api.telegram.org'),
    TIMEZONE: zone.default('Asia/Shanghai'),
    LOCALE: z.enum(locales).default('zh-CN'),
    AUDIT_KEY: optional.pipe(z.string().min(16, 'at least 16 characters').optional()),
  })
  .refine(env => !env.TELEGRAM_BOT_TOKEN || env.TELEGRAM_WEBHOOK_SECRET, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    message: 'a token needs a secret, or anybody could send updates',
  })

export type Config = z.infer<typeof environment>

/** The configuration; throws one error that names every variable that is wrong, never its value. */
export const readConfig = (env: Readonly<Record<string, unknown>>): Config => {
  const read = environment.safeParse(env)
  if (read.success) return read.data
  const lines = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not right:\n${lines.join('\n')}`)
}
