// Takes the bot's token and the webhook's secret out of every text and error before it is logged, thrown or
// returned. It must not let an error's own words through: they may be a person's, or hold a whole update.

import { fault, isFault } from '../../faults.ts'

export type Redact = (text: string) => string

const mark = '[redacted]'
/** Below this a value is too common to be taken out without harm. */
const shortest = 4

/** A function that takes these values out of a text, in each form in which they can stand in a URL. */
export const createRedactor = (values: readonly string[]): Redact => {
  const forms = values.flatMap(value => [
    value,
    encodeURIComponent(value),
    value.slice(value.indexOf(':') + 1),
  ])
  const secrets = [...new Set(forms)]
    .filter(form => form.length >= shortest)
    .sort((a, b) => b.length - a.length)
  return text =>
    secrets
      .reduce((left, form) => left.replaceAll(form, mark), text)
      .replace(/\b(bot)?\d{5,20}(:|%3a)[\w-]{20,200}/gi, `$1${mark}`)
}

/** The same failure without its words: a fault keeps its code, anything else its name and where it was thrown. */
export const redactError = (error: unknown, redact: Redact): Error => {
  if (isFault(error)) return fault(error.fault, redact(error.detail))
  const name = error instanceof Error ? error.name : typeof error
  const safe = Object.assign(new Error('not taken'), { name: redact(name) })
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : []
  safe.stack = [`${safe.name}: ${safe.message}`, ...frames.map(redact)].join('\n')
  return safe
}

/** The file and line where it was thrown, `send.ts:12`; empty when that is not known. */
export const whereOf = (error: unknown): string => {
  const frame = error instanceof Error ? /^ {1,20}at .{0,4000}$/m.exec(error.stack ?? '')?.[0] : undefined
  return /([\w.-]{1,200}:\d{1,9}):\d{1,9}\)?$/.exec(frame ?? '')?.[1] ?? ''
}
