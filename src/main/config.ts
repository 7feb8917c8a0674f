// The environment, read once and checked: what is missing or wrong is said before anything starts, in the language that
// it asks for. A variable that is set to nothing is not set, but for the audit's key: an empty one would be no key.

import * as z from 'zod'
import { type CliKey, isCliKey } from '../i18n/books.ts'
import { createWords, locales } from '../i18n/words.ts'

/** The key of the words for a variable that does not fit. */
const otherwise = (error: CliKey) => ({ error })

const zone = z.string().refine(name => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}, otherwise('config.zone'))

const port = otherwise('config.port')
const rate = otherwise('config.rate')

/** Of the web, and without a name and a password in it: addresses are printed and logged. */
const webAddress = z
  .url({ protocol: /^https?$/, ...otherwise('config.url') })
  .refine(text => !/^https?:\/\/[^/]*@/i.test(text), otherwise('config.url-secret'))

const environment = z
  .object({
    PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(8787),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_FILE: z.string().default('data/nianbao.db'),
    PUBLIC_URL: webAddress.optional(),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/, otherwise('config.token'))
      .optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}(,[\w-]{1,256})?$/, otherwise('config.secret'))
      .optional(),
    TELEGRAM_API_ROOT: webAddress.default('https://api.telegram.org'),
    TELEGRAM_PER_SECOND: z.coerce.number(rate).positive(rate).default(25),
    TIMEZONE: zone.default('Asia/Shanghai'),
    LOCALE: z.enum(locales, otherwise('config.locale')).default('zh-CN'),
    AUDIT_KEY: z.string().min(16, otherwise('config.key')).optional(),
    // One factor alone has 15 characters at least (NIST SP 800-63B-4, 3.1.1.2); 16, as the key has.
    SETUP_CODE: z.string().min(16, otherwise('config.setup-code')).optional(),
  })
  .refine(env => !env.TELEGRAM_BOT_TOKEN || env.TELEGRAM_WEBHOOK_SECRET, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    ...otherwise('config.no-secret'),
  })

export type Config = z.infer<typeof environment>

/** The configuration; throws one error that names every variable that is wrong, never its value. */
export const readConfig = (env: Readonly<Record<string, unknown>>): Config => {
  const set = Object.entries(env).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ])
  const read = environment.safeParse(
    Object.fromEntries(set.filter(([name, value]) => value !== '' || name === 'AUDIT_KEY')),
  )
  if (read.success) return read.data
  const words = createWords(locales.find(locale => locale === env.LOCALE) ?? 'zh-CN').cli
  const lines = read.error.issues.map(({ path, message }) => {
    const why = isCliKey(message) ? words(message, { locales: locales.join(words('list')) }) : message
    return words('config.line', { name: path.join('.'), why })
  })
  throw new Error([words('config.wrong'), ...lines].join('\n'))
}
